import { BINARY, CONSTANTS, DEEPEST, JOINTS, LONGEST, POWER, SIGNS } from './operators.ts';
import { BracketParser } from './parseBrackets.ts';
import type { Expression } from './syntax.ts';
import { stringValue } from './tokens.ts';

const unread = (from: number, to: number): Expression => ({ kind: 'other', parts: [], from, to });

/** Walks over tokens and makes expressions of them. It always ends, and goes past every token once. */
export class ExpressionParser extends BracketParser {
	/** One expression: operators by their precedence; what joins expressions makes them parts of `other`. */
	expression(): Expression {
		const first = this.#operation(0);
		if (this.dialect !== 'python' || !this.is(...JOINTS) || this.is('as')) return first;
		const parts = [first];
		let joints = '';
		while (this.is(...JOINTS)) {
			const joint = this.take().text;
			joints += `${joint} `;
			if (joint === 'lambda') while (!this.is(':') && !this.isOver && !this.is(')', ']', '}')) this.take();
			this.skip(':');
			if (!this.isClosing() && !this.isOver) parts.push(this.#list(this.#operation(0), [',']));
			while (joint === 'for' && this.skip(',')) parts.push(this.#operation(0)); // `for name, p in …`
			if (joint !== 'for' && this.is(',')) break;
		}
		const place = { from: first.from, to: this.end() };
		return joints === 'if else '
			? { kind: 'operation', operator: 'if', operands: parts, ...place }
			: { kind: 'other', parts, joints, ...place };
	}

	/** Expressions with commas between, as a tuple where there are several. */
	tuple(): Expression {
		return this.#list(this.expression(), [',']);
	}

	#list(first: Expression, separators: readonly string[]): Expression {
		if (!this.is(...separators)) return first;
		// Commas of a call's arguments end one; only what is outside of brackets is a tuple.
		if (this.depth > 0) return first;
		const items = [first];
		while (this.skip(',')) {
			if (this.isOver || this.is('=', ':', '<-')) break;
			items.push(this.expression());
		}
		return { kind: 'list', items, from: first.from, to: this.end() };
	}

	#operation(least: number): Expression {
		if (this.depth > DEEPEST) return this.#unknown();
		this.depth += 1;
		let left = this.#signed();
		for (let length = 0; ; length++) {
			const operator = this.#binaryHere();
			const isPower = operator === '**' || (operator === '^' && this.dialect === 'r');
			// R's %*% comes before *, its ^ before a sign
			const precedence = isPower ? POWER : (BINARY[operator] ?? (operator.startsWith('%') ? 13 : 5));
			if (operator === '' || precedence < least || precedence === 0) break;
			this.take();
			if (operator === 'is') this.skip('not');
			if (operator === 'not') this.skip('in');
			const right = this.#operation(isPower ? precedence : precedence + 1);
			const { from } = left;
			const { to } = right;
			left = length < LONGEST ? { kind: 'operation', operator, operands: [left, right], from, to } : unread(from, to);
		}
		this.depth -= 1;
		return left;
	}

	/** The binary operator that comes next; empty where there is none. */
	#binaryHere(): string {
		const { kind, text } = this.token;
		if (kind === 'name') return text === 'not' && this.peek(1).text === 'in' ? 'not' : BINARY[text] ? text : '';
		if (kind !== 'operator') return '';
		if (text.startsWith('%') && text.length > 1) return text;
		return Object.hasOwn(BINARY, text) || (text === ':' && this.dialect === 'r') ? text : '';
	}

	#signed(): Expression {
		const { from } = this.token;
		if (!this.is(...SIGNS)) return this.#postfix(this.#atom());
		const { text: operator } = this.take();
		const operand = this.#operation(operator === 'not' ? 5 : 13);
		return { kind: 'operation', operator, operands: [operand], from, to: operand.to };
	}

	/** Members, calls and indices behind an atom. */
	#postfix(start: Expression): Expression {
		let whole = start;
		for (let length = 0; ; length++) {
			const { from } = whole;
			if (length > LONGEST) whole = unread(from, whole.to);
			if (this.is('.', '$', '::', ':::') || (this.is('@') && this.dialect === 'r')) {
				this.take();
				const isNamed = ['name', 'string'].includes(this.token.kind);
				const name = isNamed ? this.take().text.replace(/^['"]|['"]$/g, '') : '';
				whole = { kind: 'member', of: whole, name, from, to: this.end() };
			} else if (this.is('(')) {
				whole = { kind: 'call', callee: whole, args: this.arguments(), from, to: this.end() };
			} else if (this.is('[', '[[')) {
				whole = { kind: 'index', of: whole, items: this.arguments(), from, to: this.end() };
			} else return whole;
		}
	}

	/** A function that is written where it is used, in a language whose functions are values. */
	protected functionHere(): Expression | null {
		return null;
	}

	#atom(): Expression {
		const { kind, text, from, to } = this.token;
		const written = this.functionHere();
		if (written) return written;
		if (kind === 'string') return this.#strings();
		if (kind === 'number') {
			this.take();
			return { kind: 'number', value: Number(text.replaceAll('_', '').replace(/[jJL]$/, '')), from, to };
		}
		if (kind === 'name' && JOINTS.includes(text) && this.dialect === 'python') {
			return { kind: 'other', parts: [], from, to: from }; // `expression` goes on with it
		}
		if (kind === 'name') {
			this.take();
			const constant = CONSTANTS[text];
			if (Object.hasOwn(CONSTANTS, text) && constant !== undefined)
				return { kind: 'constant', value: constant, from, to };
			return { kind: 'name', name: text, from, to };
		}
		if (this.is('(', '[')) {
			const args = this.arguments();
			const items = args.map(({ value }) => value);
			const isGroup = text === '(' && args.length === 1 && this.peek(-2).text !== ',';
			const [only] = items;
			if (isGroup && only) return { ...only, from, to: this.end() };
			return { kind: 'list', items, from, to: this.end() };
		}
		if (this.is('{')) return this.braces();
		return this.#unknown();
	}

	#unknown(): Expression {
		const { from, to } = this.token;
		if (!this.isOver && !this.isClosing() && !this.is(',')) this.take();
		return { kind: 'other', parts: [], from, to };
	}

	/** Strings that stand side by side are one. */
	#strings(): Expression {
		const { from } = this.token;
		let value = '';
		while (this.token.kind === 'string') value += stringValue(this.take().text);
		return { kind: 'string', value, from, to: this.end() };
	}
}
