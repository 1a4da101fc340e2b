import { roundTo } from '../../src/numberFormat.ts';
import type { Domain } from './domain.ts';

/** Mantissas of a logarithmic axis' ticks, from many to few. */
const MANTISSAS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];
/** Steps of a linear axis, times a power of ten. */
const STEPS = [1, 2, 5, 10];
/** More ticks than this are not read. */
const MOST_TICKS = 7;
/** So few ticks do not say how an axis goes on. */
const FEWEST_TICKS = 3;

/**
 * The ticks of an axis at round values: as many as fit, at most seven.
 *
 * @param fits whether the labels of these values have room
 */
export function chooseTicks(
	domain: Domain,
	scale: 'linear' | 'logarithmic',
	fits: (values: readonly number[]) => boolean,
): number[] {
	const candidates = scale === 'linear' ? linearTicks(domain) : logarithmicTicks(domain);
	let last: number[] = [];
	for (const values of candidates) {
		last = values;
		if (values.length <= MOST_TICKS && fits(values)) return values;
	}
	return last.slice(0, 1);
}

/** Ticks of a linear axis, from many to few. */
function* linearTicks([from, to]: Domain): Generator<number[]> {
	for (let count = MOST_TICKS; count >= 1; count--) {
		const step = niceStep((to - from) / count);
		const values: number[] = [];
		for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
			values.push(roundTo(k * step, 12));
		}
		yield values;
	}
}

function* logarithmicTicks(domain: Domain): Generator<number[]> {
	const [from, to] = domain;
	const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
	for (const mantissas of MANTISSAS) {
		const values = decades(first, last, 1)
			.flatMap((exponent) => mantissas.map((mantissa) => Number(`${mantissa}e${exponent}`)))
			.filter((value) => value >= from && value <= to);
		if (values.length >= FEWEST_TICKS) yield values;
	}
	// Within less than a decade few values are round on a logarithmic scale; those of a linear one are.
	if (to / from < 10) yield* linearTicks(domain);
	for (let every = 2; every <= last - first; every++) {
		const values = decades(first, last, every).map((exponent) => Number(`1e${exponent}`));
		yield values.filter((value) => value >= from && value <= to);
	}
}

const decades = (first: number, last: number, every: number) =>
	Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((exponent) => exponent % every === 0);

function niceStep(rough: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * (STEPS.find((nice) => nice * power >= rough * (1 - 1e-9)) ?? 10);
}
