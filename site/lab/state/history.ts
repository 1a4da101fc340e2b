/** What was, what is, and what was undone. Nothing in it is ever changed: a step makes another one. */
export interface History<State> {
	past: readonly State[];
	present: State;
	future: readonly State[];
}

/** Steps that can be undone. */
const DEPTH = 100;

/** A history without a past. */
export const begun = <State>(present: State): History<State> => ({ past: [], present, future: [] });

/**
 * The next state after the present one. `merges`: it goes on with the last step, as one more key in the same field
 * does, so that undoing takes the word back and not the letter.
 */
export function stepped<State>({ past, present }: History<State>, next: State, merges: boolean): History<State> {
	return { past: merges ? past : [...past, present].slice(-DEPTH), present: next, future: [] };
}

export function undone<State>({ past, present, future }: History<State>): History<State> | null {
	const before = past.at(-1);
	return before === undefined ? null : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redone<State>({ past, present, future }: History<State>): History<State> | null {
	const [after, ...rest] = future;
	return after === undefined ? null : { past: [...past, present], present: after, future: rest };
}
