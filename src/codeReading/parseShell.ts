import { settingsProgram } from './settingsProgram.ts';
import type { Entry, Expression, Program } from './syntax.ts';
import { stringValue } from './tokens.ts';

/** A word of a command line: quotes hold spaces, a backslash at the end of a line goes on with the next. */
const WORD = /(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|\\\r?\n|\\.|[^\s"'\\])+/g;
/** An option with its value behind it or behind a `=`, and what Hydra overrides (`optimizer.lr=0.1`). */
const OPTION = /^(?:--?([A-Za-z][\w.-]*)|\+{0,2}([A-Za-z_][\w.@/-]*)(?==))(?:=(.*))?$/s;
/** Options that go by one letter; LIBLINEAR's `-B` is no batch. */
const SHORT: Readonly<Record<string, string>> = { b: 'batch-size' };
const COMMAND =
	/^\s*(?:[$%!]\s*)?(?:[\w-]+(?:=\S*)?\s+){0,6}?(?:\S*\/)?(?:python[\d.]*|torchrun|accelerate|deepspeed|yolo|[\w.-]+-train|(?<=\/)train|train(?=\s+-[sc]\s)|vw|\S+\.(?:sh|py))\s+\S/;

/** Whether a line starts a program with options, or is nothing but options. */
export const isCommand = (line: string): boolean =>
	COMMAND.test(line)
		? /\s--?[A-Za-z]|\s[\w.]+=\S/.test(line) || /\\\s*$/.test(line)
		: /^\s*(?:\$ )?(?:[\w./-]+\s+(?:[^\s=()]+\s+)*)?--[a-z][\w-]*[ =]\S/.test(line);

/** A command line as one mapping: `--weight-decay 5e-4 --lr=0.1 optimizer.name=sgd`. */
export function parseShell(text: string): Program {
	const joined = text
		.replace(/\\\r?\n/g, (end) => ' '.repeat(end.length))
		.replace(/(^|\s)#[^\n]*/g, (one) => ' '.repeat(one.length));
	const found = [...joined.matchAll(WORD)].map((one) => ({ word: one[0], from: one.index }));
	const entries: Entry[] = [];
	const variables: Record<string, string> = {};
	for (const [at, { word, from }] of found.entries()) {
		const [, option, override, behind] = OPTION.exec(word) ?? [];
		const name = option ?? override;
		const isVariable = override !== undefined && /^[A-Z]\w*=/.test(word) && /^[A-Z\d_]+$/.test(override);
		if (isVariable) variables[override] = behind ?? '';
		if (name === undefined || word === '-m' || isVariable) continue; // `python -m`, CUDA_VISIBLE_DEVICES=0
		const next = found[at + 1];
		const isNext = behind === undefined && next !== undefined && !/^--?[A-Za-z]/.test(next.word);
		const start = isNext ? next.from : from + word.length - (behind?.length ?? 0);
		const value = (isNext ? next.word : behind)?.replace(/^"?\$\{?(\w+)\}?"?$/, (whole, one: string) =>
			Object.hasOwn(variables, one) ? (variables[one] ?? whole) : whole,
		);
		const key: Expression = {
			kind: 'string',
			value: name === 'B' ? 'bias' : (SHORT[name] ?? name),
			from,
			to: from + word.length,
		};
		entries.push({
			key,
			value: value === undefined ? { kind: 'constant', value: true, from, to: from } : literal(value, start),
		});
	}
	entries.unshift(...positional(found));
	const root: Expression = { kind: 'dictionary', entries, from: entries[0]?.key?.from ?? 0, to: text.length };
	const words = entries.flatMap(({ key }) => (key?.kind === 'string' ? [{ word: key.value, from: key.from }] : []));
	return settingsProgram(text, root, words);
}

/** What some programs take without a name: which of two it is, Ultralytics' task, and the processes of `distributed_train.sh 4 …`. */
function positional(words: readonly { word: string; from: number }[]): Entry[] {
	const named = (value: string, { word, from }: { word: string; from: number }): Entry => {
		const key: Expression = { kind: 'string', value, from, to: from + word.length };
		return { key, value: literal(word, from) };
	};
	const launcher = words.findIndex(({ word }) => /dist(ributed)?_train\.sh$/.test(word));
	const count =
		launcher < 0 ? undefined : words.slice(launcher + 1, launcher + 3).find(({ word }) => /^\d+$/.test(word));
	const yolo = words.findIndex(({ word }) => word === 'yolo');
	const tasks = yolo < 0 ? [] : words.slice(yolo, yolo + 3).filter(({ word }) => /^[a-z]+$/.test(word));
	const program = words.find(({ word }) => !/^[$!%]$/.test(word));
	const tool = program && /(^|\/)(vw|train|liblinear-train)$/.test(program.word) ? program : undefined;
	const tools = tool ? [named(tool.word.endsWith('vw') ? 'vw' : 'liblinear', tool)] : [];
	return [...tools, ...(count ? [named('nproc_per_node', count)] : []), ...tasks.map((one) => named(one.word, one))];
}

function literal(word: string, from: number): Expression {
	const to = from + word.length;
	const said = /^["']/.test(word) ? stringValue(word) : word;
	return said.trim() !== '' && Number.isFinite(Number(said))
		? { kind: 'number', value: Number(said), from, to }
		: { kind: 'string', value: said, from, to };
}
