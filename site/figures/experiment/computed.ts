/** What an `<experiment-figure>` tells the page once its experiment was computed with the committed settings. */
export const COMPUTED = 'experiment-computed';

/** What it tells the page whenever it shows another result, that of other parameters too. */
export const SHOWN = 'experiment-shown';

/** `failed`: it did not run, in this browser. */
export type Outcome = 'same' | 'other' | 'failed';

export interface Computed {
	/** Of the experiment. */
	name: string;
	outcome: Outcome;
	/** Rows of the claim, without its controls, that pass, and that have a verdict, by the fresh numbers. */
	rows?: { passing: number; decided: number };
}
