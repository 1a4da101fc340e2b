import { escapeHtml } from '../html/escapeHtml.ts';
import { tenth } from '../pictures/tenth.ts';
import { scaleOf } from './scale.ts';
import { DASHES } from './values.ts';

/** One measurement of one run over its epochs. */
export interface TraceLine {
	/** The run: its colour, its dash and its number at the line's end. */
	key: number;
	epoch: readonly number[];
	values: readonly (number | null)[];
	/** Held-out data are dotted. */
	isHeldOut: boolean;
}

interface TracesFigure {
	lines: readonly TraceLine[];
	/** Where the axis ends: the longest run's last epoch. */
	epochs: number;
	isLogarithmic: boolean;
	/** The epoch that is pointed at. */
	cursor: number | null;
	label: string;
	language: string;
}

const WIDTH = 480;
const HEIGHT = 260;
const LEFT = 58;
const RIGHT = 26;
const TOP = 10;
const BOTTOM = 30;
/** More points along x than this would not be seen. */
const POINTS = 240;
const NO_LABEL = { en: '', zh: '' };

/** Traces of several runs on common axes, as the text of an SVG element. */
export function tracesSvg({ lines, epochs, isLogarithmic, cursor, label, language }: TracesFigure): string {
	const thin = lines.map((line) => ({ ...line, points: thinned(line) }));
	const drawn = thin.flatMap(({ points }) => points.map(([, value]) => value));
	const shown = isLogarithmic ? drawn.filter((value) => value > 0) : drawn;
	const scale = isLogarithmic ? 'logarithmic' : 'linear';
	const range = shown.length > 0 ? [Math.min(...shown), Math.max(...shown)] : [isLogarithmic ? 0.1 : 0, 1];
	const y = scaleOf({ label: NO_LABEL, scale }, range, language);
	const x = scaleOf({ label: NO_LABEL, scale: 'linear' }, [0, epochs], language);
	const across = (epoch: number) => tenth(LEFT + (epoch / Math.max(1, epochs)) * (WIDTH - LEFT - RIGHT));
	const down = (value: number) => tenth(HEIGHT - BOTTOM - y.at(value) * (HEIGHT - BOTTOM - TOP));
	return [
		`<svg class="experiment-svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">`,
		...y.ticks.map(
			({ value, text }) =>
				`<path class="grid" d="M${LEFT} ${down(Number(value))}H${WIDTH - RIGHT}"/><text class="tick" x="${LEFT - 6}" y="${down(Number(value)) + 5}" text-anchor="end">${escapeHtml(text)}</text>`,
		),
		...x.ticks
			.filter((_, index) => index % 2 === 0)
			.map(
				({ value, text }) =>
					`<text class="tick" x="${across(Number(value))}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(text)}</text>`,
			),
		cursor === null ? '' : `<path class="cursor" d="M${across(cursor)} ${TOP}V${HEIGHT - BOTTOM}"/>`,
		...thin.map(({ key, points, isHeldOut }) => {
			const seen = isLogarithmic ? points.filter(([, value]) => value > 0) : points;
			if (seen.length === 0) return '';
			const path = seen.map(([epoch, value]) => `${across(epoch)} ${down(value)}`).join('L');
			const [lastEpoch, lastValue] = seen.at(-1) ?? [0, 0];
			const dash = isHeldOut ? '1.5 3.5' : (DASHES[(key - 1) % DASHES.length] ?? '');
			const name = isHeldOut
				? ''
				: `<text class="end-label" x="${across(lastEpoch) + 5}" y="${down(lastValue) + 5}">${key}</text>`;
			return `<g class="series-${key}"><path class="curve" d="M${path}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>${name}</g>`;
		}),
		'</svg>',
	].join('');
}

/** The epoch at a place across the drawing, from 0 (its left edge) to 1. */
export function epochAt(share: number, epochs: number): number {
	const within = (share * WIDTH - LEFT) / (WIDTH - LEFT - RIGHT);
	return Math.round(Math.min(1, Math.max(0, within)) * epochs);
}

/** The points that are numbers, few enough to draw at every frame; the last one always. */
function thinned({ epoch, values }: TraceLine): [number, number][] {
	const every = Math.max(1, Math.ceil(epoch.length / POINTS));
	const points: [number, number][] = [];
	for (let i = 0; i < epoch.length; i++) {
		const value = values[i];
		if (value === null || value === undefined) continue;
		if (i % every === 0 || i === epoch.length - 1) points.push([epoch[i] ?? 0, value]);
	}
	return points;
}
