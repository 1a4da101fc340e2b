import * as z from 'zod';
import { at } from '../../at.ts';
import { normalEquations, solveRidge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { RandomState } from '../../data/randomState.ts';
import { inDocument } from '../../inDocument.ts';
import { formatCount } from '../../numberFormat.ts';
import { linearTeacherSchema } from '../../schema/data.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';

const FEATURES = 4;
const LEVELS = [0.05, 0.1, 0.2, 0.4] as const;
/** One noisy example: its draws and its part of the normal equations. */
const FLOP_OF_A_ROW = 4700;

/** Claim 15: noise on the inputs is ridge with λ = m·s² (Bishop 1995): it keeps its weight as m grows, where a prior fades. */
export const noiseIsRidge = defineExperiment({
	name: 'noise-is-ridge',
	claims: [15],
	status: 'proved',
	title: { en: 'Noisy copies are a ridge penalty', zh: '加噪副本就是岭惩罚' },
	claim: {
		en: 'Training on copies with noise N(0, s²) on the inputs is ridge with λ = m·s²: it grows with m, while a prior’s λ stays.',
		zh: '在输入上加 N(0, s²) 噪声的副本上训练，等价于 λ = m·s² 的岭回归：它随 m 增大，而先验的 λ 不变。',
	},
	parameters: {
		m: z.int().min(10).max(200).default(50).describe(inDocument('Examples')),
		copies: z.int().min(100).max(8000).default(4000).describe(inDocument('Noisy copies of the examples')),
		seed: z.int().min(0).max(10_000).default(1).describe(inDocument('Seed of examples and noise')),
	},
	specs: () => [],
	computed: ({ m, copies }) => ({
		en: `least squares with ${FEATURES} inputs on ${formatCount(copies, 'en')} noisy copies of m = ${m} examples of one linear teacher (noise 0.5); s = ${LEVELS.join(', ')}`,
		zh: `一个线性教师模型（噪声 0.5）的 m = ${m} 个样本，${FEATURES} 个输入，在其 ${formatCount(copies, 'zh')} 份加噪副本上的最小二乘；s = ${LEVELS.join('、')}`,
	}),
	arithmetic: ({ m, copies }) => LEVELS.length * m * copies * FLOP_OF_A_ROW,
	measure({ m, copies, seed }) {
		const { train } = linearTeacher(
			linearTeacherSchema.parse({
				kind: 'linear-teacher',
				m,
				features: FEATURES,
				noise: 0.5,
				teacherStandardDeviation: 1,
				seed,
				test: null,
			}),
		);
		const clean = normalEquations(train.X, train.y);
		const equivalents = LEVELS.map((s) =>
			equivalentLambda(fitNoisyCopies(train, copies, s, seed + 1), clean, m * s * s),
		);
		const theory = LEVELS.map((s) => m * s * s);
		const stated = LEVELS.indexOf(0.2);
		return {
			measured: {
				equivalentLambda: { value: at(equivalents, stated) },
				ratioToTheory: { value: at(equivalents, stated) / at(theory, stated) },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'standard deviation s of the noise', zh: '噪声标准差 s' }, 'logarithmic'),
				y: axis({ en: 'equivalent λ', zh: '等价的 λ' }, 'logarithmic'),
				series: [
					{ label: { en: 'measured', zh: '测得' }, draw: 'points', x: [...LEVELS], y: equivalents },
					{ label: { en: 'm·s²', zh: 'm·s²' }, draw: 'line', x: [...LEVELS], y: theory },
				],
			},
		};
	},
	sentence: ({ equivalentLambda: lambda, ratioToTheory }, { copies }) => ({
		en: `Least squares on ${formatCount(copies, 'en')} copies with noise s = 0.2 is ridge with λ = ${formatValue(lambda, 4)}, ${formatValue(ratioToTheory, 4)} times m·s².`,
		zh: `在 s = 0.2 的 ${formatCount(copies, 'zh')} 份加噪副本上做最小二乘，等价于 λ = ${formatValue(lambda, 4)} 的岭回归，是 m·s² 的 ${formatValue(ratioToTheory, 4)} 倍。`,
	}),
});

export const expectations: ExpectationsOf<typeof noiseIsRidge> = [
	{ measured: 'ratioToTheory', text: { en: 'within 1% of m·s²', zh: '与 m·s² 相差不到 1%' }, from: 0.99, to: 1.01 },
];

/** Least squares on noisy copies in pairs of opposite noise, whose means are then exactly 0; the normal equations averaged over the copies. */
function fitNoisyCopies({ X, y }: { X: number[][]; y: number[] }, copies: number, s: number, seed: number): number[] {
	const random = new RandomState(seed);
	const A = Array.from({ length: FEATURES }, () => Array<number>(FEATURES).fill(0));
	const b = Array<number>(FEATURES).fill(0);
	const noise = X.map((row) => row.map(() => 0));
	for (let copy = 0; copy < copies; copy++) {
		for (const row of noise)
			for (let j = 0; j < FEATURES; j++) row[j] = copy % 2 === 0 ? s * random.gaussian() : -at(row, j);
		X.forEach((row, i) => {
			const noisy = row.map((x, j) => x + at(at(noise, i), j));
			noisy.forEach((x, j) => {
				b[j] = at(b, j) + (x * at(y, i)) / copies;
				const line = at(A, j);
				noisy.forEach((other, k) => {
					line[k] = at(line, k) + (x * other) / copies;
				});
			});
		});
	}
	return solveRidge({ A, b }, 0);
}

/** The λ whose ridge weights are nearest to w: golden section between a quarter of `about` and four times that, on its logarithm. */
function equivalentLambda(w: readonly number[], clean: ReturnType<typeof normalEquations>, about: number): number {
	const distance = (log: number) => {
		const ridge = solveRidge(clean, Math.exp(log));
		return Math.hypot(...w.map((value, j) => value - at(ridge, j)));
	};
	const share = (Math.sqrt(5) - 1) / 2;
	let [low, high] = [Math.log(about / 4), Math.log(about * 4)];
	for (let round = 0; round < 80; round++) {
		const [left, right] = [high - share * (high - low), low + share * (high - low)];
		if (distance(left) < distance(right)) high = right;
		else low = left;
	}
	return Math.exp((low + high) / 2);
}
