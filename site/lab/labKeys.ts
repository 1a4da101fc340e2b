import type { LabStore } from './state/labStore.ts';
import type { Playback } from './training/playback.ts';
import type { Trainings } from './training/trainings.ts';

interface Keyed {
	store: LabStore;
	playback: Playback;
	trainings: Trainings;
}

/** Arrow presses with Shift from one end of the scrubber to the other. */
const PRESSES = 100;

const TYPED = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select';
/** What has its own use for the space bar, and for arrows: of a choice that is made already the bar would change nothing. */
const PRESSED = `${TYPED}, button, summary, a, [role="slider"], [type="radio"]:not(:checked), [type="checkbox"]`;
const MOVED = `${TYPED}, input, [role="slider"], .table-scroll`;

/**
 * Keys of the whole page: space plays and pauses, arrows go through the epochs (one by one; with Shift a hundredth of all), Ctrl+Z undoes,
 * Ctrl+Y and Ctrl+Shift+Z do it again (⌘ on a Mac). What has the focus keeps the keys that it uses itself.
 */
export function bindLabKeys({ store, playback, trainings }: Keyed, signal: AbortSignal): void {
	const isIn = ({ target }: Event, selector: string) => target instanceof Element && target.closest(selector) !== null;
	const pressed = (event: KeyboardEvent): boolean => {
		const key = event.key.toLowerCase();
		if (event.ctrlKey || event.metaKey) {
			if (isIn(event, TYPED)) return false;
			if (key === 'z' && !event.shiftKey) store.undo();
			else if (key === 'y' || key === 'z') store.redo();
			else return false;
			return true;
		}
		if (event.altKey) return false;
		if (key === ' ' && !isIn(event, PRESSED)) playback.toggle();
		else if ((key === 'arrowright' || key === 'arrowleft') && !isIn(event, MOVED)) {
			const epochs = event.shiftKey ? Math.max(1, Math.round(trainings.epochs / PRESSES)) : 1;
			playback.step(key === 'arrowright' ? epochs : -epochs);
		} else return false;
		return true;
	};
	document.addEventListener('keydown', (event) => pressed(event) && event.preventDefault(), { signal });
}
