import { at } from '../at.ts';

/** How many rows there are, which shares of them are held out to test and to choose by, and what draws them. */
interface Split {
	rows: number;
	test: number;
	validation: number;
	seed: number;
}

/**
 * Which rows train and which are held out, those that validate first, as `data.validation` counts them. Of classes, row i of the
 * n of one has place i/n: in the order of these places every stretch has each class in its proportion, and the last row of each,
 * which therefore trains, is at the end.
 *
 * @param classes the class of each row; null for a regression
 * @throws RangeError for a share that is none, and for shares that leave nothing to train or to test on
 */
export function splitRows(classes: readonly number[] | null, { rows, test, validation, seed }: Split) {
	for (const [name, share] of Object.entries({ test, validation })) {
		if (!(share >= 0 && share < 1))
			throw new RangeError(`${name} is ${share}: the share that is held out, 0 to below 1`);
	}
	const testing = Math.min(Math.round(test * rows), rows - 1);
	const validating = validation > 0 ? Math.max(1, Math.round(validation * rows)) : 0;
	if (validating > 0 && (testing === 0 || testing + validating >= rows)) {
		const counted = `of ${rows} rows test ${test} takes ${testing} and validation ${validation} takes ${validating}`;
		throw new RangeError(`${counted}: each needs one at least, and one is needed to train`);
	}
	const order = shuffled(rows, seed);
	const held = inPlaces(order, classes).slice(0, testing + validating);
	const isHeld = new Set(held);
	return { trained: order.filter((row) => !isHeld.has(row)), heldOut: held, validating };
}

/** Rows in the order of their places among those of their class. */
function inPlaces(order: readonly number[], classes: readonly number[] | null): readonly number[] {
	if (!classes) return order;
	const members = classes.reduce(
		(counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1),
		new Map<number, number>(),
	);
	const before = new Map<number, number>();
	const placed = order.map((row) => {
		const one = at(classes, row);
		before.set(one, (before.get(one) ?? 0) + 1);
		return { row, place: (before.get(one) ?? 0) / (members.get(one) ?? 1) };
	});
	return placed.sort((a, b) => a.place - b.place).map(({ row }) => row);
}

/** 0 … n−1 in an order drawn by a seed: Fisher–Yates with Mulberry32, since NumPy's generator is a third of the package. */
function shuffled(n: number, seed: number): number[] {
	const order = Array.from({ length: n }, (_, i) => i);
	let state = seed | 0;
	const random = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	for (let i = n - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
	}
	return order;
}
