import type { LabStore } from './labStore.ts';

/** Ctrl+Z undoes, Ctrl+Y and Ctrl+Shift+Z do it again (⌘ on a Mac); within a field they stay the field's own. */
export function undoByKeys(store: LabStore, signal: AbortSignal): void {
	const typed = (event: KeyboardEvent) => {
		const isText = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
		if (!(event.ctrlKey || event.metaKey) || isText) return;
		const key = event.key.toLowerCase();
		if (key === 'z' && !event.shiftKey) store.undo();
		else if (key === 'y' || (key === 'z' && event.shiftKey)) store.redo();
		else return;
		event.preventDefault();
	};
	document.addEventListener('keydown', typed, { signal });
}
