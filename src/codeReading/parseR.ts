import { DEEPEST } from './operators.ts';
import { ExpressionParser } from './parseExpression.ts';
import { ProgramBuilder } from './programBuilder.ts';
import type { Block, Expression, Program } from './syntax.ts';
import { type Token, tokenize, unclosedIn, wordsOf } from './tokens.ts';

/**
 * A subset of R: assignments (`<-`, `=`, `->`), calls with named arguments, members (`$`, `::`), indices, vectors and
 * lists, pipes, operators; functions with their parameters, branches and loops, whose braces hold statements.
 */
export function parseR(text: string): Program {
	const tokens = withLongConstants(tokenize(text, 'r'));
	const { bindings, expressions, functions } = new RParser(tokens, 'r').parse();
	const found = { bindings, expressions, functions, words: wordsOf(tokens), unclosed: unclosedIn(tokens) };
	return { text, imports: [], firstIndex: 1, ...found };
}

/** `T` and `F` as the constants that R has them for, where the text does not set them; names of arguments and members stay. */
function withLongConstants(tokens: Token[]): Token[] {
	const set = new Set(tokens.flatMap(({ text }, at) => (/^<?<-$/.test(tokens[at + 1]?.text ?? '') ? [text] : [])));
	return tokens.map((one, at) => {
		const isValue = tokens[at + 1]?.text !== '=' && !/^([$@]|:::?)$/.test(tokens[at - 1]?.text ?? '');
		const isShort = one.kind === 'name' && /^[TF]$/.test(one.text);
		return isShort && isValue && !set.has(one.text) ? { ...one, text: one.text === 'T' ? 'TRUE' : 'FALSE' } : one;
	});
}

class RParser extends ExpressionParser {
	readonly #found = new ProgramBuilder();
	/** Functions, branches and loops that are open. */
	#open = 0;

	parse(): ProgramBuilder {
		while (!this.isAtEnd) this.#statement();
		return this.#found;
	}

	#statement(): void {
		const { token } = this;
		if (token.kind === 'newline' || this.is(';', '}', ')', ']', ',', 'repeat')) this.take();
		else if (this.is('for') && this.peek(1).text === '(') this.#loop();
		else if (this.is('if', 'while') && this.peek(1).text === '(') {
			this.take();
			for (const { value } of this.arguments()) this.#found.evaluate(value, false);
			this.#within('branch', '', () => this.#body());
		} else if (this.skip('else')) this.#within('branch', '', () => this.#body());
		else this.#assignment();
		if (this.token === token) this.take();
	}

	/** `a <- b <- value`, `value -> a`, or an expression. */
	#assignment(): void {
		const { from } = this.token;
		const isReturned = this.skip('return');
		const parts = [this.expression()];
		let isRight = false;
		while (this.is('<-', '<<-', '=', '->', '->>')) {
			isRight = this.take().text.startsWith('->');
			while (this.skipNewline());
			if (!this.isAtEnd) parts.push(this.expression());
		}
		const value = parts.length === 1 ? null : isRight ? (parts.shift() ?? null) : (parts.pop() ?? null);
		for (const expression of value ? [value] : parts) this.#found.evaluate(expression, isReturned);
		if (value) for (const target of parts) this.#found.bind(target, value, 'assigned', from);
	}

	/** `for (name in values)` binds its name to all of them. */
	#loop(): void {
		this.take();
		this.take();
		const { text: name, from, to } = this.take();
		this.skip('in');
		const values = this.expression();
		this.skip(')');
		this.#found.evaluate(values, false);
		this.#within('loop', '', () => {
			this.#found.bind({ kind: 'name', name, from, to }, values, 'loop', from);
			this.#body();
		});
	}

	/** What a condition, a loop or a function holds: braces, or one statement. */
	#body(): void {
		while (this.skipNewline());
		this.depth += 1; // statements within each other are no deeper than expressions
		if (this.is('{')) this.braces();
		else if (this.depth > DEEPEST) this.take();
		else this.#statement();
		this.depth -= 1;
	}

	/** Braces hold statements, whose values are found as such. */
	override braces(): Expression {
		const { from } = this.take();
		while (!this.is('}') && !this.isAtEnd) {
			if (this.depth > DEEPEST) this.take();
			else this.#statement();
		}
		this.skip('}');
		return { kind: 'other', parts: [], from, to: this.end() };
	}

	/** `function(x, lambda = 0.1) …`, called what it is assigned to. */
	override functionHere(): Expression | null {
		if (!this.is('function', '\\') || this.peek(1).text !== '(') return null;
		const [name, arrow] = [this.tokens[this.next - 2]?.text ?? '', this.tokens[this.next - 1]?.text ?? ''];
		const { from } = this.take();
		this.#within('function', arrow === '<-' || arrow === '=' ? name : '', (block) => {
			for (const { name, value, from: start } of this.arguments()) {
				const parameter = name ?? (value.kind === 'name' ? value.name : '');
				block.parameters.push(parameter);
				if (name !== null) this.#found.evaluate(value, false);
				const target: Expression = { kind: 'name', name: parameter, from: start, to: start };
				this.#found.bind(target, name === null ? null : value, 'parameter', start);
			}
			this.#body();
		});
		return { kind: 'other', parts: [], from, to: this.end() };
	}

	#within(kind: Block['kind'], name: string, read: (block: Block) => void): void {
		this.#open += 1;
		read(this.#found.enter(this.#open, kind, name));
		this.#found.leave(this.#open);
		this.#open -= 1;
	}
}
