import type { Chart } from '../chart.ts';
import type { Look } from '../chartConfig.ts';
import type { Layout } from '../layout.ts';

/** A chart as it is drawn at the moment. */
export interface Drawing {
	chart: Chart;
	layout: Layout;
	look: Look;
}
