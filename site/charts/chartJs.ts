/** Chart.js with the parts that this site's charts are made of, and no others. */
import {
	BarController,
	BarElement,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	Tooltip,
} from 'chart.js';
import { CellElement, HeatMapController } from './heatMapController.ts';
import { registerAcross } from './tooltipPlace.ts';

Chart.register(
	BarController,
	BarElement,
	CellElement,
	HeatMapController,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	Tooltip,
);

registerAcross();

export { BasicPlatform, Chart as ChartJs, type ChartConfiguration } from 'chart.js';
