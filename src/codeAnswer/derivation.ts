import { LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import type { Setting } from '../convert/library.ts';
import { recipeOf } from '../convert/recipe.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import type { LibraryId } from '../schema/libraryIds.ts';

/** What else a strength is divided or multiplied by before it is that of its row. */
export interface Beside {
	/** B, or m, of a loss that is summed. */
	summedOver: number | null;
	/** 1 − μ of a decay beside a step with momentum: μ amplifies the data's gradient 1/(1 − μ) times, and not the decay. */
	momentumShare: number;
	/** η of a decay that is not multiplied by it. */
	rawRate: number | null;
	/** What the text multiplies a strength of its own by. */
	times: number;
	/** What the loss is multiplied by, which that holds already. */
	lossTimes: number;
	/** What that is in λ, where it has a name. */
	timesAs: string | null;
	/** The name that the text has for a coefficient of its own. */
	coefficient: string;
}

/** The strength that a row has alone, of the one that the code states beside all that. */
export const alone = (
	stated: number,
	{ summedOver, rawRate, times }: Pick<Beside, 'summedOver' | 'rawRate' | 'times'>,
): number => (times === 1 ? stated : roundTo(stated * times, 12)) / (summedOver ?? 1) / (rawRate ?? 1);

/**
 * How λ follows from a library's value, symbols and numbers in one line: `λ = 2m·l2 = 2·50000·0.0001 = 10`. The library's
 * value is f·λ^a·m^b·B^c (`recipe.ts`), with a = ±1, so λ = (value/(f·m^b·B^c))^a; then what else stands beside it (`Beside`).
 */
export function deriveLambda(
	row: LibraryId | typeof LAMBDA,
	value: number,
	lambda: number,
	setting: Setting,
	{ summedOver, momentumShare, rawRate, times: given, timesAs, coefficient }: Omit<Beside, 'lossTimes'>,
): string {
	const { targetDeviation = 1 } = setting;
	if (row === LAMBDA && summedOver === null) return `λ = ${formatShortest(value)}`;
	const {
		factor,
		lambda: power,
		m,
		batch,
	} = row === LAMBDA ? { factor: 1, lambda: 1, m: 0, batch: 0 } : recipeOf(row, setting.loss);
	const sign = Math.sign(power);
	const { parameter, strength } = row === LAMBDA ? { parameter: 'λ', strength: 'penalty' } : libraries[row];
	const [overB, overM] = summedOver === null ? [0, 0] : summedOver === setting.m ? [0, 1] : [1, 0];
	const own = strength === 'prior-deviation' ? given ** 2 : given; // of sd²
	const times = factor ** -sign * (timesAs === null ? own ** sign : 1);
	const isDeviation = strength === 'prior-deviation'; // λ = 1/sd²
	const size = Math.max(times, 1 / times);
	const parts = [
		{ symbol: formatShortest(size), number: size, power: times < 1 ? -1 : 1 },
		{ symbol: 'm', number: setting.m, power: -Math.round(m) * sign - overM },
		{ symbol: 'B', number: setting.batchSize, power: -Math.round(batch) * sign - overB },
		{ symbol: 'sd(y)', number: targetDeviation, power: strength === 'over-target-deviation' ? -1 : 0 },
		{ symbol: timesAs ?? '', number: given ** sign, power: timesAs === null ? 0 : 1 },
		{ symbol: '(1 − μ)', number: momentumShare, power: momentumShare === 1 ? 0 : 1 },
		{ symbol: 'η', number: rawRate ?? 1, power: rawRate === null ? 0 : -1 },
		isDeviation
			? { symbol: `${parameter}²`, number: value ** 2, power: sign }
			: { symbol: /^[λ-]/.test(parameter) ? coefficient : parameter, number: value, power: sign }, // c·‖w‖², whose c is not the λ that is looked for
	].filter((part) => part.power !== 0 && !(part.symbol === '1' && part.number === 1));
	const written = (part: (typeof parts)[number], isNumber: boolean) =>
		isNumber ? formatShortest(part.number) : part.symbol;
	const product = (isNumber: boolean, isAbove: boolean) =>
		parts
			.filter((part) => part.power > 0 === isAbove)
			.map((part) => written(part, isNumber))
			.join('·');
	const side = (isNumber: boolean) => {
		const [top, bottom] = [product(isNumber, true) || '1', product(isNumber, false)];
		const isSeveral = bottom.includes('·');
		return bottom === '' ? top : `${top}/${isSeveral ? `(${bottom})` : bottom}`;
	};
	const [symbols, numbers, result] = [side(false), side(true), formatShortest(roundTo(lambda, 6))];
	return ['λ', symbols, ...(numbers === result ? [] : [numbers]), result].join(' = ');
}
