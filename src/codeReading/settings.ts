import type { CodeLanguage } from '../schema/codeQuery.ts';
import { everyPart } from './calls.ts';
import type { Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** Calls that only hold settings. */
const HOLDERS = /^(dict|list|SimpleNamespace|Namespace|EasyDict|DotDict|AttrDict|Box)$/;

/** What could be a configuration: a whole text of YAML or JSON, and Python's dictionaries (`optimizer = dict(type='SGD', …)`). */
export function settingsOf({ program, calls }: Source, language: CodeLanguage): Expression[] {
	if (language === 'yaml' || language === 'json' || language === 'shell')
		return program.expressions.map(({ expression }) => expression);
	const dicts = calls.flatMap(({ call, name }) => (HOLDERS.test(name) ? [call] : []));
	const runs = calls.filter(({ path }) => path === 'wandb.init').map(({ call }) => call); // it only keeps them
	const literals = program.expressions.flatMap(({ expression }) =>
		[...everyPart(expression)].filter(
			({ kind, from, to }) => kind === 'dictionary' && !runs.some((one) => one.from < from && to <= one.to),
		),
	);
	const outermost: Expression[] = [];
	for (const one of [...dicts, ...literals].sort((a, b) => a.from - b.from || b.to - a.to)) {
		const last = outermost.at(-1);
		if (!last || last.to < one.to) outermost.push(one);
	}
	return outermost;
}
