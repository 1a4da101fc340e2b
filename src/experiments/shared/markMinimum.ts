import { at } from '../../at.ts';
import type { Series } from '../../schema/figure.ts';
import { smoothArgmin } from '../../statistics.ts';

/**
 * The minimum of a curve over a logarithmic axis as a point of its own: of the parabola through the least of `y` and its two
 * neighbours, or the end of the grid where the least is there.
 *
 * @param name of the curve's series, whose colour the point takes
 */
export function markMinimum(name: string, x: readonly number[], y: readonly number[]): Series {
	const logs = x.map(Math.log);
	const best = smoothArgmin(logs, y);
	const least = y.indexOf(Math.min(...y));
	const isEnd = least === 0 || least === y.length - 1;
	const near = isEnd ? [least] : [least - 1, least, least + 1];
	const height = near
		.map((i) =>
			near.reduce(
				(product, j) => (j === i ? product : (product * (best - at(logs, j))) / (at(logs, i) - at(logs, j))),
				at(y, i),
			),
		)
		.reduce((sum, part) => sum + part, 0);
	return { label: { en: `${name}, best`, zh: `${name}，最佳` }, draw: 'points', x: [Math.exp(best)], y: [height] };
}
