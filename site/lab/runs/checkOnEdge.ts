import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import '../../elements/ProgressBar.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';
import { edgeCheck } from './edgeCheck.ts';

/**
 * Trains the finished runs again on the edge, one after the other, and says in each card how far that is and what came of it.
 *
 * @param cards of the runs, as `cardHtml` makes them
 * @throws the signal's reason
 */
export async function checkOnEdge(
	cards: ParentNode,
	runs: readonly LiveRun[],
	language: Language,
	signal: AbortSignal,
): Promise<void> {
	const text = LAB_TEXT[language];
	for (const { key, result } of runs) {
		const card = cards.querySelector(`[data-key="${key}"]`);
		const place = card?.querySelector<HTMLElement>('[data-part="edge"]');
		const bar = card?.querySelector('progress-bar');
		if (!place) continue;
		const say = (said: string, isCount = false) => {
			place.setAttribute('aria-live', isCount ? 'off' : 'polite'); // a count that changes ten times a second is not for a live region
			place.textContent = said;
		};
		say(text.edgeAsking);
		bar?.begin();
		try {
			const verdict = await edgeCheck(
				result,
				language,
				({ epoch, epochs }) => {
					bar?.tell(epoch / epochs);
					say(text.edgeProgress(formatCount(epoch, language), formatCount(epochs, language)), true);
				},
				signal,
			);
			say(verdict);
			place.title = result?.id ?? ''; // whole
		} finally {
			bar?.end();
		}
	}
}
