import type { Found } from './bindings.ts';
import type { Unknown } from './quantity.ts';
import type { Expression, Place } from './syntax.ts';

const LONGEST_WRITTEN = 60;
/** Characters of an expression that two are compared by. */
const LONGEST_COMPARED = 2000;

/** A text that expressions are quoted from. */
export class WrittenText {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	/** An expression as it stands in the text, on one line. */
	written(expression: Place): string {
		const written = this.quote(expression).replace(/\s+/g, ' ');
		return written.length > LONGEST_WRITTEN ? `${written.slice(0, LONGEST_WRITTEN)}…` : written;
	}

	/** As it stands there, so far as two expressions are compared. */
	protected quote({ from, to }: Place): string {
		return this.#text.slice(from, Math.min(to, from + LONGEST_COMPARED));
	}

	unknown(code: Unknown['code'], expression: Expression): Unknown {
		return { code, written: this.written(expression) };
	}

	/** What is not found, and why. */
	protected none(code: Unknown['code'], expression: Expression): Found {
		return { expression: null, unknown: this.unknown(code, expression) };
	}
}
