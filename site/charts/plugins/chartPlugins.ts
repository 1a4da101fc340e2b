import type { Plugin } from 'chart.js';
import type { Chart } from '../chart.ts';
import type { Look } from '../chartConfig.ts';
import type { Layout } from '../layout.ts';
import { drawIntervals } from './intervals.ts';
import { drawLabels } from './labels.ts';

/** A chart as it is drawn at the moment. */
export interface Drawing {
	chart: Chart;
	layout: Layout;
	look: Look;
}

/** What Chart.js does not draw by itself. */
export const chartPlugins = (current: () => Drawing): Plugin[] => [drawIntervals(current), drawLabels(current)];
