const LEAST_DRAWN = 1e-9;

/** The points of a line 100 wide and 24 high through the logarithms of the values, from the first to the last. */
export function sparklinePoints(values: readonly (number | null)[]): string {
	const logarithms = values
		.filter((value) => value !== null)
		.map((value) => Math.log(Math.max(value, LEAST_DRAWN)))
		.filter(Number.isFinite);
	const [low, high] = [Math.min(...logarithms), Math.max(...logarithms)];
	const last = Math.max(1, logarithms.length - 1);
	return logarithms.map((value, i) => `${(100 * i) / last},${22 - (20 * (value - low)) / (high - low || 1)}`).join(' ');
}
