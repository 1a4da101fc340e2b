import type { Outcome } from '../figures/experiment/computed.ts';

/** What became of the experiments that a visitor computed again, by name; each with the committed result it was compared with, and how many of its rows pass. */
export type Recomputed = Readonly<Record<string, { outcome: Outcome; committed: string; passing?: number }>>;

const OUTCOMES: ReadonlySet<unknown> = new Set<Outcome>(['same', 'other', 'failed']);

/** Reads what a browser kept. What cannot be read counts as nothing. */
export function parseRecomputed(text: string | null): Recomputed {
	try {
		return Object.fromEntries(Object.entries(JSON.parse(text ?? '{}')).filter(isKept));
	} catch {
		return {};
	}
}

function isKept(entry: [string, unknown]): entry is [string, Recomputed[string]] {
	const [, one] = entry;
	if (typeof one !== 'object' || one === null) return false;
	if ('passing' in one && !Number.isSafeInteger(one.passing)) return false;
	return 'outcome' in one && OUTCOMES.has(one.outcome) && 'committed' in one && typeof one.committed === 'string';
}

/** Leaves out what was compared with a result that is no longer the committed one. @param committed by name */
export const keepCurrent = (recomputed: Recomputed, committed: ReadonlyMap<string, string>): Recomputed =>
	Object.fromEntries(Object.entries(recomputed).filter(([name, one]) => committed.get(name) === one.committed));

/** How many came out in which way. */
export function countOutcomes(recomputed: Recomputed): Record<Outcome, number> {
	const counts = { same: 0, other: 0, failed: 0 };
	for (const { outcome } of Object.values(recomputed)) counts[outcome] += 1;
	return counts;
}
