import type { CurvesFigure, Series } from '../../src/experiments/figure.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Everything that is drawn along x, in its order. */
export const xValues = ({ series }: CurvesFigure) => series.flatMap(({ x }) => x);

/** Everything that is drawn along y, intervals too; bars start at 0 where their axis has one. */
export function yValues({ series, y }: CurvesFigure): number[] {
	const drawn = series.flatMap(({ y: values, low = [], high = [] }) => [...values, ...low, ...high].filter(isNumber));
	return y.scale === 'linear' && series.some(({ draw }) => draw === 'bars') ? [0, ...drawn] : drawn;
}

/** The points of a series that exist, with their intervals. */
export function pointsOf({ x, y, low, high }: Series) {
	return x.flatMap((at, i) => {
		const value = y[i];
		if (!isNumber(value)) return [];
		const [from, to] = [low?.[i], high?.[i]];
		return [{ x: at, y: value, interval: isNumber(from) && isNumber(to) ? ([from, to] as const) : null }];
	});
}

/** The point of a series that lies farthest along x, where its name belongs. */
export function endOf(one: Series) {
	return pointsOf(one).reduce<ReturnType<typeof pointsOf>[number] | null>(
		(end, point) => (end === null || !(Number(point.x) < Number(end.x)) ? point : end),
		null,
	);
}

/** Lines that are few enough to be named at their ends; the others get a legend. */
export const isLabelledDirectly = ({ series }: CurvesFigure) =>
	series.length > 1 && series.length <= 5 && series.every(({ draw }) => draw === 'line');

/** How series differ besides their colour: four beside seven colours, so that 28 series have a look of their own. */
export const DASHES = ['', '7 4', '2 4', '10 3 2 3'] as const;

/** Colours of the style sheet, `--series-1` to this. */
export const COLOURS = 7;

/** A series and its control beside it (published beside measured) share a colour: points over lines of the same name. */
export function colourOf(series: readonly Series[], index: number): number {
	const own = series[index]?.label.en ?? '';
	const partner = series.findIndex(({ label }) => own !== label.en && own.startsWith(`${label.en}, `));
	const lead = partner >= 0 ? partner : index;
	const leads = series.filter(
		({ label }) => !series.some((other) => other.label.en !== label.en && label.en.startsWith(`${other.label.en}, `)),
	);
	const position = leads.findIndex(({ label }) => label.en === series[lead]?.label.en);
	return (Math.max(0, position) % COLOURS) + 1;
}

/** Positions of labels that want to stand at these heights but need `gap` between each other. */
export function spread(wanted: readonly number[], gap: number, most: number): number[] {
	const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
	for (let i = 1; i < order.length; i++) {
		const [before, here] = [order[i - 1], order[i]];
		if (before && here) here.at = Math.max(here.at, before.at + gap);
	}
	const over = (order.at(-1)?.at ?? 0) - most;
	if (over > 0) for (const one of order) one.at -= over;
	const result: number[] = [];
	for (const { at, index } of order) result[index] = at;
	return result;
}
