import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import '../../elements/ProgressBar.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';
import { edgeCheck } from './edgeCheck.ts';
import type { RunCards } from './runCards.ts';

/**
 * Trains the finished runs again on the edge, one after the other, and says in each card how far that is and what came of it.
 * A run that becomes another one meanwhile is left out, and one that is not finished.
 *
 * @param place has the cards
 * @returns whether all were finished
 * @throws the signal's reason
 */
export async function checkOnEdge(
	cards: RunCards,
	place: ParentNode,
	runs: readonly LiveRun[],
	language: Language,
	signal: AbortSignal,
): Promise<boolean> {
	const text = LAB_TEXT[language];
	const asked = runs.map((run) => ({ run, spec: run.spec, result: run.result }));
	for (const { run, spec, result } of asked) {
		if (spec === null || result === null || run.spec !== spec) continue;
		const bar = place.querySelector(`[data-key="${run.key}"]`)?.querySelector('progress-bar');
		const say = (said: string, id: string | null = null, isCount = false) => cards.tell(spec, { said, id }, isCount);
		say(text.edgeAsking);
		bar?.begin();
		try {
			const verdict = await edgeCheck(
				result,
				language,
				({ epoch, epochs }) => {
					if (run.spec === spec) bar?.tell(epoch / epochs);
					else bar?.end();
					say(text.edgeProgress(formatCount(epoch, language), formatCount(epochs, language)), null, true);
				},
				signal,
			);
			say(verdict, result.id);
		} finally {
			bar?.end();
		}
	}
	return asked.every(({ spec, result }) => spec === null || result !== null);
}
