import type { Argument, Entry, Expression } from './syntax.ts';
import { type Dialect, stringValue, type Token } from './tokens.ts';

/** Brackets, operators and members within each other: what goes deeper is not understood, so that no text overflows the stack. */
const DEEPEST = 40;

/** Operators, members or calls in a row: what is longer is not understood, so that whoever walks over it does not overflow it either. */
const LONGEST = 50;
const unread = (from: number, to: number): Expression => ({ kind: 'other', parts: [], from, to });

const BINARY: Record<string, number> = {
	...{
		'~': 1,
		'|>': 2,
		or: 3,
		and: 4,
		'||': 3,
		'&&': 4,
		in: 6,
		is: 6,
		'<': 6,
		'>': 6,
		'==': 6,
		'!=': 6,
		'<=': 6,
		'>=': 6,
	},
	...{
		'|': 7,
		'^': 8,
		'&': 9,
		'<<': 10,
		'>>': 10,
		'+': 11,
		'-': 11,
		'*': 12,
		'/': 12,
		'//': 12,
		'%': 12,
		'@': 12,
		'**': 14,
	},
};
const CONSTANTS: Record<string, boolean | null> = {
	...{
		True: true,
		False: false,
		None: null,
		TRUE: true,
		FALSE: false,
		NULL: null,
		true: true,
		false: false,
		null: null,
	},
};
const SIGNS = ['+', '-', '~', '!', 'not', 'await'];
/** Words that go on with an expression of Python in a way that only its parts matter of. */
const JOINTS = ['if', 'else', 'for', 'async', 'lambda', 'yield', 'from', 'as'];

/** Walks over tokens and makes expressions of them. It always ends, and goes past every token once. */
export class ExpressionParser {
	readonly #tokens: readonly Token[];
	readonly #dialect: Dialect;
	#next = 0;
	#depth = 0;

	constructor(tokens: readonly Token[], dialect: Dialect) {
		this.#tokens = tokens;
		this.#dialect = dialect;
	}

	get token(): Token {
		return this.peek(0);
	}

	peek(further: number): Token {
		const token = this.#tokens[Math.min(this.#next + further, this.#tokens.length - 1)];
		if (!token) throw new RangeError('a text has no tokens, not even its end');
		return token;
	}

	is(...texts: readonly string[]): boolean {
		const { kind, text } = this.token;
		return (kind === 'operator' || kind === 'name') && texts.includes(text);
	}

	take(): Token {
		const { token } = this;
		if (token.kind !== 'end') this.#next += 1;
		return token;
	}

	/** Goes past a token if it is that one. */
	skip(...texts: readonly string[]): boolean {
		if (!this.is(...texts)) return false;
		this.take();
		return true;
	}

	get isAtEnd(): boolean {
		return this.token.kind === 'end';
	}

	/** Whether a statement ends here. */
	get isOver(): boolean {
		return this.token.kind === 'newline' || this.token.kind === 'end' || this.is(';');
	}

	/** One expression: operators by their precedence; what joins expressions makes them parts of `other`. */
	expression(): Expression {
		const first = this.#operation(0);
		if (this.#dialect !== 'python' || !this.is(...JOINTS) || this.is('as')) return first;
		const parts = [first];
		let joints = '';
		while (this.is(...JOINTS)) {
			const joint = this.take().text;
			joints += `${joint} `;
			if (joint === 'lambda') while (!this.is(':') && !this.isOver && !this.is(')', ']', '}')) this.take();
			this.skip(':');
			if (!this.#isClosing() && !this.isOver) parts.push(this.#list(this.#operation(0), [',']));
			if (joint !== 'for' && this.is(',')) break;
		}
		const place = { from: first.from, to: this.#end() };
		return joints === 'if else '
			? { kind: 'operation', operator: 'if', operands: parts, ...place }
			: { kind: 'other', parts, ...place };
	}

	/** Expressions with commas between, as a tuple where there are several. */
	tuple(): Expression {
		return this.#list(this.expression(), [',']);
	}

	#list(first: Expression, separators: readonly string[]): Expression {
		if (!this.is(...separators)) return first;
		// Commas of a call's arguments end one; only what is outside of brackets is a tuple.
		if (this.#depth > 0) return first;
		const items = [first];
		while (this.skip(',')) {
			if (this.isOver || this.is('=', ':', '<-')) break;
			items.push(this.expression());
		}
		return { kind: 'list', items, from: first.from, to: this.#end() };
	}

	#operation(least: number): Expression {
		if (this.#depth > DEEPEST) return this.#unknown();
		this.#depth += 1;
		let left = this.#signed();
		for (let length = 0; ; length++) {
			const operator = this.#binaryHere();
			const precedence = BINARY[operator] ?? 5;
			if (operator === '' || precedence < least || precedence === 0) break;
			this.take();
			if (operator === 'is') this.skip('not');
			if (operator === 'not') this.skip('in');
			const isPower = operator === '**' || (operator === '^' && this.#dialect === 'r');
			const right = this.#operation(isPower ? precedence : precedence + 1);
			const { from } = left;
			const { to } = right;
			left = length < LONGEST ? { kind: 'operation', operator, operands: [left, right], from, to } : unread(from, to);
		}
		this.#depth -= 1;
		return left;
	}

	/** The binary operator that comes next; empty where there is none. */
	#binaryHere(): string {
		const { kind, text } = this.token;
		if (kind === 'name') return text === 'not' && this.peek(1).text === 'in' ? 'not' : BINARY[text] ? text : '';
		if (kind !== 'operator') return '';
		if (text.startsWith('%') && text.length > 1) return text;
		return Object.hasOwn(BINARY, text) || (text === ':' && this.#dialect === 'r') ? text : '';
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
			if (this.is('.', '$', '::', ':::') || (this.is('@') && this.#dialect === 'r')) {
				this.take();
				const isNamed = ['name', 'string'].includes(this.token.kind);
				const name = isNamed ? this.take().text.replace(/^['"]|['"]$/g, '') : '';
				whole = { kind: 'member', of: whole, name, from, to: this.#end() };
			} else if (this.is('(')) {
				whole = { kind: 'call', callee: whole, args: this.#arguments(), from, to: this.#end() };
			} else if (this.is('[', '[[')) {
				whole = { kind: 'index', of: whole, items: this.#arguments(), from, to: this.#end() };
			} else return whole;
		}
	}

	#atom(): Expression {
		const { kind, text, from, to } = this.token;
		if (kind === 'string') return this.#strings();
		if (kind === 'number') {
			this.take();
			return { kind: 'number', value: Number(text.replaceAll('_', '').replace(/[jJL]$/, '')), from, to };
		}
		if (kind === 'name' && JOINTS.includes(text) && this.#dialect === 'python') {
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
			const args = this.#arguments();
			const items = args.map(({ value }) => value);
			const isGroup = text === '(' && args.length === 1 && this.peek(-2).text !== ',';
			const [only] = items;
			if (isGroup && only) return { ...only, from, to: this.#end() };
			return { kind: 'list', items, from, to: this.#end() };
		}
		if (this.is('{')) return this.#braces();
		return this.#unknown();
	}

	#unknown(): Expression {
		const { from, to } = this.token;
		if (!this.isOver && !this.#isClosing() && !this.is(',')) this.take();
		return { kind: 'other', parts: [], from, to };
	}

	/** Strings that stand side by side are one. */
	#strings(): Expression {
		const { from } = this.token;
		let value = '';
		while (this.token.kind === 'string') value += stringValue(this.take().text);
		return { kind: 'string', value, from, to: this.#end() };
	}

	/** What stands in brackets, from the opening one to behind the closing one, or to the end of the text. */
	#arguments(): Argument[] {
		const args: Argument[] = [];
		this.take();
		const before = this.#depth;
		this.#depth = Math.max(1, before) + 1;
		while (!this.#isClosing() && !this.isAtEnd) {
			const { from } = this.token;
			const spread = this.skip('**') ? 2 : this.skip('*') ? 1 : 0;
			const isNamed = ['name', 'string'].includes(this.token.kind) && this.peek(1).text === '=' && spread === 0;
			const name = isNamed ? this.take().text.replace(/^['"]|['"]$/g, '') : null;
			if (isNamed) this.take();
			if (this.#isClosing() || this.is(',')) {
				if (this.skip(',')) continue; // R may leave an argument out
				break;
			}
			const start = this.#next;
			const value = this.expression();
			args.push({ name, from, spread, value });
			if (this.skip(',')) continue;
			if (this.#next === start || !this.#isClosing()) this.#skipTo(args);
		}
		this.skip(')', ']', '}');
		// R's `]]` is two brackets, both of one index.
		if (this.peek(-1).text === ']' && this.is(']') && this.#dialect === 'r') this.take();
		this.#depth = before;
		return args;
	}

	/** Goes on to the next comma or closing bracket of these brackets, past what was not understood; a slice, a comparison. */
	#skipTo(found: Argument[]): void {
		while (!this.is(',') && !this.#isClosing() && !this.isAtEnd) {
			const { from } = this.token;
			if (this.skip(':', ':=', '=', ';', '->')) continue;
			if (this.#skipNewline()) continue;
			const start = this.#next;
			found.push({
				name: null,
				from,
				spread: 0,
				value: { kind: 'other', parts: [this.expression()], from, to: this.#end() },
			});
			if (this.#next === start) this.take();
		}
		this.skip(',');
	}

	/** A dictionary or a set; of R's braces only that they are there. */
	#braces(): Expression {
		const { from } = this.take();
		const entries: Entry[] = [];
		const before = this.#depth;
		this.#depth = Math.max(1, before) + 1;
		while (!this.is('}') && !this.isAtEnd) {
			const start = this.#next;
			const isSpread = this.skip('**', '*');
			const key = this.expression();
			const value = !isSpread && this.skip(':', '=') ? this.expression() : key;
			entries.push({ key: isSpread ? null : key, value });
			while (!this.is(',', '}') && !this.isAtEnd) {
				const before = this.#next;
				if (!this.#isClosing())
					entries.push({ key: null, value: { kind: 'other', parts: [this.expression()], from, to: from } });
				if (this.#next === before) this.take();
			}
			this.skip(',');
			if (this.#next === start) this.take();
		}
		this.skip('}');
		this.#depth = before;
		return { kind: 'dictionary', entries, from, to: this.#end() };
	}

	#skipNewline(): boolean {
		if (this.token.kind !== 'newline') return false;
		this.take();
		return true;
	}

	#isClosing(): boolean {
		return this.token.kind === 'operator' && [')', ']', '}'].includes(this.token.text);
	}

	/** Behind the last token that was taken. */
	#end(): number {
		return this.#next === 0 ? 0 : this.peek(-1).to;
	}
}
