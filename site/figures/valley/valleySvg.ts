import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { TASKS } from '../../../src/study/design.ts';
import type { CasePicture, Triple } from '../../../src/study/pictures.ts';
import { RULES, type Rule } from '../../../src/study/rules.ts';
import { percent, RULE_FORMULAS, ruleMark } from '../study/ruleMarks.ts';
import { HEIGHT, type ValleyGrid, valleyGrid } from './grid.ts';
import { ruleLambda } from './model.ts';

type Picture = Pick<CasePicture, 'task' | 'lambdas' | 'excess' | 'best'>;

/** Excess losses at which the colour steps. */
const HEAT_FROM = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1] as const;

const heatOf = (excess: number) => HEAT_FROM.filter((from) => excess >= from).length;

/**
 * The cells with their valley and the three rules as the text of an SVG element without a viewBox: widths are shares of
 * the page's, heights are pixels, so that letters keep their size at every width.
 */
export function valleySvg(picture: Picture, tunedAt: number, language: Language, label: string): string {
	const { task, lambdas } = picture;
	const { sizes } = TASKS[task];
	const grid = valleyGrid(lambdas, sizes.length);
	const counts = sizes.map(
		(m, i) => `<text class="tick" x="${percent(grid.x(i))}" y="${HEIGHT + 20}">${formatCount(m, language)}</text>`,
	);
	return [
		`<svg class="valley-svg" width="100%" height="${HEIGHT + 28}" role="img" aria-label="${label}">`,
		`<svg width="100%" height="${HEIGHT}">`,
		...sizes.map((_, column) => columnSvg(picture, grid, column)),
		`<g class="over">${rulesSvg(picture, grid, tunedAt, ruleLine)}${valleyLine(picture, grid)}`,
		`${rulesSvg(picture, grid, tunedAt, ruleMarks)}</g></svg>`,
		...counts,
		'</svg>',
	].join('');
}

/** Whether the published valley has a place on another picture: its columns are the sizes of its own data. */
export const hasGhost = (published: Pick<Picture, 'task'>, shown: Pick<Picture, 'task'>): boolean =>
	TASKS[published.task].sizes.every((m, i) => m === TASKS[shown.task].sizes[i]);

/** What was published, pale: its rules where it is the same case, its valley where it is another of the same sizes. */
export function ghostSvg(published: Picture, tunedAt: number, shown: Picture): string {
	const grid = valleyGrid(shown.lambdas, shown.best.length);
	const another = hasGhost(published, shown) ? valleyLine(published, grid) : '';
	const inside = published === shown ? rulesSvg(published, grid, tunedAt, ruleLine) : another;
	return `<svg class="valley-svg ghost" width="100%" height="${HEIGHT}" aria-hidden="true">${inside}</svg>`;
}

/** The λ beside the rows: every second one, and 0. */
export function lambdaAxis({ lambdas, best }: Pick<Picture, 'lambdas' | 'best'>, language: Language): string {
	const grid = valleyGrid(lambdas, best.length);
	const shown = lambdas.filter(
		(lambda) => lambda === 0 || Number.isInteger(Math.round(Math.log10(lambda) * 100) / 100),
	);
	const ticks = shown.map(
		(lambda) =>
			`<text class="tick" x="100%" y="${grid.y(lambda) + 4}" dx="-6">${formatInProse(lambda, { language, powersBelow: 1e-4 })}</text>`,
	);
	const names = `<text class="axis-name" x="0" y="${round(1.5 * grid.rowHeight + 5)}">λ</text><text class="axis-name is-end" x="100%" dx="-6" y="${HEIGHT + 20}">m</text>`;
	return `<svg class="valley-axis-svg" width="100%" height="${HEIGHT + 28}" aria-hidden="true">${names}${ticks.join('')}</svg>`;
}

function columnSvg({ excess }: Picture, { columns, rows, rowHeight }: ValleyGrid, column: number): string {
	const width = 100 / columns;
	const cells = at(excess, column).map((cell, i) => {
		const heat = cell === null ? 'heat-none' : `heat-${heatOf(cell[0])}`;
		const y = Math.round(rowHeight * (rows - 1 - i) * 10) / 10;
		return `<rect class="${heat}" x="${percent(column * width)}" y="${y}" width="${percent(width)}" height="${Math.round(rowHeight * 10) / 10}"/>`;
	});
	return `<g class="column" data-column="${column}">${cells.join('')}</g>`;
}

function valleyLine({ best }: Pick<Picture, 'best'>, grid: ValleyGrid): string {
	const point = ([lambda]: Triple, i: number) => ({ x: grid.x(i), y: grid.y(lambda) });
	const points = best.map(point);
	const lines = points.slice(1).map((to, i) => line(at(points, i), to));
	const spreads = best.map(([, low, high], i) =>
		line({ x: grid.x(i), y: grid.y(low) }, { x: grid.x(i), y: grid.y(high) }),
	);
	const dots = points.map(({ x, y }) => `<circle cx="${percent(x)}" cy="${round(y)}" r="5"/>`);
	return `<g class="valley-line"><g class="casing">${lines.join('')}</g><g class="spread">${spreads.join('')}</g>${lines.join('')}${dots.join('')}</g>`;
}

/** A rule from where λ is tuned, as places on the picture. */
interface DrawnRule {
	rule: Rule;
	/** By size. */
	places: Place[];
	tunedAt: number;
	/** What stands beside it: whatever 0 is multiplied by, it stays 0. */
	name: string;
}

function rulesSvg(
	{ task, best }: Picture,
	grid: ValleyGrid,
	tunedAt: number,
	draw: (drawn: DrawnRule) => string,
): string {
	const [lambda] = at(best, tunedAt);
	return RULES.filter((rule) => lambda > 0 || rule === 'keep-lambda')
		.map((rule) => {
			const places = best.map((_, size) => ({
				x: grid.x(size),
				y: grid.y(ruleLambda(rule, task, { size: tunedAt, lambda }, size)),
			}));
			const drawn = draw({ rule, places, tunedAt, name: lambda > 0 ? RULE_FORMULAS[rule] : '0' });
			return `<g class="rule ${rule}">${drawn}</g>`;
		})
		.join('');
}

/** The ends of a rule's line, at the left and at the right edge. */
const endsOf = ({ places }: DrawnRule): [Place, Place] => {
	const last = places.length - 1;
	return [edge(at(places, 0), at(places, 1), 0), edge(at(places, last), at(places, last - 1), 100)];
};

function ruleLine(drawn: DrawnRule): string {
	const whole = line(...endsOf(drawn));
	return `<g class="casing">${whole}</g>${whole}`;
}

/** From this size on the lines fan out to the left of where λ is tuned, and have their names there. */
const FAN_LEFT_FROM = 3;

function ruleMarks(drawn: DrawnRule): string {
	const { rule, places, tunedAt, name } = drawn;
	const isInside = ({ y }: Place) => y >= 0 && y <= HEIGHT;
	const marks = places
		.filter((place, size) => size !== tunedAt && isInside(place))
		.map(({ x, y }) => ruleMark(rule, x, round(y)));
	const isLeft = tunedAt >= FAN_LEFT_FROM;
	const { x, y } = labelPlace(endsOf(drawn)[isLeft ? 0 : 1], at(places, tunedAt), isLeft);
	const anchor = isLeft ? 'start' : 'end';
	return `${marks.join('')}<text class="rule-name" x="${percent(x)}" y="${round(y)}" text-anchor="${anchor}">${name}</text>`;
}

interface Place {
	x: number;
	y: number;
}

/** Where the straight line through two places meets the left or right edge. */
const edge = (near: Place, far: Place, x: number): Place => ({
	x,
	y: near.y + ((near.y - far.y) / (near.x - far.x)) * (x - near.x),
});

/** A name lies above its line at the right edge and below it at the left one, on the other side than the marks. */
const [ABOVE, BELOW] = [-11, 20];

/** Room of a name within the cells: at the edge, or where the line leaves through the top or the bottom. */
function labelPlace(end: Place, from: Place, isLeft: boolean): Place {
	const away = isLeft ? BELOW : ABOVE;
	const y = Math.min(HEIGHT - 8, Math.max(18, end.y + away));
	const slope = (end.y - from.y) / (end.x - from.x);
	const x = y === end.y + away || slope === 0 ? end.x : from.x + (y - away - from.y) / slope;
	return { x: isLeft ? Math.max(1, x + 1) : Math.min(99, x - 1), y };
}

const line = (from: Place, to: Place) =>
	`<line x1="${percent(from.x)}" y1="${round(from.y)}" x2="${percent(to.x)}" y2="${round(to.y)}"/>`;

const round = (value: number) => Math.round(value * 10) / 10;
