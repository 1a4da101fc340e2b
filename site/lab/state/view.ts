import type { Scope } from './changes.ts';

/** How a reader looks at the runs, and with what words: a link holds it, but it is no step to undo. */
export interface LabView {
	/** The epoch; null: where the page opens. */
	epoch: number | null;
	/** Whether a slider changes all runs, or the selected one. */
	scope: Scope;
	/** The name of the question or the claim that the runs came from; null where they came from none. */
	start: string | null;
	/** Whether losses are drawn over λ, and not over the epochs. */
	isOverLambda: boolean;
	/** Whether pictures show where each run differs from the first. */
	isDifference: boolean;
}

export const OPENING_VIEW: LabView = {
	epoch: null,
	scope: 'all',
	start: null,
	isOverLambda: false,
	isDifference: false,
};

/** Characters that the name of a starting point may have. */
const LONGEST_NAME = 40;

/** The view as a link writes it: nothing of what is as the page opens. */
export function packedView({ epoch, scope, start, isOverLambda, isDifference }: LabView): object {
	return {
		...(epoch !== null && { e: epoch }),
		...(scope === 'one' && { o: 1 }),
		...(start !== null && { q: start }),
		...(isOverLambda && { l: 1 }),
		...(isDifference && { d: 1 }),
	};
}

/** The view out of what is not ours. A link from before views were in them has none, and opens as the page does. */
export function viewOf(value: unknown): LabView {
	const { e, o, q, l, d } = Object(value) as Partial<Record<'e' | 'o' | 'q' | 'l' | 'd', unknown>>;
	return {
		epoch: typeof e === 'number' && Number.isSafeInteger(e) && e >= 0 ? e : null,
		scope: o === 1 ? 'one' : 'all',
		start: typeof q === 'string' && q.length > 0 && q.length <= LONGEST_NAME ? q : null,
		isOverLambda: l === 1,
		isDifference: d === 1,
	};
}
