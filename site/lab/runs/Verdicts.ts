import type { RunSpec } from '../../../src/schema/runSpec.ts';

/** What the server said of a run. */
interface Verdict {
	said: string;
	/** The id of the run that it was asked about; null before there is an answer. */
	id: string | null;
}

/** What the server has said, by the specs that it was asked about: a run that became another one was never checked. */
export class Verdicts {
	readonly #told = new Map<string, Verdict>();

	tell(spec: RunSpec, verdict: Verdict): void {
		this.#told.set(JSON.stringify(spec), verdict);
	}

	/** Null where nobody has asked. */
	of(spec: RunSpec | null): Verdict | null {
		if (spec === null || this.#told.size === 0) return null; // most pages never ask
		return this.#told.get(JSON.stringify(spec)) ?? null;
	}
}
