/** Values of a decade that a person would choose. */
const DECADE = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9];

const decades = (from: number, to: number): number[] =>
	Array.from({ length: to - from }, (_, i) =>
		DECADE.map((value) => Number((value * 10 ** (from + i)).toPrecision(2))),
	).flat();

/** The stops of λ's slider, each a number that a person would choose: 0 at the left, then a logarithmic scale. */
export const LAMBDA_STOPS: readonly number[] = [0, ...decades(-3, 3), 1000];

/** Where λ's slider ends, as an index, unless a run has a larger λ: none of the questions asks for more. */
const USUAL_END = LAMBDA_STOPS.indexOf(30);
export const lambdaEnd = (largest: number): number =>
	largest > (LAMBDA_STOPS[USUAL_END] ?? 0) ? LAMBDA_STOPS.length - 1 : USUAL_END;

/** The stops of m's slider: whole rows on a logarithmic scale. */
export const ROW_STOPS: readonly number[] = [...decades(1, 3), 1000, 2000, 3000];

/** Index of the stop that lies nearest to a value, by ratio; 0 is nearest to nothing but itself. */
export function nearestStop(stops: readonly number[], value: number): number {
	if (!(value > 0)) return 0;
	const distance = (stop: number) => (stop === 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(stop / value)));
	return stops.reduce(
		(best, stop, index) => (distance(stop) < distance(stops[best] ?? 0) ? index : best),
		stops.length - 1,
	);
}
