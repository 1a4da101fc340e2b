import { expect, test } from 'vitest';
import { tooltipPlace } from '../../../site/charts/tooltipPlace.ts';

test.each([
	['the valley of a curve', 180, 20],
	['its top', 30, 200],
])('a tooltip lies across the plot from %s', (_, y, place) => {
	const at = tooltipPlace(y, { top: 20, bottom: 200 });
	expect(at.y).toBe(place);
	expect(Math.abs(at.y - y)).toBeGreaterThan(90);
});
