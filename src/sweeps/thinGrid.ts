import type { Grid } from '../schema/sweep.ts';

/** Axes from the one that is shortened first: fewer seeds widen an interval, fewer sizes or scalings change the question. */
const ORDER = ['seed', 'lambda', 'm', 'scaling'] as const;

/**
 * A smaller grid that is within the bounds. Until it is, the longest axis loses its last value (m loses its largest);
 * of axes of one length, the first of seed, λ, m, scaling does.
 *
 * @param isWithin whether a grid would run
 * @returns null when not even one cell would
 */
export function thinGrid(grid: Grid, isWithin: (grid: Grid) => boolean): Grid | null {
	const smaller: Grid = { ...grid };
	while (!isWithin(smaller)) {
		const longest = ORDER.reduce((best, name) => (smaller[name].length > smaller[best].length ? name : best));
		if (smaller[longest].length === 1) return null;
		switch (longest) {
			case 'm': {
				const largest = Math.max(...smaller.m);
				smaller.m = smaller.m.filter((m) => m !== largest);
				break;
			}
			case 'seed':
				smaller.seed = smaller.seed.slice(0, -1);
				break;
			case 'lambda':
				smaller.lambda = smaller.lambda.slice(0, -1);
				break;
			case 'scaling':
				smaller.scaling = smaller.scaling.slice(0, -1);
				break;
		}
	}
	return smaller;
}
