/** Names that are suggested for one that there is not. */
const MOST = 3;

/** No word that is allowed anywhere is longer. */
const LONGEST_WORD = 40;

/**
 * Which of some names was most likely meant: those that hold what was given, else those that are within two slips of it
 * (a letter more, less or another), the nearest first; at most three.
 */
export function nearest(given: string, names: readonly string[]): string[] {
	if (given.length > LONGEST_WORD) return [];
	const text = given.toLowerCase();
	const holding = text.length > 2 ? names.filter((name) => name.includes(text)) : [];
	if (holding.length > 0) return holding.slice(0, MOST);
	return names
		.map((name) => ({ name, slips: slipsBetween(text, name) }))
		.filter(({ slips, name }) => slips <= Math.min(2, name.length / 3))
		.sort((a, b) => a.slips - b.slips)
		.slice(0, MOST)
		.map(({ name }) => name);
}

/** What a word was most likely meant to be, as a question behind a message; nothing where no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
	const words = nearest(given, names);
	return words.length > 0 ? `; did you mean ${words.map((word) => `"${word}"`).join(' or ')}?` : '';
}

/** Levenshtein's distance, a row of its table after the other. */
function slipsBetween(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
