import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { PENALTY_TEXT } from '../../text/figures/penalty.ts';
import type { CurvePoint } from './tasks.ts';

/** The loss of a network that says ½ everywhere, and how near to it is no nearer than an eye can tell. */
const COIN = Math.log(2);
const NEAR_COIN = 0.03;

const say = (value: number, language: Language) => formatInProse(value, { language, digits: 2 });

/** The point of the curve at a strength. @throws Error where it has none */
export function pointAt(curve: readonly CurvePoint[], lambda: number): CurvePoint {
	const point = curve.find((one) => one.lambda === lambda);
	if (!point) throw new Error(`the curve has no point at λ = ${lambda}`);
	return point;
}

/** Where to look, with the numbers of the curve at a strength. */
export function penaltyCaption(curve: readonly CurvePoint[], lambda: number, language: Language): string {
	const text = PENALTY_TEXT[language];
	const point = pointAt(curve, lambda);
	const best = curve.reduce((least, one) => (one.fresh < least.fresh ? one : least));
	const weakest = at(curve, 0);
	const now = {
		lambda: formatInProse(lambda, { language }),
		training: say(point.training, language),
		fresh: say(point.fresh, language),
	};
	const other = { best: formatInProse(best.lambda, { language }), least: say(best.fresh, language) };
	if (Math.abs(point.fresh - COIN) < NEAR_COIN && point.training > COIN - NEAR_COIN) return text.captionFlat(now);
	if (lambda < best.lambda) return text.captionWeak({ ...now, ...other });
	if (lambda > best.lambda) return text.captionStrong({ ...now, ...other });
	return text.captionBest({
		...now,
		weakest: formatInProse(weakest.lambda, { language }),
		without: say(weakest.fresh, language),
		withoutTraining: say(weakest.training, language),
	});
}

/** Under the boundary, which is that of one network. */
export const ownLoss = (testLoss: number | null, language: Language): string =>
	PENALTY_TEXT[language].own(say(testLoss ?? Number.NaN, language));

/** What a screen reader says of the boundary and of the chart. */
export function penaltyLabels(
	curve: readonly CurvePoint[],
	lambda: number,
	testLoss: number | null,
	language: Language,
): { boundary: string; curve: string } {
	const text = PENALTY_TEXT[language];
	const { training, fresh } = pointAt(curve, lambda);
	const written = formatInProse(lambda, { language });
	return {
		boundary: text.boundary(written, say(testLoss ?? Number.NaN, language)),
		curve: text.curve(written, say(training, language), say(fresh, language)),
	};
}
