import type { Charge } from '../quota/dayQuota.ts';

/** Results by key. */
export interface ResultStore {
	/** The copy of a text that is nearest, or null when there is none that `isGenuine`. */
	read(key: string, isGenuine: IsGenuine): Promise<string | null>;
	/**
	 * The text under a key, from a copy or from its trainer; null when it was never handed out.
	 *
	 * @throws Problem 503 when its trainer does not answer: then nobody knows whether there is one
	 */
	find(key: string, isGenuine: IsGenuine): Promise<string | null>;
	/** The text under a key if this isolate has it: looked at again once a store has been waited for. */
	recall(key: string): Promise<string | null>;
	/** Keeps copies of a text: at once in memory, and in the datacentre's cache in the background. */
	copy(key: string, text: string): void;
	/**
	 * Keeps a text for ever, and copies of it; its address may be handed out once the promise is fulfilled.
	 *
	 * @param charge what keeping it counts of the day; null when that has been charged before
	 * @throws Problem 429 when the day does not allow it, 503 when there is no place that keeps it
	 */
	keep(key: string, text: string, charge: Charge | null): Promise<void>;
	/** Where the last read found its text, or why it found none: for Cache-Status. */
	readonly outcome: Outcome;
}

/** Whether a text is what belongs under a key. */
export type IsGenuine = (text: string) => boolean | Promise<boolean>;

export type Outcome =
	| 'memory'
	| 'datacentre'
	| 'store'
	| 'trainer'
	| 'miss'
	| 'store-failed'
	| 'store-timeout'
	| 'store-damaged';
