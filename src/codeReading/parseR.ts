import { ExpressionParser } from './parseExpression.ts';
import type { Binding, Block, Expression, Program } from './syntax.ts';
import { tokenize, unclosedIn, wordsOf } from './tokens.ts';

/** Words that stand before an expression or a brace and are none themselves. */
const LEADING = ['else', 'repeat', 'return'];

/**
 * A subset of R: assignments (`<-`, `=`, `->`), calls with named arguments, members (`$`, `::`), indices, vectors and
 * lists, pipes, operators. Braces are passed over, so that what stands in a function or a loop is read as if it stood outside.
 */
export function parseR(text: string): Program {
	const tokens = tokenize(text, 'r');
	const parser = new ExpressionParser(tokens, 'r');
	const bindings: Binding[] = [];
	const expressions: { expression: Expression; blocks: readonly Block[] }[] = [];
	while (!parser.isAtEnd) {
		const { token } = parser;
		if (token.kind === 'newline' || parser.is(';', '{', '}', ')', ']', ',', '\\', ...LEADING)) {
			parser.take();
			continue;
		}
		const first = parser.expression();
		const parts = [first];
		let isRight = false;
		while (parser.is('<-', '<<-', '=', '->', '->>')) {
			isRight = parser.take().text.startsWith('->');
			while (parser.token.kind === 'newline') parser.take();
			if (!parser.isAtEnd) parts.push(parser.expression());
		}
		if (parser.token === token) parser.take();
		const value = parts.length === 1 ? null : isRight ? (parts.shift() ?? null) : (parts.pop() ?? null);
		for (const expression of value ? [value] : parts) expressions.push({ expression, blocks: [] });
		if (value)
			for (const target of parts) bindings.push({ target, value, how: 'assigned', blocks: [], from: first.from });
	}
	return {
		text,
		bindings,
		imports: [],
		expressions,
		functions: [],
		words: wordsOf(tokens),
		unclosed: unclosedIn(tokens),
	};
}
