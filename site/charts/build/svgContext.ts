import { textWidth } from '../textWidth.ts';
import { type Heights, linesWithin } from '../withinHeights.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import { type Shape, type Text, writeElements } from './svgElements.ts';
import type { Point, Subpath } from './svgPath.ts';

/**
 * A canvas context that keeps what is drawn as SVG: the part of CanvasRenderingContext2D that Chart.js uses for charts
 * without gradients and images; of clipping, that of lines and dots between two heights. What is not here throws where it is called.
 *
 * Colours are kept as they are given: custom properties follow the theme.
 */
export class SvgContext {
	readonly canvas: { width: number; height: number; style: object; getContext: () => SvgContext };
	font = '12px sans-serif';
	fillStyle = '#000';
	strokeStyle = '#000';
	lineWidth = 1;
	lineCap = 'butt';
	lineJoin = 'miter';
	lineDashOffset = 0;
	textAlign = 'left';
	textBaseline = 'alphabetic';
	globalAlpha = 1;
	#dash: readonly number[] = [];
	#matrix: Matrix = IDENTITY;
	#path: Subpath[] = [];
	#clip: Heights | null = null;
	/** The shape that `fill` has drawn and `stroke` may outline. */
	#filled: Shape | null = null;
	readonly #saved: object[] = [];
	readonly #drawn: (Shape | Text)[] = [];

	constructor(width: number, height: number) {
		this.canvas = { width, height, style: {}, getContext: () => this };
	}

	/** The elements, for the inside of an SVG element whose letters are `fontPixels` high. */
	toSvg(fontPixels: number): string {
		return writeElements(this.#drawn, fontPixels);
	}

	save(): void {
		const { font, fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset } = this;
		const { textAlign, textBaseline, globalAlpha } = this;
		const [dash, matrix, clip] = [this.#dash, this.#matrix, this.#clip];
		const state = { font, fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, lineDashOffset };
		this.#saved.push({ ...state, textAlign, textBaseline, globalAlpha, dash, matrix, clip });
	}

	restore(): void {
		const last = this.#saved.pop();
		if (!last) return;
		const { dash, matrix, clip, ...state } = last as { dash: readonly number[]; matrix: Matrix; clip: Heights | null };
		Object.assign(this, state);
		[this.#dash, this.#matrix, this.#clip] = [dash, matrix, clip];
	}

	translate(x: number, y: number): void {
		this.#matrix = multiply(this.#matrix, [1, 0, 0, 1, x, y]);
	}

	rotate(angle: number): void {
		const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
		this.#matrix = multiply(this.#matrix, [cos, sin, -sin, cos, 0, 0]);
	}

	setTransform(...matrix: Matrix): void {
		this.#matrix = matrix;
	}

	resetTransform(): void {
		this.#matrix = IDENTITY;
	}

	/** There is nothing below a drawing that begins. */
	clearRect(): void {}

	/** Clips what is stroked and dots to the heights of a rectangle: Chart.js clips tick labels too, but all texts are measured. */
	clip(): void {
		const [rectangle] = this.#path;
		if (!rectangle || !('points' in rectangle)) return;
		const heights = rectangle.points.map(([, y]) => y);
		this.#clip = { top: Math.min(...heights), bottom: Math.max(...heights) };
	}

	setLineDash(dash: readonly number[]): void {
		this.#dash = [...dash];
	}

	getLineDash(): number[] {
		return [...this.#dash];
	}

	measureText(text: string): { width: number } {
		return { width: textWidth(text, sizeOf(this.font)) };
	}

	beginPath(): void {
		this.#path = [];
		this.#filled = null;
	}

	moveTo(x: number, y: number): void {
		this.#path.push({ points: [this.#at(x, y)], isClosed: false });
	}

	lineTo(x: number, y: number): void {
		const last = this.#path.at(-1);
		if (last && 'points' in last && !last.isClosed) last.points.push(this.#at(x, y));
		else this.moveTo(x, y);
	}

	rect(x: number, y: number, width: number, height: number): void {
		const corners = [this.#at(x, y), this.#at(x + width, y), this.#at(x + width, y + height), this.#at(x, y + height)];
		this.#path.push({ points: corners, isClosed: true });
	}

	closePath(): void {
		const last = this.#path.at(-1);
		if (last && 'points' in last) last.isClosed = true;
	}

	/** @throws RangeError for anything but a whole circle: charts have no other arcs */
	arc(x: number, y: number, radius: number, from: number, to: number): void {
		if (Math.abs(to - from) < FULL_TURN) throw new RangeError('an arc of a chart is a whole circle');
		this.#path.push({ center: this.#at(x, y), radius });
	}

	fill(): void {
		this.#path = this.#path.filter((one) => 'points' in one || this.#isInside(one.center));
		if (this.#path.length === 0) return;
		this.#filled = { kind: 'shape', path: this.#path, fill: this.fillStyle, stroke: null };
		this.#drawn.push(this.#filled);
	}

	stroke(): void {
		if (this.#clip && !this.#filled) this.#path = this.#path.flatMap((one) => this.#clipped(one));
		if (this.#path.length === 0) return;
		const stroke = {
			colour: this.strokeStyle,
			width: this.lineWidth,
			dash: this.#dash.join(' '),
			join: this.lineJoin,
			cap: this.lineCap,
		};
		if (this.#filled) this.#filled.stroke = stroke;
		else this.#drawn.push({ kind: 'shape', path: this.#path, fill: null, stroke });
		this.#filled = null;
	}

	fillRect(x: number, y: number, width: number, height: number): void {
		this.beginPath();
		this.rect(x, y, width, height);
		this.fill();
	}

	fillText(text: string, x: number, y: number): void {
		const [a, b, c, d, e, f] = this.#matrix;
		const size = sizeOf(this.font);
		const down = y + size * (BASELINES[this.textBaseline] ?? 0);
		const turn = Math.round((Math.atan2(b, a) * 180) / Math.PI);
		const [left, top] = [a * x + c * down + e, b * x + d * down + f];
		const align = this.textAlign;
		this.#drawn.push({ kind: 'text', text, x: left, y: top, turn, size, align, fill: this.fillStyle });
	}

	#isInside([, y]: Point): boolean {
		return !this.#clip || (y >= this.#clip.top && y <= this.#clip.bottom);
	}

	#clipped(path: Subpath): Subpath[] {
		if (!('points' in path) || path.isClosed || !this.#clip) return [path];
		return linesWithin(path.points, this.#clip).map((points) => ({ points, isClosed: false }));
	}

	#at(x: number, y: number): Point {
		const [a, b, c, d, e, f] = this.#matrix;
		return [a * x + c * y + e, b * x + d * y + f];
	}
}

/** A whole circle, in radians, less what rounding may take of it. */
const FULL_TURN = 2 * Math.PI - 1e-6;

/** How far below a baseline of a canvas the letters' own lies, in em. */
const BASELINES: Record<string, number> = { middle: 0.35, top: 0.8, bottom: -0.2, hanging: 0.75 };

const sizeOf = (font: string) => Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
