import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../tenth.ts';
import { CURVATURE, MLE, type Point, type Prior, posteriorPeak } from './problem.ts';

const SIZE = 420;
/** The part of the plane of weights that is shown. */
const FROM = -1.2;
const TO = 2.2;
const CONTOURS = [0.5, 1.5, 3.5, 7, 12];
const RADII = [0.3, 0.6, 0.9, 1.2];
const PATH = Array.from({ length: 60 }, (_, i) => 10 ** (-2 + (4.5 * i) / 59));

export interface PriorWords {
	label: string;
	mle: string;
	map: string;
	likelihood: string;
	prior: string;
}

/** Likelihood, prior and the posterior's peak over two weights, with the way that the peak takes as λ grows, as the text of an SVG element. */
export function priorSvg(prior: Prior, lambda: number, words: PriorWords): string {
	const at = (value: number) => tenth(((value - FROM) / (TO - FROM)) * SIZE);
	const place = ([first, second]: Point): Point => [at(first), tenth(SIZE - at(second))];
	const closed = (points: readonly Point[]) => `M${points.map((point) => place(point).join(' ')).join('L')}Z`;
	const map = posteriorPeak(prior, lambda);
	const path = PATH.map((strength) => place(posteriorPeak(prior, strength)).join(' ')).join('L');
	const mark = (point: Point, className: string, name: string, below: boolean) => {
		const [x, y] = place(point);
		const isRight = x > SIZE / 2;
		const text = `x="${isRight ? x - 10 : x + 10}" y="${y + (below ? 22 : -12)}"${isRight ? ' text-anchor="end"' : ''}`;
		return `<circle class="${className}" cx="${x}" cy="${y}" r="6"/><text ${text}>${escapeHtml(name)}</text>`;
	};
	const ticks = [-1, 0, 1, 2].flatMap((value) => [
		`<text class="tick" x="${at(value)}" y="${SIZE - 6}" text-anchor="middle">${String(value).replace('-', '−')}</text>`,
		`<text class="tick" x="8" y="${tenth(SIZE - at(value)) + 5}">${String(value).replace('-', '−')}</text>`,
	]);
	return [
		`<svg class="prior-svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${escapeHtml(words.label)}">`,
		`<path class="zero" d="M0 ${tenth(SIZE - at(0))}H${SIZE}M${at(0)} 0V${SIZE}"/>`,
		...CONTOURS.map((level) => `<path class="likelihood" d="${closed(ellipse(level))}"/>`),
		...RADII.map(
			(radius) => `<path class="prior" d="${closed(prior === 'gaussian' ? circle(radius) : diamond(radius))}"/>`,
		),
		`<path class="path" d="M${path}"/>`,
		...ticks,
		mark(MLE, 'mle', words.mle, false),
		mark(map, 'map', words.map, true),
		'</svg>',
	].join('');
}

const ANGLES = Array.from({ length: 72 }, (_, i) => (2 * Math.PI * i) / 72);

/** Where (w − MLE)ᵀ A (w − MLE) = level: A = LLᵀ, so that w = MLE + √level · L⁻ᵀ u for u on the unit circle. */
export function ellipse(level: number): Point[] {
	const [[a = 1, b = 0] = [], [, c = 1] = []] = CURVATURE;
	const l11 = Math.sqrt(a);
	const l21 = b / l11;
	const l22 = Math.sqrt(c - l21 ** 2);
	return ANGLES.map((angle) => {
		const second = (Math.sqrt(level) * Math.sin(angle)) / l22;
		const first = (Math.sqrt(level) * Math.cos(angle) - l21 * second) / l11;
		return [MLE[0] + first, MLE[1] + second];
	});
}

const circle = (radius: number): Point[] => ANGLES.map((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)]);

const diamond = (radius: number): Point[] => [
	[radius, 0],
	[0, radius],
	[-radius, 0],
	[0, -radius],
];
