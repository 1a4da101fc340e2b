import type { Argument, Entry, Expression } from './syntax.ts';
import { TokenReader } from './tokenReader.ts';

/** Reads what stands in brackets: arguments, items and entries. */
export abstract class BracketParser extends TokenReader {
	/** Brackets that are open, and operators within each other. */
	protected depth = 0;

	abstract expression(): Expression;

	/** What stands in brackets, from the opening one to behind the closing one, or to the end of the text. */
	arguments(): Argument[] {
		const args: Argument[] = [];
		this.take();
		const before = this.depth;
		this.depth = Math.max(1, before) + 1;
		while (!this.isClosing() && !this.isAtEnd) {
			const { from } = this.token;
			const spread = this.skip('**') ? 2 : this.skip('*') ? 1 : 0;
			const isNamed = ['name', 'string'].includes(this.token.kind) && this.peek(1).text === '=' && spread === 0;
			const name = isNamed ? this.take().text.replace(/^['"]|['"]$/g, '') : null;
			if (isNamed) this.take();
			if (this.isClosing() || this.is(',')) {
				if (this.skip(',')) continue; // R may leave an argument out
				break;
			}
			const start = this.next;
			const value = this.expression();
			args.push({ name, from, spread, value });
			if (this.skip(',')) continue;
			if (this.next === start || !this.isClosing()) this.#skipTo(args);
		}
		this.skip(')', ']', '}');
		// R's `]]` is two brackets, both of one index.
		if (this.peek(-1).text === ']' && this.is(']') && this.dialect === 'r') this.take();
		this.depth = before;
		return args;
	}

	/** Goes on to the next comma or closing bracket of these brackets, past what was not understood; a slice, a comparison. */
	#skipTo(found: Argument[]): void {
		while (!this.is(',') && !this.isClosing() && !this.isAtEnd) {
			const { from } = this.token;
			if (this.skip(':', ':=', '=', ';', '->')) continue;
			if (this.skipNewline()) continue;
			const start = this.next;
			found.push({
				name: null,
				from,
				spread: 0,
				value: { kind: 'other', parts: [this.expression()], from, to: this.end() },
			});
			if (this.next === start) this.take();
		}
		this.skip(',');
	}

	/** A dictionary or a set. */
	braces(): Expression {
		const { from } = this.take();
		const entries: Entry[] = [];
		const before = this.depth;
		this.depth = Math.max(1, before) + 1;
		while (!this.is('}') && !this.isAtEnd) {
			const start = this.next;
			const isSpread = this.skip('**', '*');
			const key = this.expression();
			const value = !isSpread && this.skip(':', '=') ? this.expression() : key;
			entries.push({ key: isSpread ? null : key, value });
			while (!this.is(',', '}') && !this.isAtEnd) {
				const before = this.next;
				if (!this.isClosing())
					entries.push({ key: null, value: { kind: 'other', parts: [this.expression()], from, to: from } });
				if (this.next === before) this.take();
			}
			this.skip(',');
			if (this.next === start) this.take();
		}
		this.skip('}');
		this.depth = before;
		return { kind: 'dictionary', entries, from, to: this.end() };
	}
}
