import type { ExpressionParser } from './parseExpression.ts';
import type { ProgramBuilder } from './programBuilder.ts';
import type { Expression } from './syntax.ts';

/** `def name(parameters):`, whose parameters are bound to their defaults. */
export function readFunction(parser: ExpressionParser, found: ProgramBuilder, indent: number): void {
	parser.take();
	const block = found.enter(indent, 'function', parser.take().text);
	if (!parser.skip('(')) return;
	while (!parser.is(')') && !parser.isAtEnd) {
		const start = parser.token;
		parser.skip('*', '**', '/');
		const target = parser.token.kind === 'name' ? parser.expression() : null;
		if (parser.skip(':')) parser.expression();
		const value = parser.skip('=') ? parser.expression() : null;
		if (value) found.evaluate(value, false);
		if (target?.kind === 'name') {
			block.parameters.push(target.name);
			found.bind(target, value, 'parameter', target.from);
		}
		parser.skip(',');
		if (parser.token === start) parser.take();
	}
	parser.skip(')');
	if (parser.skip('->')) parser.expression();
	parser.skip(':');
}

/** `class Name(bases):`. */
export function readClass(parser: ExpressionParser, found: ProgramBuilder, indent: number): void {
	parser.take();
	const name = parser.take().text;
	if (parser.is('(')) found.evaluate(parser.expression(), false);
	parser.skip(':');
	found.enter(indent, 'class', name);
}

/** `for targets in values:` binds its targets to all of them. */
export function readLoop(parser: ExpressionParser, found: ProgramBuilder, indent: number): void {
	parser.take();
	const targets: Expression[] = [];
	while (!parser.is('in') && !parser.isOver) {
		const { kind, text: name, from, to } = parser.take();
		if (kind === 'name') targets.push({ kind: 'name', name, from, to });
	}
	parser.skip('in');
	const values = parser.isOver ? null : parser.tuple();
	if (values) found.evaluate(values, false);
	found.enter(indent, 'loop', '');
	for (const target of targets) {
		found.bindings.push({
			target,
			value: values,
			how: 'loop',
			blocks: found.blocks,
			from: target.from,
		});
	}
	parser.skip(':');
}
