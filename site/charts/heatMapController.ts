import {
	type CartesianParsedData,
	type ControllerDatasetOptions,
	type CoreChartOptions,
	DatasetController,
	Element,
	type UpdateMode,
} from 'chart.js';
import type { HeatCell } from './heatMapDataset.ts';

declare module 'chart.js' {
	interface ChartTypeRegistry {
		heatMap: {
			chartOptions: CoreChartOptions<'heatMap'>;
			datasetOptions: ControllerDatasetOptions & { backgroundColor: string[]; borderColor: string };
			defaultDataPoint: HeatCell;
			metaExtensions: object;
			parsedDataType: CartesianParsedData;
			scales: 'linear';
		};
	}
}

interface CellProps {
	x: number;
	y: number;
	width: number;
	height: number;
	isBest: boolean;
	isTie: boolean;
	word: string | null;
}

/** Between two cells, in pixels. */
const SEAM = 1;
/** Of the ring in the best cell of a column. */
const RING_RADIUS = 5;
/** Of the ring in a cell that cannot be told from it. */
const TIE_RADIUS = 2.5;
/** In a cell that is too narrow for its word. */
const SHORT_WORD = '×';

/** One cell: `x` and `y` are its middle. */
class CellElement extends Element<CellProps, { backgroundColor: string }> {
	static id = 'heatCell';
	// Chart.js resolves only options that have a default.
	static override defaults = { backgroundColor: 'transparent' };
	declare width: number;
	declare height: number;
	declare isBest: boolean;
	declare isTie: boolean;
	declare word: string | null;

	inRange(x: number, y: number): boolean {
		return this.inXRange(x) && this.inYRange(y);
	}

	inXRange(x: number): boolean {
		return Math.abs(x - this.x) <= this.width / 2;
	}

	inYRange(y: number): boolean {
		return Math.abs(y - this.y) <= this.height / 2;
	}

	getCenterPoint(): { x: number; y: number } {
		return { x: this.x, y: this.y };
	}

	draw(ctx: CanvasRenderingContext2D): void {
		const { x, y, width, height } = this;
		ctx.fillStyle = this.options.backgroundColor;
		ctx.fillRect(x - width / 2, y - height / 2, width - SEAM, height - SEAM);
	}
}

/** Chart.js' controller of heat maps: cells at the whole numbers of two axes, a ring in the best cell of each column, and a small one in those that cannot be told from it. */
class HeatMapController extends DatasetController<'heatMap', CellElement> {
	static id = 'heatMap';
	static defaults = { dataElementType: 'heatCell' };

	override update(mode: UpdateMode): void {
		const { xScale, yScale, data } = this._cachedMeta;
		if (!xScale || !yScale) return;
		const width = xScale.getPixelForValue(1) - xScale.getPixelForValue(0);
		const height = yScale.getPixelForValue(0) - yScale.getPixelForValue(1);
		for (const [index, element] of data.entries()) {
			const { x, y, ...marks } = this.getDataset().data[index] as HeatCell; // heatMapDataset puts in nothing else
			const place = { x: xScale.getPixelForValue(x), y: yScale.getPixelForValue(y), width, height, ...marks };
			this.updateElement(element, index, { ...place, options: this.resolveDataElementOptions(index, mode) }, mode);
		}
	}

	override draw(): void {
		const { ctx } = this.chart;
		const cells = this._cachedMeta.data;
		for (const cell of cells) cell.draw(ctx);
		ctx.strokeStyle = String(this.getDataset().borderColor);
		ctx.lineWidth = 2;
		ctx.beginPath();
		for (const { x, y, isBest, isTie } of cells) {
			if (!isBest && !isTie) continue;
			const radius = isBest ? RING_RADIUS : TIE_RADIUS;
			ctx.moveTo(x + radius, y);
			ctx.arc(x, y, radius, 0, 2 * Math.PI);
		}
		ctx.stroke();
		this.#write(ctx, cells);
	}

	/** The words of cells without a value, all of them or none: where one has no room there is a cross in each. */
	#write(ctx: CanvasRenderingContext2D, cells: readonly CellElement[]): void {
		const worded = cells.filter(({ word }) => word !== null);
		if (worded.length === 0) return;
		const { size, family } = this.chart.options.font ?? {};
		ctx.font = `${size}px ${family}`;
		ctx.fillStyle = String(this.chart.options.color);
		ctx.textAlign = 'center';
		ctx.textBaseline = 'middle';
		const areShort = worded.some(({ word, width }) => ctx.measureText(word ?? '').width > width - 6);
		for (const { x, y, word } of worded) ctx.fillText(areShort ? SHORT_WORD : (word ?? ''), x, y);
	}
}

export { CellElement, HeatMapController };
