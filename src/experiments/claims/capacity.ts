import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { bootstrap, bootstrapAll, type Estimate, mean, meanOf } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { seedParameters } from '../shared/seeds.ts';

const ACTIVATIONS = ['relu', 'tanh', 'sigmoid'] as const;
const WIDTHS = [1, 2, 4, 8, 16, 32, 64] as const;
/** Widths of two equal hidden layers, for the part of the claim about depth. */
const DEEP = [2, 4, 8, 16] as const;
const POINTS = 100;
const EPOCHS = 5000;
/** Where the error rises with width though a wider network holds every narrower one: these are trained for longer too. */
const DOUBTED = [
	['relu', 8],
	['relu', 16],
	['tanh', 16],
	['tanh', 64],
] as const;
/** The same with two hidden layers. */
const DOUBTED_DEEP = [8, 16] as const;
const LONGER_EPOCHS = 30_000;

/** Claim 19: more units fit a fixed function better, whichever the activation, as far as training gets there. */
export const capacity = defineExperiment({
	name: 'capacity',
	claims: [19],
	status: 'measured',
	title: { en: 'Capacity, width and depth', zh: '容量、宽度与深度' },
	claim: {
		en: 'A network of any of the activations fits a fixed function the better the wider it is, squashing ones and ReLU alike, until training is the limit and not capacity.',
		zh: '无论哪种激活函数，网络越宽对固定函数拟合得越好，压缩型激活与 ReLU 皆然，直到限制来自训练而非容量。',
	},
	parameters: { ...seedParameters(2, 16, 5, inDocument('Initial weights')) },
	specs: ({ seeds, firstSeed }) => [
		...[...combinations(ACTIVATIONS, WIDTHS, range(seeds, firstSeed))].map(([activation, width, seed]) =>
			fittingSpec(activation, [width], seed),
		),
		...[...combinations(ACTIVATIONS, DEEP, range(seeds, firstSeed))].map(([activation, width, seed]) =>
			fittingSpec(activation, [width, width], seed),
		),
		...DOUBTED.flatMap(([activation, width]) =>
			range(seeds, firstSeed).map((seed) => fittingSpec(activation, [width], seed, LONGER_EPOCHS)),
		),
		...DOUBTED_DEEP.flatMap((width) =>
			range(seeds, firstSeed).map((seed) => fittingSpec('relu', [width, width], seed, LONGER_EPOCHS)),
		),
	],
	measure({ seeds }, runs) {
		const cells = ACTIVATIONS.length * WIDTHS.length * seeds;
		const error = (run: (typeof runs)[number] | undefined) => Math.sqrt(2 * (run?.final.dataLoss ?? Number.NaN));
		const shallow = tabulate(runs.slice(0, cells), [ACTIVATIONS.length, WIDTHS.length, seeds], error);
		const deep = tabulate(runs.slice(cells), [ACTIVATIONS.length, DEEP.length, seeds], error);
		const errorAt = (activation: number, width: (typeof WIDTHS)[number]) =>
			meanOf(at(at(shallow, activation), WIDTHS.indexOf(width)));
		const first = cells + ACTIVATIONS.length * DEEP.length * seeds;
		const longerErrors = [...DOUBTED, ...DOUBTED_DEEP].map((_, i) =>
			range(seeds, first + i * seeds).map((run) => error(runs[run])),
		);
		const longer = longerErrors.map(meanOf);
		/** The largest ratio of the wider network's error to the narrower's, of these pairs. */
		const riseLonger = (...pairs: (readonly [narrow: number, wide: number])[]) =>
			bootstrap(seeds, (sample) => {
				const average = (which: number) => mean(sample.map((seed) => at(at(longerErrors, which), seed)));
				return Math.max(...pairs.map(([narrow, wide]) => average(wide) / average(narrow)));
			});
		const found = bootstrapAll(seeds, (sample) => {
			const averages = (errors: number[][][]) =>
				errors.map((widths) => widths.map((each) => mean(sample.map((seed) => at(each, seed)))));
			const [one, two] = [averages(shallow), averages(deep)];
			return {
				/** From each width to the next, whichever the activation and however many layers. */
				rises: [...one, ...two].flatMap((widths) => widths.slice(1).map((wider, i) => wider / at(widths, i))),
				deepOverShallow: two.flatMap((widths, i) =>
					widths.map((error, j) => error / at(at(one, i), WIDTHS.indexOf(at(DEEP, j)))),
				),
				/** At 64 units, of the error at 1. */
				sharesLeft: one.map((widths) => at(widths, WIDTHS.length - 1) / at(widths, 0)),
			};
		});
		return {
			measured: {
				reluAt1: errorAt(0, 1),
				reluAt64: errorAt(0, 64),
				reluAt8: errorAt(0, 8),
				reluAt16: errorAt(0, 16),
				reluAt8Longer: at(longer, 0),
				reluAt16Longer: at(longer, 1),
				tanhAt1: errorAt(1, 1),
				tanhAt64: errorAt(1, 64),
				tanhAt16: errorAt(1, 16),
				tanhAt16Longer: at(longer, 2),
				tanhAt64Longer: at(longer, 3),
				largestRiseLonger: riseLonger([0, 1], [2, 3]),
				largestRise: found(({ rises }) => Math.max(...rises)),
				deepReluAt8: meanOf(at(at(deep, 0), DEEP.indexOf(8))),
				deepReluAt16: meanOf(at(at(deep, 0), DEEP.indexOf(16))),
				deepRiseLonger: riseLonger([4, 5]),
				largestDeepOverShallow: found(({ deepOverShallow }) => Math.max(...deepOverShallow)),
				sigmoidAt1: errorAt(2, 1),
				sigmoidAt64: errorAt(2, 64),
				largestShareLeft: found(({ sharesLeft }) => Math.max(...sharesLeft)),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'units of each hidden layer', zh: '每个隐藏层的单元数' }, 'logarithmic'),
				y: axis({ en: 'root mean squared error', zh: '均方根误差' }, 'logarithmic'),
				series: [
					...ACTIVATIONS.flatMap((activation, i) => [
						{
							label: { en: `${activation}, one layer`, zh: `${activation}，一层` },
							draw: 'line' as const,
							x: [...WIDTHS],
							...columnsOf(at(shallow, i).map(meanOf)),
						},
						{
							label: { en: `${activation}, two layers`, zh: `${activation}，两层` },
							draw: 'line' as const,
							x: [...DEEP],
							...columnsOf(at(deep, i).map(meanOf)),
						},
					]),
					...(['relu', 'tanh'] as const).map((activation) => ({
						label: { en: `${activation}, 30,000 epochs`, zh: `${activation}，三万轮` },
						draw: 'points' as const,
						x: DOUBTED.filter(([of]) => of === activation).map(([, width]) => width),
						...columnsOf(longer.filter((_, i) => DOUBTED[i]?.[0] === activation)),
					})),
				],
			},
		};
	},
	sentence: (found) => ({
		en: `From 1 to 64 units the error of the fit falls from ${formatValue(found.reluAt1)} to ${formatWithInterval(found.reluAt64, 2)} for ReLU, from ${formatValue(found.tanhAt1)} to ${formatWithInterval(found.tanhAt64, 2)} for tanh and from ${formatValue(found.sigmoidAt1)} to ${formatWithInterval(found.sigmoidAt64, 2)} for the sigmoid. On the way it rises where it should fall: most for ReLU with two layers, from 8 units (${brief(found.deepReluAt8)}) to 16 (${brief(found.deepReluAt16)}), for ReLU with one from 8 (${brief(found.reluAt8)}) to 16 (${brief(found.reluAt16)}), and for tanh from 16 (${brief(found.tanhAt16)}) to 64. After 30,000 epochs the wider of these pairs, picked since it rose there, has at most ${longer(found)} times the error.`,
		zh: `单元数从 1 增加到 64，拟合误差：ReLU 从 ${formatValue(found.reluAt1)} 降到 ${formatWithInterval(found.reluAt64, 2)}，tanh 从 ${formatValue(found.tanhAt1)} 降到 ${formatWithInterval(found.tanhAt64, 2)}，sigmoid 从 ${formatValue(found.sigmoidAt1)} 降到 ${formatWithInterval(found.sigmoidAt64, 2)}。途中有该降反升之处：最大的在两层的 ReLU，从 8 个单元（${brief(found.deepReluAt8)}）到 16 个（${brief(found.deepReluAt16)}）；一层的 ReLU 从 8 个（${brief(found.reluAt8)}）到 16 个（${brief(found.reluAt16)}），tanh 从 16 个（${brief(found.tanhAt16)}）到 64 个。这几对是因为上升过才选出的；训练 30,000 轮，其中较宽者的误差至多是较窄者的 ${longer(found)} 倍。`,
	}),
});

/** The largest ratio of the pairs that were trained longer. */
const longer = ({ largestRiseLonger, deepRiseLonger }: Record<'largestRiseLonger' | 'deepRiseLonger', Estimate>) =>
	formatWithInterval(largestRiseLonger.value > deepRiseLonger.value ? largestRiseLonger : deepRiseLonger, 2);
const brief = (estimate: Estimate) => formatValue(estimate, 2);

export const expectations: ExpectationsOf<typeof capacity> = [
	{
		measured: 'largestShareLeft',
		text: { en: 'error falls with width for every activation', zh: '每种激活函数的误差都随宽度下降' },
		from: 0,
		to: 0.5,
		of: 'whole',
	},
	{
		measured: 'largestRiseLonger',
		text: {
			en: 'trained for longer, it does not rise with width: one layer',
			zh: '训练更久，误差不随宽度上升：一层',
		},
		from: 0,
		to: 1,
		strictly: { from: 0, to: 1, of: 'whole' },
	},
	{
		measured: 'deepRiseLonger',
		text: {
			en: 'trained for longer, it does not rise with width: two layers',
			zh: '训练更久，误差不随宽度上升：两层',
		},
		from: 0,
		to: 1,
		of: 'whole',
		isHeld: false,
	},
	{
		measured: 'largestRise',
		text: {
			en: 'error falls from each width to the next, as long as all were trained',
			zh: '在共同的训练轮数下，误差从每个宽度到下一个都下降',
		},
		from: 0,
		to: 1,
		of: 'whole',
		isHeld: false,
	},
	{
		measured: 'largestDeepOverShallow',
		text: { en: 'two layers fit better than one as wide', zh: '两层比同样宽的一层拟合得好' },
		from: 0,
		to: 1,
		of: 'whole',
		isHeld: false,
	},
];

/** sin 4x + ½ cos 9x on [−1, 1]. */
const X = range(POINTS).map((i) => [-1 + (2 * i) / (POINTS - 1)]);
const y = X.map(([x = 0]) => Math.sin(4 * x) + 0.5 * Math.cos(9 * x));

const fittingSpec = (
	activation: (typeof ACTIVATIONS)[number],
	hidden: number[],
	seed: number,
	epochs = EPOCHS,
): RunSpecInput => ({
	data: { kind: 'inline', X: X.map(([x = 0]) => [3 * x]), y },
	network: { hidden, activation },
	init: { kind: 'glorot-normal', seed },
	loss: 'half-squared-error',
	optimizer: { kind: 'adam', learningRate: 0.03 },
	training: { epochs, recordEvery: epochs, learningRateDecay: 'linear' },
});
