import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { formatCount } from '../../numberFormat.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { strengthParameter } from '../shared/strength.ts';

const STRENGTHS = [0.5, 1, 1.5, 1.9, 1.99, 2.01, 2.1, 2.5, 3] as const;
const STEPS = 20_000;
const SHOWN = 20;

/** Claim 20: w ← (1 − ηd)·w explodes exactly when ηd > 2. */
export const unstableDecay = defineExperiment({
	name: 'unstable-decay',
	claims: [20],
	status: 'proved',
	title: { en: 'A decay that explodes', zh: '会爆炸的衰减' },
	claim: {
		en: 'Shrinking weights by ηd a step overshoots 0 when ηd > 1 and diverges exactly when ηd > 2.',
		zh: '每步按 ηd 收缩权重：ηd > 1 时越过 0，ηd > 2 时恰好开始发散。',
	},
	parameters: {
		learningRate: strengthParameter(10, 1, inDocument('η')),
	},
	specs: ({ learningRate }) => [
		...STRENGTHS.map((strength) => decayAloneSpec(learningRate, strength / learningRate)),
		PLAYGROUND,
		...STRENGTHS.map((strength) => ({
			...decayAloneSpec(learningRate, strength / learningRate),
			training: { epochs: SHOWN, recordEvery: 1 },
		})),
	],
	measure(_, runs) {
		const diverged = STRENGTHS.filter((_, i) => runs[i]?.status === 'diverged');
		const held = STRENGTHS.filter((_, i) => runs[i]?.status === 'ok');
		const real = runs[STRENGTHS.length];
		return {
			measured: {
				largestStable: { value: Math.max(...held) },
				smallestUnstable: { value: Math.min(...diverged) },
				epochOfDivergenceAt3: { value: runs[STRENGTHS.length - 1]?.divergedAt ?? Number.NaN },
				playgroundDivergedAt: { value: real?.divergedAt ?? Number.NaN },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'step', zh: '步' }),
				y: axis('|w|', 'logarithmic'),
				series: STRENGTHS.map((strength, i) => {
					const { trace } = at(runs, STRENGTHS.length + 1 + i);
					return {
						label: { en: `ηd = ${strength}`, zh: `ηd = ${strength}` },
						draw: 'line' as const,
						x: trace.epoch,
						y: untilGone(trace.weightNorm),
					};
				}),
			},
		};
	},
	sentence: ({ largestStable, smallestUnstable, playgroundDivergedAt }) => ({
		en: `After ${formatCount(STEPS, 'en')} steps every weight with ηd up to ${formatValue(largestStable)} has shrunk to nothing and every one from ${formatValue(smallestUnstable)} on has left float32; a network on moons with regularization rate × η = 3 is gone at epoch ${formatValue(playgroundDivergedAt)}.`,
		zh: `${formatCount(STEPS, 'zh')} 步之后，ηd 不超过 ${formatValue(largestStable)} 的权重都收缩到零，从 ${formatValue(smallestUnstable)} 起则全部超出 float32；月牙数据上正则化率 × η = 3 的网络在第 ${formatValue(playgroundDivergedAt)} 轮就已失效。`,
	}),
});

export const expectations: ExpectationsOf<typeof unstableDecay> = [
	{
		measured: 'largestStable',
		text: { en: 'stable below ηd = 2', zh: 'ηd < 2 时稳定' },
		from: 1.99,
		to: 1.99,
		holdsForEvery: ['learningRate'],
	},
	{
		measured: 'smallestUnstable',
		text: { en: 'diverges above ηd = 2', zh: 'ηd > 2 时发散' },
		from: 2.01,
		to: 2.01,
		holdsForEvery: ['learningRate'],
	},
	{
		measured: 'playgroundDivergedAt',
		text: {
			en: 'playground-style regularization rate × η = 3 gives NaN',
			zh: 'Playground 那样的正则化率 × η = 3 得到 NaN',
		},
		from: 1,
		to: 2000,
		holdsForEvery: ['learningRate'],
	},
];

/** Up to the first 0, a weight of which nothing but rounding is left. */
function untilGone(norms: readonly (number | null)[]): (number | null)[] {
	const gone = norms.findIndex((norm) => norm !== null && norm < 1e-12);
	return norms.map((norm, i) => (gone >= 0 && i >= gone ? (i === gone ? 0 : null) : norm));
}

/** One weight whose input is always 0: the data say nothing of it, and only the decay moves it. */
const decayAloneSpec = (learningRate: number, d: number): RunSpecInput => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	optimizer: { kind: 'sgd', learningRate },
	penalty: { lambda: d, scaling: 'half' },
	training: { epochs: STEPS, recordEvery: STEPS },
});

const PLAYGROUND: RunSpecInput = {
	data: { kind: 'moons', m: 250, test: null },
	network: { hidden: [4, 2], activation: 'tanh' },
	optimizer: { kind: 'sgd', learningRate: 0.3 },
	penalty: { lambda: 10, scaling: 'half', application: 'decoupled' },
	training: { epochs: 2000, recordEvery: 2000 },
};
