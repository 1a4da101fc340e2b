import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { schemaNow } from '../form/bringSchema.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import { withEach } from './changes.ts';
import { copiesOf, isMeasured, uncopied, withCopies } from './copies.ts';
import type { LabStore } from './labStore.ts';
import { selectedRun } from './state.ts';

/** Has each row of the selected run, or of all, so many times, and says what to look at; where these were too many, that. */
export async function copyRows(
	store: LabStore,
	copies: number,
	say: (said: string) => void,
	language: Language,
): Promise<void> {
	await schemaNow();
	const { state, view } = store;
	const runs = view.scope === 'all' ? state.runs : [selectedRun(state)];
	const counts = runs.map(({ spec }) => {
		const whole = wholeSpec(uncopied(spec));
		return whole && !isMeasured(spec.data) ? copies * dataFacts(whole.data).m : 0;
	});
	const most = Math.max(...counts);
	const measured = runs.filter(({ spec }) => isMeasured(spec.data)).map(({ key }) => String(key));
	const { copiesSaid, notCopied, tooManyCopies } = LAB_TEXT[language];
	const count = (rows: number) => formatCount(rows, language);
	if (most > BOUNDS.examples) {
		say(tooManyCopies(count(most), count(BOUNDS.examples)));
		return;
	}
	if (measured.length === runs.length) {
		say(notCopied([]));
		return;
	}
	if (runs.some(({ spec }) => copiesOf(spec) !== copies))
		store.set(withEach(state, view.scope, (spec) => withCopies(spec, copies)));
	say(copies > 1 && measured.length > 0 ? `${copiesSaid(copies)} ${notCopied(measured)}` : copiesSaid(copies));
}
