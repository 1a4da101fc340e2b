import { ExpressionParser } from './parseExpression.ts';
import { ProgramBuilder } from './programBuilder.ts';
import { readClass, readFunction, readLoop } from './readBlocks.ts';
import { readImports } from './readImports.ts';
import type { Binding, Expression, Import, Program } from './syntax.ts';
import { type Token, tokenize, unclosedIn, wordsOf } from './tokens.ts';

/** Words that start a statement and are followed by expressions. */
const LEADING = [
	...['return', 'yield', 'await', 'del', 'assert', 'raise', 'global', 'nonlocal', 'pass', 'break', 'continue', 'async'],
	...['else', 'try', 'finally', '@'],
];
/** Words that open a block behind an expression and a colon. */
const HEADS = ['if', 'elif', 'while', 'except', 'with', 'match', 'case'];
const BRANCHES = ['if', 'elif', 'else', 'try', 'except', 'finally', 'case'];
const AUGMENTED = ['+=', '-=', '*=', '/=', '//=', '**=', '%=', '@=', '&=', '|=', '^=', '>>=', '<<='];

/**
 * Python's statements in the order of the text: what is bound, imported and evaluated, and in which blocks it stands. Whatever the
 * text is, parsing it ends, and what is no Python is passed over.
 */
export function parsePython(text: string): Program {
	return new PythonParser(text).parse();
}

class PythonParser {
	readonly #text: string;
	readonly #tokens: Token[];
	readonly #parser: ExpressionParser;
	readonly #imports: Import[] = [];
	readonly #found = new ProgramBuilder();

	constructor(text: string) {
		this.#text = text;
		this.#tokens = tokenize(text, 'python');
		this.#parser = new ExpressionParser(this.#tokens, 'python');
	}

	parse(): Program {
		const parser = this.#parser;
		let indent = 0;
		while (!parser.isAtEnd) {
			const { token } = parser;
			if (token.kind === 'newline' || parser.is(';')) {
				parser.take();
				continue;
			}
			if (token.indent >= 0) {
				indent = token.indent;
				this.#found.leave(indent);
			}
			this.#statement(indent);
			if (parser.token === token) parser.take();
		}
		return {
			text: this.#text,
			bindings: this.#found.bindings,
			imports: this.#imports,
			expressions: this.#found.expressions,
			functions: this.#found.functions,
			words: wordsOf(this.#tokens),
			unclosed: unclosedIn(this.#tokens),
		};
	}

	#statement(indent: number): void {
		const parser = this.#parser;
		parser.skip('async');
		const isNamed = parser.peek(1).kind === 'name';
		if (parser.is('import', 'from') && isNamed) this.#imports.push(...readImports(parser));
		else if (parser.is('def') && isNamed) readFunction(parser, this.#found, indent);
		else if (parser.is('class') && isNamed) readClass(parser, this.#found, indent);
		else if (parser.is('for') && parser.peek(1).text !== '=') readLoop(parser, this.#found, indent);
		else this.#otherStatement(indent);
	}

	/** A statement that begins with a word like `return` or `if`, or with none. */
	#otherStatement(indent: number): void {
		const parser = this.#parser;
		const word = parser.token.text;
		if (parser.is(...LEADING, ...HEADS) && !['=', '.', ','].includes(parser.peek(1).text)) {
			parser.take();
			const condition = HEADS.includes(word) ? this.#head() : null;
			if (BRANCHES.includes(word)) this.#found.enter(indent, 'branch', '', condition);
			if (word === 'while') this.#found.enter(indent, 'loop', '');
			if (parser.isOver || parser.skip(':') || HEADS.includes(word)) return;
		}
		this.#simple(word === 'return');
	}

	/** What stands between `if`, `with` or the like and its colon; the first of it. */
	#head(): Expression | null {
		const parser = this.#parser;
		let first: Expression | null = null;
		while (!parser.isOver && !parser.skip(':')) {
			const { token } = parser;
			const expression = parser.expression();
			first ??= expression;
			this.#found.evaluate(expression, false);
			if (parser.skip('as')) this.#found.bind(parser.expression(), null, 'assigned', token.from);
			parser.skip(',', '=', ':=');
			if (parser.token === token) parser.take();
		}
		return first;
	}

	/** `a = b = value`, `a: type = value`, `a += value`, or an expression. */
	#simple(isReturned: boolean): void {
		const parser = this.#parser;
		const { from } = parser.token;
		const start = parser.tuple();
		const parts = [start];
		let how: Binding['how'] = 'assigned';
		for (;;) {
			if (parser.is(...AUGMENTED)) how = 'changed';
			if (parser.skip('=', ':=', ...AUGMENTED)) {
				if (parser.isOver) break;
				parts.push(parser.tuple());
			} else if (parser.is(':') && parts.length === 1) {
				parser.take();
				if (parser.isOver) break; // the head of a block
				const type = parser.tuple();
				if (!parser.is('=')) this.#found.evaluate(type, false);
			} else break;
		}
		const value = parts.length > 1 ? parts.pop() : undefined;
		this.#found.evaluate(value ?? start, !value && isReturned);
		if (!value) return;
		for (const target of parts) {
			this.#found.evaluate(target, false);
			if (how === 'changed')
				this.#found.bindings.push({ target, value: null, how, by: value, blocks: this.#found.blocks, from });
			else this.#found.bind(target, value, how, from);
		}
	}
}
