import type { Computed, Outcome } from '../figures/experiment/computed.ts';

/** What became of the experiments that a visitor computed again, by name; each with the committed result it was compared with, and how its rows come out. */
export type Recomputed = Readonly<Record<string, Omit<Computed, 'name'> & { committed: string }>>;

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
	if ('rows' in one && !areCounts(one.rows)) return false;
	return 'outcome' in one && OUTCOMES.has(one.outcome) && 'committed' in one && typeof one.committed === 'string';
}

const areCounts = (rows: unknown): boolean =>
	typeof rows === 'object' &&
	rows !== null &&
	['passing', 'decided'].every((name) => Number.isSafeInteger(Object(rows)[name]));

/** Leaves out what was compared with a result that is no longer the committed one. @param committed by name */
export const keepCurrent = (recomputed: Recomputed, committed: ReadonlyMap<string, string>): Recomputed =>
	Object.fromEntries(Object.entries(recomputed).filter(([name, one]) => committed.get(name) === one.committed));

/** How many came out in which way. */
export function countOutcomes(recomputed: Recomputed): Record<Outcome, number> {
	const counts = { same: 0, other: 0, failed: 0 };
	for (const { outcome } of Object.values(recomputed)) counts[outcome] += 1;
	return counts;
}
