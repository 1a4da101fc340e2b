import { ExpressionParser } from './parseExpression.ts';
import { ProgramBuilder } from './programBuilder.ts';
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
		if (parser.is('import', 'from') && isNamed) this.#import();
		else if (parser.is('def') && isNamed) this.#function(indent);
		else if (parser.is('class') && isNamed) this.#class(indent);
		else if (parser.is('for') && parser.peek(1).text !== '=') this.#loop(indent);
		else this.#otherStatement(indent);
	}

	/** A statement that begins with a word like `return` or `if`, or with none. */
	#otherStatement(indent: number): void {
		const parser = this.#parser;
		const word = parser.token.text;
		if (parser.is(...LEADING, ...HEADS) && !['=', '.', ','].includes(parser.peek(1).text)) {
			parser.take();
			if (HEADS.includes(word)) this.#head();
			if (BRANCHES.includes(word)) this.#found.enter(indent, 'branch', '');
			if (word === 'while') this.#found.enter(indent, 'loop', '');
			if (parser.isOver || parser.skip(':') || HEADS.includes(word)) return;
		}
		this.#simple(word === 'return');
	}

	/** What stands between `if`, `with` or the like and its colon. */
	#head(): void {
		const parser = this.#parser;
		while (!parser.isOver && !parser.skip(':')) {
			const { token } = parser;
			this.#found.evaluate(parser.expression(), false);
			if (parser.skip('as')) this.#found.bind(parser.expression(), null, 'assigned', token.from);
			parser.skip(',', '=', ':=');
			if (parser.token === token) parser.take();
		}
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

	#function(indent: number): void {
		const parser = this.#parser;
		parser.take();
		const block = this.#found.enter(indent, 'function', parser.take().text);
		if (!parser.skip('(')) return;
		while (!parser.is(')') && !parser.isAtEnd) {
			const start = parser.token;
			parser.skip('*', '**', '/');
			const target = parser.token.kind === 'name' ? parser.expression() : null;
			if (parser.skip(':')) parser.expression();
			const value = parser.skip('=') ? parser.expression() : null;
			if (value) this.#found.evaluate(value, false);
			if (target?.kind === 'name') {
				block.parameters.push(target.name);
				this.#found.bind(target, value, 'parameter', target.from);
			}
			parser.skip(',');
			if (parser.token === start) parser.take();
		}
		parser.skip(')');
		if (parser.skip('->')) parser.expression();
		parser.skip(':');
	}

	#class(indent: number): void {
		const parser = this.#parser;
		parser.take();
		const name = parser.take().text;
		if (parser.is('(')) this.#found.evaluate(parser.expression(), false);
		parser.skip(':');
		this.#found.enter(indent, 'class', name);
	}

	/** `for targets in values:` binds its targets to all of them. */
	#loop(indent: number): void {
		const parser = this.#parser;
		parser.take();
		const targets: Expression[] = [];
		while (!parser.is('in') && !parser.isOver) {
			const { kind, text: name, from, to } = parser.take();
			if (kind === 'name') targets.push({ kind: 'name', name, from, to });
		}
		parser.skip('in');
		const values = parser.isOver ? null : parser.tuple();
		if (values) this.#found.evaluate(values, false);
		this.#found.enter(indent, 'loop', '');
		for (const target of targets) {
			this.#found.bindings.push({
				target,
				value: values,
				how: 'loop',
				blocks: this.#found.blocks,
				from: target.from,
			});
		}
		parser.skip(':');
	}

	#import(): void {
		const parser = this.#parser;
		const module = parser.skip('from') ? this.#path() : '';
		parser.skip('import');
		while (!parser.isOver) {
			if (parser.skip('(', ')', ',')) continue;
			const path = this.#path();
			if (path === '') {
				parser.take();
				continue;
			}
			const name = parser.skip('as') ? parser.take().text : module === '' ? (path.split('.')[0] ?? path) : path;
			const isWhole = module === '' && this.#parser.peek(-2).text !== 'as';
			this.#imports.push({ name, path: module === '' ? (isWhole ? name : path) : `${module}.${path}` });
		}
	}

	#path(): string {
		const parser = this.#parser;
		let path = '';
		while (!parser.isOver && (parser.token.kind === 'name' || parser.is('.', '...'))) {
			if (parser.is('import', 'as')) break;
			path += parser.take().text;
			if (parser.token.kind === 'name' && !path.endsWith('.')) break;
		}
		return path;
	}
}
