import type { CurvesFigure } from '../../src/experiments/figure.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { tenth } from '../pictures/tenth.ts';
import type { LanguageKey } from '../text/languages.ts';
import { type Scale, scaleOf } from './scale.ts';
import { HEIGHT, WIDTH } from './svg.ts';
import { colourOf, DASHES, endOf, isLabelledDirectly, pointsOf, spread, xValues, yValues } from './values.ts';

const TOP = 14;
const LEFT = 62;
const BOTTOM = 52;
const LINE_HEIGHT = 17;

/** Curves, points and bars as the inside of an SVG element, with axes and labels. */
export function curvesSvg(figure: CurvesFigure, language: LanguageKey): string {
	const direct = isLabelledDirectly(figure);
	const right = direct ? 128 : 16;
	const x = scaleOf(figure.x, xValues(figure), language);
	const y = scaleOf(figure.y, yValues(figure), language);
	const across = (value: number | string) => tenth(LEFT + x.at(value) * (WIDTH - LEFT - right));
	const down = (value: number) => tenth(HEIGHT - BOTTOM - y.at(value) * (HEIGHT - BOTTOM - TOP));
	return [
		axes(figure, { x, y, across, down, right, language }),
		...figure.series.map((one, index) => {
			const group = `<g class="series series-${colourOf(figure.series, index)}">`;
			if (one.draw === 'bars') return `${group}${bars(figure, index, across, down, x)}</g>`;
			return `${group}${one.draw === 'line' ? line(figure, index, across, down) : dots(figure, index, across, down)}</g>`;
		}),
		direct ? endLabels(figure, across, down, language) : '',
	].join('');
}

type Across = (value: number | string) => number;
type Down = (value: number) => number;

function axes(
	{ x: xAxis, y: yAxis }: CurvesFigure,
	drawn: { x: Scale; y: Scale; across: Across; down: Down; right: number; language: LanguageKey },
): string {
	const { x, y, across, down, right, language } = drawn;
	const floor = HEIGHT - BOTTOM;
	const title = ({ label, unit }: typeof xAxis) => escapeHtml(`${label[language]}${unit ? ` (${unit})` : ''}`);
	const room = (WIDTH - LEFT - right) / Math.max(1, x.ticks.length);
	return [
		...y.ticks.map(({ value, text }) => {
			const at = down(Number(value));
			return `<path class="grid" d="M${LEFT} ${at}H${WIDTH - right}"/><text class="tick" x="${LEFT - 8}" y="${at + 5}" text-anchor="end">${escapeHtml(text)}</text>`;
		}),
		`<path class="axis" d="M${LEFT} ${floor}H${WIDTH - right}"/>`,
		...x.ticks.map(({ value, text }) => {
			const short =
				text.length * 7.5 > room && text.length > 8 ? `${text.slice(0, Math.max(4, Math.floor(room / 7.5)))}…` : text;
			return `<text class="tick" x="${across(value)}" y="${floor + 19}" text-anchor="middle">${escapeHtml(short)}<title>${escapeHtml(text)}</title></text>`;
		}),
		`<text class="axis-title" x="${tenth((LEFT + WIDTH - right) / 2)}" y="${HEIGHT - 8}" text-anchor="middle">${title(xAxis)}</text>`,
		`<text class="axis-title" transform="translate(15 ${tenth((TOP + floor) / 2)}) rotate(-90)" text-anchor="middle">${title(yAxis)}</text>`,
	].join('');
}

function line({ series }: CurvesFigure, index: number, across: Across, down: Down): string {
	const points = series[index] ? pointsOf(series[index]) : [];
	const path = (chosen: readonly (readonly [number | string, number])[]) =>
		chosen.map(([x, y]) => `${across(x)} ${down(y)}`).join('L');
	const within = points.filter(({ interval }) => interval);
	const low = within.map(({ x, interval }) => [x, interval?.[0] ?? 0] as const);
	const high = within.map(({ x, interval }) => [x, interval?.[1] ?? 0] as const).reverse();
	const band = within.length > 1 ? `<path class="band" d="M${path([...low, ...high])}Z"/>` : '';
	const dash = DASHES[index % DASHES.length];
	const drawn = path(points.map(({ x, y }) => [x, y] as const));
	return `${band}<path class="curve"${dash ? ` stroke-dasharray="${dash}"` : ''} d="M${drawn}"/>`;
}

function dots({ series }: CurvesFigure, index: number, across: Across, down: Down): string {
	const points = series[index] ? pointsOf(series[index]) : [];
	return points
		.map(({ x, y, interval }) => {
			const at = across(x);
			const whisker = interval ? `<path class="whisker" d="M${at} ${down(interval[0])}V${down(interval[1])}"/>` : '';
			const mark =
				index % 2 === 0
					? `<circle class="dot" cx="${at}" cy="${down(y)}" r="4"/>`
					: `<path class="dot open" d="M${at - 4.5} ${down(y)}l4.5 -4.5l4.5 4.5l-4.5 4.5z"/>`;
			return whisker + mark;
		})
		.join('');
}

function bars({ series }: CurvesFigure, index: number, across: Across, down: Down, x: Scale): string {
	const all = series.filter(({ draw }) => draw === 'bars');
	const one = series[index];
	if (!one) return '';
	// Series that share no category stand alone on it; others stand side by side.
	const shared = all.filter((other) => other.x.some((value) => one.x.includes(value)));
	const width =
		((across(x.ticks.at(-1)?.value ?? 0) - across(x.ticks[0]?.value ?? 0)) / Math.max(1, x.ticks.length - 1) || 80) *
		0.72;
	const each = width / shared.length;
	const floor = HEIGHT - BOTTOM;
	return pointsOf(one)
		.map(({ x: at, y, interval }) => {
			const left = tenth(across(at) - width / 2 + shared.indexOf(one) * each);
			const zero = Math.min(floor, Number.isFinite(down(0)) ? down(0) : floor);
			const [top, bottom] = [Math.min(down(y), zero), Math.max(down(y), zero)];
			const middle = tenth(left + each / 2);
			const whisker = interval
				? `<path class="whisker" d="M${middle} ${down(interval[0])}V${down(interval[1])}"/>`
				: '';
			return `<rect class="bar" x="${left}" y="${top}" width="${tenth(each * 0.9)}" height="${tenth(Math.max(1, bottom - top))}"/>${whisker}`;
		})
		.join('');
}

function endLabels(figure: CurvesFigure, across: Across, down: Down, language: LanguageKey): string {
	const ends = figure.series.map(endOf);
	const heights = spread(
		ends.map((end) => (end ? down(end.y) : 0)),
		LINE_HEIGHT,
		HEIGHT - BOTTOM,
	);
	return figure.series
		.map(({ label }, index) => {
			const end = ends[index];
			if (!end) return '';
			return `<text class="end-label series-${colourOf(figure.series, index)}" x="${across(end.x) + 8}" y="${tenth((heights[index] ?? 0) + 5)}">${escapeHtml(label[language])}</text>`;
		})
		.join('');
}
