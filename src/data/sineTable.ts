import { add, divide, multiply, type Pair } from './doubleDouble.ts';

/** sin and cos of one angle, each as hi + lo. */
type Entry = readonly [sin: number, sinLow: number, cos: number, cosLow: number];

const STEPS = 128;
/** Filled as angles are asked for: all at once take a seventh of a Worker's start. */
const table: (Entry | undefined)[] = [];

/** sin and cos of a multiple of 1/128 from 0 to 111/128, to about 100 bits. */
export function sinesAndCosines(angle: number): Entry {
	const step = angle * STEPS; // a whole number from 0 to 111, as the caller promises
	const known = table[step];
	if (known) return known;
	const entry: Entry = [...series(angle, 1), ...series(angle, 0)];
	table[step] = entry;
	return entry;
}

/** The Taylor series of sin (first = 1) or cos (first = 0). */
function series(angle: number, first: 0 | 1): Pair {
	const square = multiply([angle, 0], [angle, 0]);
	let term: Pair = [first === 1 ? angle : 1, 0];
	let sum = term;
	for (let n = first + 1; n < 28; n += 2) {
		term = divide(multiply(term, square), -n * (n + 1));
		sum = add(sum, term);
	}
	return sum;
}
