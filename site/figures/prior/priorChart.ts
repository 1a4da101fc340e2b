import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Chart, ChartSeries } from '../../charts/chart.ts';
import { categoricalColour, fade } from '../../charts/colours.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { CURVATURE, MLE, type Point, type Prior, posteriorPeak } from './problem.ts';

/** Levels of (w − MLE)ᵀ XᵀX (w − MLE), and distances of the prior's contours from 0. */
const LEVELS = [0.5, 1.5, 3.5, 7, 12];
const RADII = [0.3, 0.6, 0.9, 1.2];
/** The strengths that the peak's way is drawn through: 0.01 to 316. */
const STRENGTHS = Array.from({ length: 60 }, (_, i) => 10 ** (-2 + (4.5 * i) / 59));
/** Directions from 0 to 2π, both ends included: a contour is closed. */
const ANGLES = Array.from({ length: 73 }, (_, i) => (2 * Math.PI * i) / 72);
const PRIOR_DASH = [5, 4];

/** Likelihood, prior and the posterior's peak over two weights, with the way that the peak takes as λ grows. */
export function priorChart(prior: Prior, lambda: number, language: Language): Chart {
	const text = LIVE_FIGURE_TEXT[language];
	const [ofMap, ofPrior, ofLikelihood] = [categoricalColour(0), categoricalColour(1), categoricalColour(2)];
	const peak = (name: string, [x, y]: Point, colour: string, shape: 'circle' | 'rectRot'): ChartSeries => ({
		name,
		draw: 'points',
		points: [{ x, y, interval: null }],
		colour,
		dash: [],
		mark: { shape, isOpen: false },
		isNamed: true,
	});
	const line = (name: string, points: readonly Point[], colour: string, dash: readonly number[]): ChartSeries => ({
		name,
		draw: 'line',
		points: points.map(([x, y]) => ({ x, y, interval: null })),
		colour,
		dash,
		isNamed: false,
	});
	const nameFirst = (one: ChartSeries, i: number) => ({ ...one, isNamed: i === 0 });
	const contour = prior === 'gaussian' ? circle : diamond;
	const path = STRENGTHS.map((strength) => posteriorPeak(prior, strength));
	return {
		kind: 'curves',
		x: { title: 'w₁', scale: 'linear' },
		y: { title: 'w₂', scale: 'linear' },
		isSquare: true,
		series: [
			peak(text.mle, MLE, ofLikelihood, 'circle'),
			peak(text.map, posteriorPeak(prior, lambda), ofMap, 'rectRot'),
			line(text.map, path, fade(ofMap, 0.6), []),
			...LEVELS.map((level) => line(text.likelihood, ellipse(level), ofLikelihood, [])).map(nameFirst),
			...RADII.map((radius) => line(text.prior, contour(radius), ofPrior, PRIOR_DASH)).map(nameFirst),
		],
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}

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

/** |w₁| + |w₂| = radius. */
const diamond = (radius: number): Point[] =>
	circle(1).map(([x, y]) => {
		const distance = Math.abs(x) + Math.abs(y);
		return [(radius * x) / distance, (radius * y) / distance];
	});
