import * as z from 'zod';
import { at } from '../../at.ts';
import { argmin, bootstrap, mean, meanOf, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment } from '../experiment.ts';
import { AXES, axis, columnsOf } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { ridgeDraws } from '../shared/ridgeDraws.ts';
import { drawParameters } from '../shared/seeds.ts';

const SIZES = [30, 100, 300, 1000] as const;
/** Half octaves, so that a parabola through three of them finds the minimum; the best λ is one of the whole octaves. */
const LAMBDAS = Array.from({ length: 13 }, (_, k) => 2 ** (k / 2 - 1));
const isOctave = (_: unknown, k: number) => k % 2 === 0;
const FEATURES = 20;
/** Four sizes, thirteen λ each, and its part of the bootstrap. */
const FLOP_OF_A_DRAW = 6.5e7;

/** Claims 5 and 7, the linear half: the best λ is σ²/τ², a property of the prior, at every m. */
export const priorSetsLambda = defineExperiment({
	name: 'prior-sets-lambda',
	claims: [5, 7],
	status: 'proved',
	title: { en: 'The prior sets λ, not the data', zh: '决定 λ 的是先验而非数据' },
	claim: {
		en: 'With a Gaussian prior N(0, τ²) and noise σ² the best λ is σ²/τ² at every m, while the best coefficient λ/m falls.',
		zh: '先验为 N(0, τ²)、噪声为 σ² 时，无论 m 多大，最佳 λ 都是 σ²/τ²，而最佳系数 λ/m 随 m 下降。',
	},
	parameters: {
		...drawParameters(100, 4000, 1500, 'Teachers, each with data of its own'),
		teacherStandardDeviation: z.number().min(0.1).max(5).default(0.5).describe('τ'),
		noise: z.number().min(0.1).max(5).default(1).describe('σ'),
	},
	specs: () => [],
	arithmetic: ({ draws }) => draws * FLOP_OF_A_DRAW,
	measure({ draws, firstSeed, teacherStandardDeviation, noise }) {
		const best = (noise / teacherStandardDeviation) ** 2;
		// The grid in units of the λ that theory names, which 4 stands for.
		const lambdas = LAMBDAS.map((lambda) => (lambda / 4) * best);
		const teacher = { features: FEATURES, teacherStandardDeviation, noise };
		const risks = SIZES.map((m) => ridgeDraws(teacher, m, range(draws, firstSeed), lambdas).excess);
		const risk = (excess: number[][], sample: readonly number[]) =>
			excess.map((of) => mean(sample.map((draw) => at(of, draw))));
		const logs = lambdas.map(Math.log2);
		const bestOf = (excess: number[][]) =>
			bootstrap(draws, (sample) => argmin(lambdas.filter(isOctave), risk(excess, sample).filter(isOctave)));
		const bests = risks.map(bestOf);
		const exponent = bootstrap(draws, (sample) => {
			const found = risks.map((excess) => smoothArgmin(logs, risk(excess, sample)) * Math.LN2);
			return -slope(SIZES.map(Math.log), found);
		});
		const [at30, at100, at300, at1000] = bests as [Best, Best, Best, Best]; // one a size
		return {
			measured: {
				bestAt30: at30,
				bestAt100: at100,
				bestAt300: at300,
				bestAt1000: at1000,
				coefficientAt30: { value: at30.value / 30 },
				coefficientAt1000: { value: at1000.value / 1000 },
				exponentOver2m: exponent,
				exponentHalf: { value: exponent.value + 1, low: addOne(exponent.low), high: addOne(exponent.high) },
			},
			figure: {
				kind: 'curves',
				x: AXES.lambda,
				y: axis({ en: 'risk beyond the noise, relative to the best', zh: '超出噪声的风险（相对最优值）' }),
				series: SIZES.map((m, i) => {
					const excess = at(risks, i);
					const least = Math.min(...excess.map(mean));
					return {
						label: { en: `m = ${m}`, zh: `m = ${m}` },
						draw: 'line' as const,
						x: lambdas,
						...columnsOf(excess.map((of) => meanOf(of.map((value) => value / least)))),
					};
				}),
			},
		};
	},
	sentence: ({ bestAt30, bestAt100, bestAt300, bestAt1000, coefficientAt30, coefficientAt1000 }) => ({
		en: `The best λ is ${formatValue(bestAt30)}, ${formatValue(bestAt100)}, ${formatValue(bestAt300)} and ${formatValue(bestAt1000)} at m = 30, 100, 300 and 1,000, while the best coefficient λ/m falls from ${formatValue(coefficientAt30)} to ${formatValue(coefficientAt1000)}.`,
		zh: `m = 30、100、300、1000 时最佳 λ 分别为 ${formatValue(bestAt30)}、${formatValue(bestAt100)}、${formatValue(bestAt300)}、${formatValue(bestAt1000)}，而最佳系数 λ/m 从 ${formatValue(coefficientAt30)} 降到 ${formatValue(coefficientAt1000)}。`,
	}),
	expectations: [
		...(['bestAt30', 'bestAt100', 'bestAt300', 'bestAt1000'] as const).map((measured) => ({
			measured,
			text: { en: 'σ²/τ² = 4', zh: 'σ²/τ² = 4' },
			from: 4,
			to: 4,
		})),
		{ measured: 'coefficientAt30', text: { en: '0.133', zh: '0.133' }, from: 0.133, to: 0.134 },
		{ measured: 'coefficientAt1000', text: { en: '0.004', zh: '0.004' }, from: 0.004, to: 0.004 },
		{
			measured: 'exponentOver2m',
			text: { en: 'λ* ∝ m⁻ᵖ with p = 0 under over-2m', zh: '在 over-2m 下 λ* ∝ m⁻ᵖ，p = 0' },
			from: -0.05,
			to: 0.05,
		},
		{ measured: 'exponentHalf', text: { en: 'p = 1 under half', zh: '在 half 下 p = 1' }, from: 0.95, to: 1.05 },
	],
});

type Best = { value: number };
const addOne = (value: number | undefined) => (value ?? Number.NaN) + 1;
