import { at } from '../../at.ts';
import type { Scaling } from '../../schema/objective.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { bootstrap, finiteOrNull, mean, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, testLossOf } from '../experiment.ts';
import { AXES } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { combinations, range } from '../shared/combinations.ts';
import { moonsNet } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const MAPPED = ['over-2m', 'over-2sqrt-m', 'half'] as const satisfies readonly Scaling[];
type Mapped = (typeof MAPPED)[number];
const CELLS = {
	moons: { sizes: [30, 100, 300, 1000], lambdas: [0.01, 0.03, 0.1, 0.3, 1, 3] },
	'breast-cancer': { sizes: [30, 60, 120, 240], lambdas: [0.03, 0.1, 0.3, 1, 3, 10] },
} as const;
type Kind = keyof typeof CELLS;
/** What turns a λ of `over-2m` into the λ of about the same strength in the middle of the sizes. */
const MIDDLE = 100;
const shift: Record<Mapped, number> = { 'over-2m': 1, 'over-2sqrt-m': 1 / Math.sqrt(MIDDLE), half: 1 / MIDDLE };

/** Claim 11: where the valley of the test loss lies over (λ, m), for each scaling. */
export const lambdaSizeMap = defineExperiment({
	name: 'lambda-size-map',
	claims: [11],
	status: 'measured',
	title: { en: 'The valley of good λ over m', zh: '好的 λ 随 m 形成的谷' },
	claim: {
		en: 'Over λ and m the valley of the test loss is flat under λ/2m and slanted under λ/2.',
		zh: '在 λ 与 m 的平面上，测试损失的谷在 λ/2m 下是平的，在 λ/2 下是斜的。',
	},
	parameters: {
		...seedParameters(2, 16, 6, 'Training samples a cell'),
	},
	specs: ({ seeds, firstSeed }) =>
		KINDS.flatMap((kind) =>
			MAPPED.flatMap((scaling) =>
				[...combinations(CELLS[kind].sizes, CELLS[kind].lambdas, range(seeds, firstSeed))].map(([m, lambda, seed]) =>
					cellSpec(kind, m, seed, { lambda: lambda * shift[scaling], scaling }),
				),
			),
		),
	measure({ seeds }, runs) {
		let first = 0;
		const panels = KINDS.flatMap((kind) =>
			MAPPED.map((scaling) => {
				const { sizes, lambdas } = CELLS[kind];
				const losses = sizes.map((_, i) =>
					lambdas.map((_, j) =>
						range(seeds).map((seed) => testLossOf(runs[first + (i * lambdas.length + j) * seeds + seed])),
					),
				);
				first += sizes.length * lambdas.length * seeds;
				return { kind, scaling, sizes, lambdas: lambdas.map((lambda) => lambda * shift[scaling]), losses };
			}),
		);
		/** p of λ* ∝ m⁻ᵖ along the valley. */
		const exponents = panels.map(({ sizes, lambdas, losses }) =>
			bootstrap(seeds, (sample) => {
				const best = losses.map((size) =>
					smoothArgmin(
						lambdas.map(Math.log),
						size.map((of) => mean(sample.map((seed) => at(of, seed)))),
					),
				);
				return -slope(sizes.map(Math.log), best);
			}),
		);
		const exponent = (kind: Kind, scaling: Mapped) =>
			exponents[panels.findIndex((panel) => panel.kind === kind && panel.scaling === scaling)] ?? { value: Number.NaN };
		return {
			measured: {
				moonsOver2m: exponent('moons', 'over-2m'),
				moonsOver2SqrtM: exponent('moons', 'over-2sqrt-m'),
				moonsHalf: exponent('moons', 'half'),
				breastCancerOver2m: exponent('breast-cancer', 'over-2m'),
				breastCancerOver2SqrtM: exponent('breast-cancer', 'over-2sqrt-m'),
				breastCancerHalf: exponent('breast-cancer', 'half'),
			},
			figure: {
				kind: 'heat-map',
				x: AXES.m,
				y: AXES.lambda,
				z: AXES.testLoss,
				panels: panels.map(({ kind, scaling, sizes, lambdas, losses }) => ({
					label: { en: `${kind}, ${scaling}`, zh: `${kind}，${scaling}` },
					x: [...sizes],
					y: lambdas,
					z: lambdas.map((_, j) => losses.map((size) => finiteOrNull(mean(at(size, j))))),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `Along the valley the best λ goes as m⁻ᵖ with p = ${formatWithInterval(found.moonsOver2m, 2)} under λ/2m, ${formatWithInterval(found.moonsOver2SqrtM, 2)} under λ/(2√m) and ${formatWithInterval(found.moonsHalf, 2)} under λ/2 on moons; ${formatWithInterval(found.breastCancerOver2m, 2)}, ${formatWithInterval(found.breastCancerOver2SqrtM, 2)} and ${formatWithInterval(found.breastCancerHalf, 2)} on breast cancer. Flat would be 0.`,
		zh: `沿谷底最佳 λ 按 m⁻ᵖ 变化。月牙数据：λ/2m 下 p = ${formatWithInterval(found.moonsOver2m, 2)}，λ/(2√m) 下 ${formatWithInterval(found.moonsOver2SqrtM, 2)}，λ/2 下 ${formatWithInterval(found.moonsHalf, 2)}；乳腺癌数据依次为 ${formatWithInterval(found.breastCancerOver2m, 2)}、${formatWithInterval(found.breastCancerOver2SqrtM, 2)}、${formatWithInterval(found.breastCancerHalf, 2)}。平坦对应 0。`,
	}),
	expectations: [
		{
			measured: 'moonsHalf',
			text: { en: 'slanted under half: p > ½', zh: '在 half 下是斜的：p > ½' },
			from: 0.5,
			to: 1.3,
		},
		{
			measured: 'moonsOver2m',
			text: { en: 'nearly flat under over-2m: |p| < ½', zh: '在 over-2m 下接近平坦：|p| < ½' },
			from: -0.5,
			to: 0.5,
		},
	],
});

const KINDS: readonly Kind[] = ['moons', 'breast-cancer'];
function cellSpec(kind: Kind, m: number, seed: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput {
	if (kind === 'moons') return moonsNet({ m, seed, penalty });
	return {
		data: { kind, m, seed },
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.3, momentum: 0.9, nesterov: true },
		penalty,
		training: { epochs: 3000, recordEvery: 3000 },
	};
}
