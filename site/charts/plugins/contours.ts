import type { Plugin } from 'chart.js';
import { fade } from '../colours.ts';
import { shareOf } from '../domain.ts';
import { linesWithin } from '../withinHeights.ts';
import type { Drawing } from './drawing.ts';

type Place = readonly [number, number];

/** The contours of a plane, thin and grey, as far as the plot goes. */
export const drawContours = (current: () => Drawing): Plugin => ({
	id: 'contours',
	beforeDatasetsDraw({ ctx }) {
		const { chart, layout, look } = current();
		if (chart.kind !== 'curves' || !chart.contours) return;
		const { plot, domains } = layout;
		const placeOf = ([x, y]: Place): Place => [
			plot.left + shareOf(x, domains.x, 'linear') * (plot.right - plot.left),
			plot.bottom - shareOf(y, domains.y, 'linear') * (plot.bottom - plot.top),
		];
		ctx.save();
		ctx.strokeStyle = look.colours.of(fade('var(--ink-soft)', 0.4));
		ctx.lineWidth = 1;
		ctx.beginPath();
		for (const contour of chart.contours) {
			const inHeight = linesWithin(contour.map(placeOf), plot);
			const inside = inHeight.flatMap((line) =>
				linesWithin(line.map(swap), { top: plot.left, bottom: plot.right }).map((part) => part.map(swap)),
			);
			for (const part of inside) {
				for (const [i, place] of part.entries()) {
					if (i === 0) ctx.moveTo(...place);
					else ctx.lineTo(...place);
				}
			}
		}
		ctx.stroke();
		ctx.restore();
	},
});

/** Across for down: what holds a line between two heights holds it between two sides. */
const swap = ([x, y]: Place): Place => [y, x];
