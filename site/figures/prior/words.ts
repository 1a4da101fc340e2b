import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { MLE, type Point, type Prior, posteriorPeak } from './problem.ts';

/** What the prior's figure shows, in words. */
export function priorCaption(prior: Prior, lambda: number, language: Language): string {
	const point = ([first, second]: Point) =>
		`(${formatInProse(first, { language })}, ${formatInProse(second, { language })})`;
	const map = posteriorPeak(prior, lambda);
	const isZero = map.some((weight) => weight === 0);
	return LIVE_FIGURE_TEXT[language].priorCaption(
		formatInProse(lambda, { language }),
		point(MLE),
		point(map),
		isZero,
		prior === 'gaussian',
	);
}
