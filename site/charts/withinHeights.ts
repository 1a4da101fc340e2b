type Place = readonly [x: number, y: number];

/** Two heights in pixels, the upper one the lesser. */
export interface Heights {
	top: number;
	bottom: number;
}

/**
 * A line held between two heights: where it crosses one it has a corner, and beyond it runs along it, so that what is
 * inside keeps its slope.
 */
export function withinHeights(line: readonly Place[], heights: Heights): Place[] {
	return line.flatMap(([x, y], i): Place[] => {
		const before = line[i - 1];
		return [...(before ? crossings(before, [x, y], heights) : []), [x, held(y, heights)]];
	});
}

/** The parts of a line that lie between two heights. */
export function linesWithin(line: readonly Place[], heights: Heights): Place[][] {
	const parts: Place[][] = [];
	let last: Place | null = null;
	for (const place of withinHeights(line, heights)) {
		const isEdge = place[1] === heights.top || place[1] === heights.bottom;
		if (last && !(isEdge && place[1] === last[1])) {
			const part = parts.at(-1);
			if (part && part.at(-1) === last) part.push(place);
			else parts.push([last, place]);
		}
		last = place;
	}
	return parts;
}

/** Where the line from one place to another crosses the heights, in that order. */
const crossings = ([fromX, fromY]: Place, [x, y]: Place, { top, bottom }: Heights): Place[] =>
	[top, bottom]
		.map((height) => ({ height, share: (height - fromY) / (y - fromY) }))
		.filter(({ share }) => share > 0 && share < 1)
		.sort((one, other) => one.share - other.share)
		.map(({ height, share }) => [fromX + share * (x - fromX), height]);

const held = (y: number, { top, bottom }: Heights) => Math.min(bottom, Math.max(top, y));
