import * as z from 'zod';
import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { formatCount } from '../../numberFormat.ts';
import { bootstrapAll, mean, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { markMinimum } from '../shared/markMinimum.ts';
import { ridgeDraws } from '../shared/ridgeDraws.ts';
import { drawParameters } from '../shared/seeds.ts';

const SIZES = [30, 100, 300, 1000] as const;
/** λ a decade; none of them is the λ that theory names. */
const STEPS = 9;
/** What a λ may cost beside the best to count as good. */
const TOLERANCE = 1.01;
const FEATURES = 20;
/** Four sizes, 29 λ each, and its part of the bootstrap. */
const FLOP_OF_A_DRAW = 6.5e7;

/** Claims 5 and 7, the linear half: the best λ is σ²/τ², a property of the prior, at every m. */
export const priorSetsLambda = defineExperiment({
	name: 'prior-sets-lambda',
	claims: [5, 7],
	status: 'proved',
	title: { en: 'The prior sets λ, not the data', zh: '决定 λ 的是先验而非数据' },
	claim: {
		en: 'With a Gaussian prior N(0, τ²) and noise σ² the best λ is σ²/τ² at every m, while the best coefficient λ/m falls; the more data, the wider the range of λ that is as good.',
		zh: '先验为 N(0, τ²)、噪声为 σ² 时，无论 m 多大，最佳 λ 都是 σ²/τ²，而最佳系数 λ/m 随 m 下降；数据越多，同样好的 λ 的范围越宽。',
	},
	parameters: {
		...drawParameters(100, 4000, 1500, inDocument('Teachers, each with data of its own')),
		teacherStandardDeviation: z.number().min(0.1).max(5).default(0.5).describe(inDocument('τ')),
		noise: z.number().min(0.1).max(5).default(1).describe(inDocument('σ')),
	},
	specs: () => [],
	computed: ({ draws, teacherStandardDeviation, noise }) => {
		const [en, zh] = [formatCount(draws, 'en'), formatCount(draws, 'zh')];
		return {
			en: `ridge with ${FEATURES} inputs on ${en} linear teachers (τ = ${teacherStandardDeviation}, noise σ = ${noise}), each with data of its own; m = 30, 100, 300 and 1,000; λ on a logarithmic grid, and 0`,
			zh: `${zh} 个线性教师模型（τ = ${teacherStandardDeviation}，噪声 σ = ${noise}）上的岭回归，各有自己的数据，${FEATURES} 个输入；m = 30、100、300、1,000；λ 取对数网格，另加 0`,
		};
	},
	arithmetic: ({ draws }) => draws * FLOP_OF_A_DRAW,
	measure({ draws, firstSeed, teacherStandardDeviation, noise }) {
		const best = (noise / teacherStandardDeviation) ** 2;
		const lambdas = gridAround(best);
		const teacher = { features: FEATURES, teacherStandardDeviation, noise };
		const all = SIZES.map((m) => ridgeDraws(teacher, m, range(draws, firstSeed), [0, ...lambdas]).excess);
		const risks = all.map((excess) => excess.slice(1));
		const logs = lambdas.map(Math.log);
		const found = bootstrapAll(draws, (sample) => {
			const curves = all.map((excess) => excess.map((of) => mean(sample.map((draw) => at(of, draw)))));
			const bests = curves.map((risk) => smoothArgmin(logs, risk.slice(1)));
			return {
				curves,
				bests,
				good: curves.map((risk) => goodRange([Number.NEGATIVE_INFINITY, ...logs], risk)),
				slope: slope(SIZES.map(Math.log), bests),
			};
		});
		const bestAt = (size: number) => found(({ bests }) => Math.exp(at(bests, size)));
		const goodFrom = (size: number) => found(({ good }) => Math.exp(at(good, size).from));
		const goodTo = (size: number) => found(({ good }) => Math.exp(at(good, size).to));
		const bests = SIZES.map((_, size) => bestAt(size));
		const exponent = found((each) => -each.slope);
		const curves = risks.map((excess) => excess.map(mean));
		return {
			measured: {
				bestAt30: at(bests, 0),
				bestAt100: at(bests, 1),
				bestAt300: at(bests, 2),
				bestAt1000: at(bests, 3),
				coefficientAt30: { value: at(bests, 0).value / 30 },
				coefficientAt1000: { value: at(bests, 3).value / 1000 },
				goodFromAt30: goodFrom(0),
				goodToAt30: goodTo(0),
				goodFromAt100: goodFrom(1),
				goodToAt100: goodTo(1),
				goodFromAt300: goodFrom(2),
				goodToAt300: goodTo(2),
				goodFromAt1000: goodFrom(3),
				goodToAt1000: goodTo(3),
				exponentOver2m: exponent,
				exponentHalf: { value: exponent.value + 1, low: addOne(exponent.low), high: addOne(exponent.high) },
			},
			figure: {
				kind: 'curves',
				x: AXES.lambda,
				y: axis({ en: 'risk beyond the noise, relative to the best', zh: '超出噪声的风险（相对最优值）' }),
				series: [
					...SIZES.map((m, i) => {
						const least = Math.min(...at(curves, i));
						return {
							label: { en: `m = ${m}`, zh: `m = ${m}` },
							draw: 'line' as const,
							x: lambdas,
							...columnsOf(lambdas.map((_, k) => found((each) => at(at(each.curves, i), k + 1) / least))),
						};
					}),
					...SIZES.map((m, i) => {
						const least = Math.min(...at(curves, i));
						return markMinimum(
							`m = ${m}`,
							lambdas,
							at(curves, i).map((risk) => risk / least),
						);
					}),
				],
			},
		};
	},
	sentence: (found) => ({
		en: `The best λ (marked) is ${formatWithInterval(found.bestAt30)}, ${formatWithInterval(found.bestAt100)}, ${formatWithInterval(found.bestAt300)} and ${formatWithInterval(found.bestAt1000)} at m = 30, 100, 300 and 1,000, while the best coefficient λ/m falls from ${formatValue(found.coefficientAt30)} to ${formatValue(found.coefficientAt1000)}. Every λ from ${formatValue(found.goodFromAt30, 2)} to ${formatValue(found.goodToAt30, 2)} at m = 30, from ${formatValue(found.goodFromAt100, 2)} to ${formatValue(found.goodToAt100, 2)} at 100, from ${formatValue(found.goodFromAt300, 2)} to ${formatValue(found.goodToAt300, 2)} at 300 and from ${formatValue(found.goodFromAt1000, 2)} to ${formatValue(found.goodToAt1000, 2)} at 1,000 (0 is no penalty) costs less than 1% more than the best.`,
		zh: `m = 30、100、300、1,000 时最佳 λ（图中标出）分别为 ${formatWithInterval(found.bestAt30)}、${formatWithInterval(found.bestAt100)}、${formatWithInterval(found.bestAt300)}、${formatWithInterval(found.bestAt1000)}，而最佳系数 λ/m 从 ${formatValue(found.coefficientAt30)} 降到 ${formatValue(found.coefficientAt1000)}。风险比最优高出不到 1% 的 λ：m = 30 时从 ${formatValue(found.goodFromAt30, 2)} 到 ${formatValue(found.goodToAt30, 2)}，100 时从 ${formatValue(found.goodFromAt100, 2)} 到 ${formatValue(found.goodToAt100, 2)}，300 时从 ${formatValue(found.goodFromAt300, 2)} 到 ${formatValue(found.goodToAt300, 2)}，1,000 时从 ${formatValue(found.goodFromAt1000, 2)} 到 ${formatValue(found.goodToAt1000, 2)}（0 即没有惩罚）。`,
	}),
});

/** The closed form's own values: how far chance may lead is what the intervals say. Literals alone, which the Worker leaves out. */
export const expectations: ExpectationsOf<typeof priorSetsLambda> = [
	{
		measured: 'bestAt30',
		text: { en: 'best λ at m = 30: σ²/τ² = 4', zh: 'm = 30 时的最佳 λ：σ²/τ² = 4' },
		from: 4,
		to: 4,
		of: 'interval',
	},
	{
		measured: 'bestAt100',
		text: { en: 'best λ at m = 100: σ²/τ² = 4', zh: 'm = 100 时的最佳 λ：σ²/τ² = 4' },
		from: 4,
		to: 4,
		of: 'interval',
	},
	{
		measured: 'bestAt300',
		text: { en: 'best λ at m = 300: σ²/τ² = 4', zh: 'm = 300 时的最佳 λ：σ²/τ² = 4' },
		from: 4,
		to: 4,
		of: 'interval',
	},
	{
		measured: 'bestAt1000',
		text: { en: 'best λ at m = 1,000: σ²/τ² = 4', zh: 'm = 1,000 时的最佳 λ：σ²/τ² = 4' },
		from: 4,
		to: 4,
		of: 'interval',
	},
	{
		measured: 'exponentOver2m',
		text: { en: 'λ* ∝ m⁻ᵖ with p = 0 under λ/2m', zh: '在 λ/2m 下 λ* ∝ m⁻ᵖ，p = 0' },
		from: 0,
		to: 0,
		of: 'interval',
	},
];

/** From 0.1 to 100, and by whole decades beyond where σ²/τ² lies outside of that. */
function gridAround(best: number): number[] {
	const first = Math.min(-1, Math.floor(Math.log10(best) - 0.15));
	const last = Math.max(2, Math.ceil(Math.log10(best) + 0.15));
	return range(STEPS * (last - first) + 1).map((k) => 10 ** (first + k / STEPS));
}

/**
 * Between which log λ the risk stays below `TOLERANCE` times its least: where straight lines between the points cross that height, or
 * the end of the grid. The first point is λ = 0, which no straight line leads to: it is good or the range begins on the grid.
 */
function goodRange(x: readonly number[], risk: readonly number[]): { from: number; to: number } {
	const height = TOLERANCE * Math.min(...risk);
	const crossing = (inside: number, outside: number) => {
		const share = (height - at(risk, inside)) / (at(risk, outside) - at(risk, inside));
		return at(x, inside) + share * (at(x, outside) - at(x, inside));
	};
	const isGood = risk.map((value) => value <= height);
	const [first, last] = [isGood.indexOf(true), isGood.lastIndexOf(true)];
	return {
		from: first <= 1 ? at(x, first) : crossing(first, first - 1),
		to: last === x.length - 1 ? at(x, last) : crossing(last, last + 1),
	};
}

const addOne = (value: number | undefined) => (value ?? Number.NaN) + 1;
