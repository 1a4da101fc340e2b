import type { ExpressionParser } from './parseExpression.ts';
import type { Import } from './syntax.ts';

/** `import torch.optim as optim`, `from torch import nn, optim`: the names that a statement binds, and what they are. */
export function readImports(parser: ExpressionParser): Import[] {
	const imports: Import[] = [];
	const module = parser.skip('from') ? readPath(parser) : '';
	parser.skip('import');
	while (!parser.isOver) {
		if (parser.skip('(', ')', ',')) continue;
		const path = readPath(parser);
		if (path === '') {
			parser.take();
			continue;
		}
		const name = parser.skip('as') ? parser.take().text : module === '' ? (path.split('.')[0] ?? path) : path;
		const isWhole = module === '' && parser.peek(-2).text !== 'as';
		imports.push({ name, path: module === '' ? (isWhole ? name : path) : `${module}.${path}` });
	}
	return imports;
}

function readPath(parser: ExpressionParser): string {
	let path = '';
	while (!parser.isOver && (parser.token.kind === 'name' || parser.is('.', '...'))) {
		if (parser.is('import', 'as')) break;
		path += parser.take().text;
		if (parser.token.kind === 'name' && !path.endsWith('.')) break;
	}
	return path;
}
