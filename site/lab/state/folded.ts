/** Whether a part of the page that folds was open when the reader was here last; null where nothing is known. */
export function recallOpen(part: string): boolean | null {
	try {
		const kept = localStorage.getItem(`lab-${part}`);
		return kept === null ? null : kept === 'open';
	} catch {
		return null; // a browser may keep nothing
	}
}

export function rememberOpen(part: string, isOpen: boolean): void {
	try {
		localStorage.setItem(`lab-${part}`, isOpen ? 'open' : 'folded');
	} catch {
		// The next visit finds it as a first one does.
	}
}
