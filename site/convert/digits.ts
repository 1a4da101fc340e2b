/** The largest relative error of a value as it is written. */
const PRECISION = 1e-12;
const MOST_DIGITS = 17;

/**
 * A value as a person would type it: the fewest digits that say it to one part in 10¹², so 0.3 and
 * not 0.30000000000000004; with a power of ten where there would be many zeros.
 */
export function typed(value: number): string {
	if (value === 0 || !Number.isFinite(value)) return String(value);
	let shortest = value;
	for (let digits = 1; digits <= MOST_DIGITS; digits++) {
		shortest = Number(value.toPrecision(digits));
		if (Math.abs(shortest - value) <= PRECISION * Math.abs(value)) break;
	}
	const size = Math.abs(shortest);
	return size < 1e-4 || size >= 1e9 ? shortest.toExponential().replace('e+', 'e') : String(shortest);
}
