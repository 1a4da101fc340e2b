import type { Plugin } from 'chart.js';
import { drawContours } from './contours.ts';
import type { Drawing } from './drawing.ts';
import { drawIntervals } from './intervals.ts';
import { drawLabels } from './labels.ts';

/** What Chart.js does not draw by itself. */
export const chartPlugins = (current: () => Drawing): Plugin[] => [
	drawContours(current),
	drawIntervals(current),
	drawLabels(current),
];
