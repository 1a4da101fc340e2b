import { plain } from '../../charts/scale.ts';
import type { LanguageKey } from '../../text/languages.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { MLE, type Point, type Prior, posteriorPeak } from './problem.ts';

/** What the prior's figure shows, in words. */
export function priorCaption(prior: Prior, lambda: number, language: LanguageKey): string {
	const point = ([first, second]: Point) => `(${plain(first, language)}, ${plain(second, language)})`;
	const map = posteriorPeak(prior, lambda);
	const isZero = map.some((weight) => weight === 0);
	return LIVE_FIGURE_TEXT[language].priorCaption(
		plain(lambda, language),
		point(MLE),
		point(map),
		isZero,
		prior === 'gaussian',
	);
}
