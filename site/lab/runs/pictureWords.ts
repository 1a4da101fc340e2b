import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { constantOf, greatestDifference, NEUTRAL, onlySide } from '../../pictures/boundary/isEven.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Field } from '../../training/lab/messages.ts';
import { type LiveRun, seenOf } from '../training/liveRun.ts';

/**
 * What a picture does not show by itself: that it is of the setting before, while or since another one trains, of a run that diverged or stopped early, or
 * of nothing to see.
 *
 * @param base the field that the run's own is compared with; null: the run's own is shown
 * @param hasOtherData whether that is of other data
 */
export function pictureWords(run: LiveRun, base: Field | null, language: Language, hasOtherData = false): string {
	const text = LAB_TEXT[language];
	const { spec, failure, result, progress } = run;
	const { epoch = 0, field = null, isEven = false } = seenOf(run) ?? {};
	if (spec === null || failure !== null) return text.pictureBefore;
	if (progress !== null) return text.trainingOn(formatInProse(Math.floor(100 * progress), { language }));
	if (result?.divergedAt !== undefined && epoch >= result.divergedAt - 1)
		return text.pictureDiverged(formatCount(result.divergedAt, language));
	if (result?.stoppedAt !== undefined && epoch >= result.stoppedAt)
		return text.stoppedAt(formatCount(result.stoppedAt, language));
	if (base && hasOtherData) return text.otherData;
	if (base && field) {
		const greatest = greatestDifference(field.values, base.values);
		if (greatest === 0) return text.noDifference;
		return greatest < NEUTRAL ? text.hardlyAny(formatInProse(greatest, { digits: 1, language })) : '';
	}
	if (isEven) return text.isEven;
	const constant = field && constantOf(field.values);
	if (constant !== null) return text.isConstant(constant.toFixed(2));
	const side = field && onlySide(field.values);
	return side === null ? '' : text.isOneSided(side === 'above');
}
