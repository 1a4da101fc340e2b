import type { CodeLanguage } from '../schema/codeQuery.ts';
import { isCommand } from './parseShell.ts';
import { tokenize } from './tokens.ts';

/** Characters that the language is judged by: what comes behind them is of the same. */
const JUDGED = 4000;

/** What stands between command lines, in a script or a notebook. */
const BESIDE_COMMANDS = /^\s*([!%]|(export|cd|pip|set|source|module)\s|--?\w|\w+=\S*$)/;

/** Calls that no Python has. */
const OF_R =
	/^(library|require|glm|lm|glmnet|t?crossprod|penalized|set_prior|brm|linear_reg|logistic_reg|stan_glm|LiblineaR|lrn|nnet|multinom|layer_dense|layer_conv_[123]d|regularizer_l[12]\w*|keras_model_sequential)$/;

/** The language of a text, by what only one of them writes: an object from its first character, `<-` and `library(…)`, `key: value` on every line. */
export function languageOf(text: string): CodeLanguage {
	const start = text.slice(0, JUDGED);
	const lines = start
		.replace(/\\\r?\n/g, ' ') // a line that goes on is one
		.split('\n')
		.filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
	const isShell = lines.some(isCommand) && lines.every((line) => isCommand(line) || BESIDE_COMMANDS.test(line));
	if (isShell || (lines[0] !== undefined && isCommand(lines[0]))) return 'shell';
	const tokens = tokenize(start, 'python');
	const [first, second, third] = tokens.filter(({ kind }) => kind !== 'newline');
	if (first?.text === '{' && (second?.kind === 'string' || second?.text === '}') && third?.text !== '=') return 'json';
	const pairs = lines.filter(
		(line) => /^\s*(-\s+)?[\w"'./-]+\s*:(\s|$)/.test(line) || /^\s*-\s/.test(line) || /^---/.test(line),
	);
	const isPython = tokens.some(
		({ text: word, indent }) => indent >= 0 && ['import', 'from', 'def', 'class', 'with'].includes(word),
	);
	if (lines.length > 0 && pairs.length >= 0.8 * lines.length && !isPython) return 'yaml';
	const hasArrow = tokens.some(
		({ text: word, to }, at) => word === '<' && tokens[at + 1]?.text === '-' && tokens[at + 1]?.from === to,
	);
	const isR = tokens.some(({ kind, text: word }, at) => {
		const next = tokens[at + 1]?.text ?? '';
		if (kind !== 'name') return false;
		if (word === 'lambda') return /^[/)+,;-]$/.test(next); // a name, as in no Python
		if (word === 'TRUE' || word === 'FALSE') return true;
		// `y ~ x`: Python has its `~` before a name, behind one only where that is a word of its own.
		if (next === '~') return !/^(return|in|and|or|not|if|else|is|yield|lambda|assert|print)$/.test(word);
		return next === '(' && OF_R.test(word);
	});
	return !isPython && (hasArrow || isR || /%[>*]%|\|>/.test(start) || tokens.some(({ text: word }) => word === '$'))
		? 'r'
		: 'python';
}

/** Languages that are not read, by a line that only they have. */
const FOREIGN: readonly (readonly [string, RegExp])[] = [
	[
		'MATLAB',
		/\b(trainingOptions|trainNetwork|trainnet|fit[cr]linear|fitcecoc|lassoglm)\(|^%.*;$|\)\.\^|[\w)] \.[*/^] [\w(]|\(2:end/,
	],
	['darknet', /^\[net(work)?\]$/],
	['C++', /^(#include|[\w:]{1,60}::[\w:]{1,60} \w+\(.*;$)/],
	['Rust', /^(use \w+::|fn \w|let .*::)/],
	['JavaScript', /^(const|let|var) \w+ = /],
	['Scala', /^(val \w+ = |import org\.apache)/],
	['Julia', /^using [A-Z]\w*/],
	['SQL', /^CREATE (OR REPLACE )?(TEMP )?MODEL\b/i],
];

/** A language that is none of those that are read. */
export function foreignLanguage(code: string): string | null {
	const start = code.slice(0, JUDGED);
	const lines = start.split('\n').map((line) => line.trim());
	const found = FOREIGN.find(([, pattern]) => lines.some((line) => pattern.test(line)));
	if (found) return found[0];
	const isSections =
		lines.some((line) => /^\[[\w.-]+\]$/.test(line)) && lines.some((line) => /^[\w.-]+ ?= ?\S/.test(line));
	return isSections && !/[()]/.test(start) ? 'INI/TOML' : null;
}
