/** A label that wants to stand around a height. */
export interface Wanted {
	/** Where its middle belongs. */
	middle: number;
	height: number;
}

/**
 * The middles of labels that stand in a column between `top` and `bottom` without overlapping, in the order that they
 * want, moved as little as possible: the minimum of Σ(middle − wanted)².
 *
 * With each label shifted up by the heights of those above it, "does not overlap" becomes "does not decrease": an
 * isotonic regression, solved by pooling adjacent violators (Barlow et al., 1972). Null where there is no room.
 */
export function spreadLabels(wanted: readonly Wanted[], top: number, bottom: number): number[] | null {
	const total = wanted.reduce((sum, { height }) => sum + height, 0);
	if (total > bottom - top) return null;
	const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.middle - b.middle);
	const blocks: { sum: number; count: number }[] = [];
	const offsets: number[] = [];
	let above = 0;
	for (const { middle, height } of order) {
		offsets.push(above + height / 2);
		let block = { sum: middle - (above + height / 2), count: 1 };
		for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
			block = { sum: last.sum + block.sum, count: last.count + block.count };
			blocks.pop();
		}
		blocks.push(block);
		above += height;
	}
	const starts = blocks.flatMap(({ sum, count }) =>
		Array<number>(count).fill(Math.min(Math.max(sum / count, top), bottom - total)),
	);
	const middles: number[] = [];
	for (const [place, { index }] of order.entries()) {
		middles[index] = (starts[place] ?? top) + (offsets[place] ?? 0);
	}
	return middles;
}
