import type { Text } from '../../../src/language.ts';

/** What a reader may vary in a figure: one parameter of its experiment, among a few values. */
interface Control {
	parameter: string;
	label: Text;
	values: readonly number[];
}

/** An experiment as its figure runs it. */
interface Interaction {
	controls: readonly Control[];
	/** Short enough to run at each change. */
	isInstant?: boolean;
	/** Computed from trainings that are committed, which are not trained again. */
	isAnalysis?: boolean;
}

const choice = (parameter: string, en: string, zh: string, ...values: number[]): Control => ({
	parameter,
	label: { en, zh },
	values,
});
const strength = (...values: number[]) => choice('lambda', 'λ', 'λ', ...values);
const examples = (...values: number[]) => choice('m', 'training examples m', '训练样本数 m', ...values);
/** How much is averaged over: a few for a quick answer, or as many as the committed result has. */
const seeds = (...values: number[]) => choice('seeds', 'seeds', '种子数', ...values);
const draws = (...values: number[]) => choice('draws', 'draws', '抽样次数', ...values);
const copies = (...values: number[]) => choice('copies', 'copies', '副本数', ...values);
const repetition = choice('firstSeed', 'samples and weights from seed', '样本与初始权重，种子起于', 1, 101, 201);
/** The same where one sample, design or walk is all there is. */
const draw = (usual = 1) => choice('seed', 'drawn with seed', '随机种子', usual, 101, 201);

/** By the name of the experiment; one that is not here has nothing to vary. */
export const INTERACTIONS: Readonly<Record<string, Interaction>> = {
	'gradient-factor': { controls: [examples(10, 50, 300, 1000), strength(0.1, 0.6, 3)], isInstant: true },
	'decay-under-sgd': { controls: [strength(0.02, 0.1, 0.5)], isInstant: true },
	'decay-under-adam': { controls: [draw(3), strength(0.5, 2.5, 10)], isInstant: true },
	bowl: { controls: [choice('decay', 'decay coefficient d', '衰减系数 d', 0.05, 0.2, 0.3)], isInstant: true },
	'prior-sets-lambda': {
		controls: [
			repetition,
			choice('teacherStandardDeviation', 'prior’s width τ', '先验的宽度 τ', 0.25, 0.5, 1),
			choice('noise', 'noise σ', '噪声 σ', 0.5, 1, 2),
			draws(300, 1500),
		],
	},
	'per-example-decay': { controls: [examples(10, 20, 50), strength(0.5, 2, 8)], isInstant: true },
	'weight-of-one-example': { controls: [repetition, strength(1, 4, 16), seeds(4, 16)] },
	'duplicated-data': { controls: [repetition, strength(0.5, 2.5, 10), seeds(4, 16)] },
	'exact-zeros': { controls: [draw(), strength(5, 20, 40)], isInstant: true },
	'posterior-is-objective': { controls: [draw(), strength(0.5, 2, 8)], isInstant: true },
	'noise-is-ridge': { controls: [draw(), examples(20, 50, 100), copies(1000, 4000)], isInstant: true },
	overfitting: { controls: [repetition, examples(20, 30, 60), seeds(4, 16)] },
	capacity: { controls: [repetition, seeds(3, 5)] },
	'early-stopping': { controls: [repetition, draws(5, 20)] },
	dropout: { controls: [repetition, seeds(4, 10)] },
	augmentation: { controls: [repetition, seeds(4, 12)] },
	'lambda-across-sizes': { controls: [repetition, seeds(4, 16)] },
	'unstable-decay': { controls: [choice('learningRate', 'learning rate η', '学习率 η', 0.1, 1, 3)], isInstant: true },
	'scale-invariant-weights': {
		controls: [
			draw(),
			choice('lambda', 'λ', 'λ', 0.002, 0.005, 0.02),
			choice('learningRate', 'learning rate η', '学习率 η', 0.03, 0.1, 0.3),
		],
		isInstant: true,
	},
	'normalised-weights': { controls: [draw(), choice('learningRate', 'learning rate η', '学习率 η', 0.1, 0.2, 0.5)] },
	'adamw-timescale': { controls: [repetition, seeds(4, 8)] },
	'momentum-decay': { controls: [strength(1, 10, 50)], isInstant: true },
	'momentum-network': { controls: [repetition, seeds(4, 16)] },
	'lambda-exponent': { controls: [], isAnalysis: true },
	'lambda-size-map': { controls: [], isAnalysis: true },
	'moving-lambda': { controls: [], isAnalysis: true },
	notebook: { controls: [] },
};
