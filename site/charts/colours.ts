/** Colours of the style sheet for series that have no order, `--series-1` to this. */
export const CATEGORICAL_COUNT = 7;
/**
 * Where a step of the colour scale of heat maps ends and the next begins, `--heat-0` to `--heat-8`: in percent over the
 * least, narrow where losses that are argued about lie.
 */
export const HEAT_ENDS: readonly number[] = [1, 2.5, 5, 10, 20, 40, 70, 100];
export const HEAT_STEPS = HEAT_ENDS.length + 1;

/** The colours of a chart, as whoever draws it can use them. */
export interface ChartColours {
	ink: string;
	soft: string;
	rule: string;
	surface: string;
	paper: string;
	/** A CSS colour in which custom properties may stand. */
	of: (colour: string) => string;
}

/** `of` for each colour that every chart uses. */
export const coloursThrough = (of: ChartColours['of']): ChartColours => ({
	ink: of('var(--ink)'),
	soft: of('var(--ink-soft)'),
	rule: of('var(--rule)'),
	surface: of('var(--surface)'),
	paper: of('var(--paper)'),
	of,
});

/** The colours of axes and words, and of lines that have no order, as style sheets name them. */
export const PAGE_NAMES: readonly string[] = ['--ink', '--ink-soft', '--rule', '--surface', '--paper'].map(
	(name) => `var(${name})`,
);
export const SERIES_NAMES: readonly string[] = Array.from(
	{ length: CATEGORICAL_COUNT },
	(_, index) => `var(--series-${index + 1})`,
);

/** For a drawing in the page itself, where a change of theme draws nothing again. */
export const PAGE_COLOURS = coloursThrough((colour) => colour);

/** The nth colour of the style sheet, from 0. */
export const categoricalColour = (index: number): string => `var(--series-${(index % CATEGORICAL_COUNT) + 1})`;

/** Of a cell of a heat map that says why it has no value. */
export const NO_VALUE_COLOUR = 'var(--heat-none)';

export const heatColour = (step: number): string => `var(--heat-${step})`;

/** A colour of which this share covers what is below. */
export const fade = (colour: string, share: number): string =>
	`color-mix(in srgb, ${colour} ${Math.round(share * 100)}%, transparent)`;

/** One colour for each name: series that are steps of one quantity share a scale from light to dark, others differ in hue. */
export function coloursOf(names: readonly string[]): string[] {
	if (!areOrdered(names) && names.length <= CATEGORICAL_COUNT) return names.map((_, index) => categoricalColour(index));
	return names.map((_, index) => sequentialColour(index / Math.max(1, names.length - 1)));
}

/** The same quantity with another number each, growing: `m = 30`, `m = 100`, `m = 300`. */
const STEP = /^(.*[=\s])([-−]?[\d.,]+)$/;

/** Whether names are at least three steps of one quantity, in their order. */
export function areOrdered(names: readonly string[]): boolean {
	const steps = names.map((name) => STEP.exec(name));
	if (names.length < 3 || steps.some((step) => step?.[1] !== steps[0]?.[1] || !step)) return false;
	const numbers = steps.map((step) => Number(step?.[2]?.replace('−', '-').replaceAll(',', '')));
	return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? number));
}

/** A place between 0 and 1 on the scale from `--sequence-from` over `--sequence-middle` to `--sequence-to`. */
function sequentialColour(share: number): string {
	const [from, to, within] =
		share < 0.5
			? (['--sequence-from', '--sequence-middle', share * 2] as const)
			: (['--sequence-middle', '--sequence-to', share * 2 - 1] as const);
	if (within === 0) return `var(${from})`;
	if (within === 1) return `var(${to})`;
	return `color-mix(in oklab, var(${from}), var(${to}) ${Math.round(within * 100)}%)`;
}
