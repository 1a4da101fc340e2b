import { type CodeLanguage, LONGEST_CODE } from '../schema/codeQuery.ts';
import type { Loss } from '../schema/losses.ts';
import { callsOf, everyPart, type FoundCall, qualify } from './calls.ts';
import { languageOf } from './language.ts';
import { kindOf } from './optimizers.ts';
import { parsePython } from './parsePython.ts';
import { parseR } from './parseR.ts';
import { isCommand, parseShell } from './parseShell.ts';
import { parseYaml } from './parseYaml.ts';
import type { Quantity } from './quantity.ts';
import { readByHand } from './readByHand.ts';
import { readChain } from './readChains.ts';
import { readConfig } from './readConfig.ts';
import { readEstimator } from './readEstimators.ts';
import { byDefault, type Decay, type Note, note, type Source } from './reading.ts';
import { readLoose } from './readLoose.ts';
import { readOptimizer } from './readOptimizers.ts';
import {
	compiledOptimizer,
	joinLayers,
	readOnOutputs,
	readRegularizers,
	readSetRegularizers,
} from './readRegularizers.ts';
import { readSizes } from './readSizes.ts';
import { readTrainer } from './readTrainers.ts';
import { MOST_DECAYS, readWritten } from './readWritten.ts';
import { Scope } from './scope.ts';
import type { Expression, Program } from './syntax.ts';

/** What a text says of its decays, and what it does not say. Positions are characters from its start. */
export interface CodeReading {
	language: CodeLanguage;
	decays: readonly Decay[];
	m: Quantity | null;
	batchSize: Quantity | null;
	epochs: Quantity | null;
	loss: Loss | null;
	/** Of the whole text; those of one decay stand with it. */
	notes: readonly Note[];
}

/**
 * Reads training code or a configuration, without running any of it: what decays its weights, and the sizes that a
 * conversion needs. What it cannot tell is said with a reason, in `value.unknown` or as a note; it guesses nothing
 * silently. The time is proportional to the text's length.
 *
 * @param given the language; found by the text where it is left out
 */
export function readCode(text: string, given?: CodeLanguage): CodeReading {
	const code = text.slice(0, LONGEST_CODE);
	const language = given ?? languageOf(code);
	const foreign = foreignLanguage(code);
	if (foreign !== null && given === undefined)
		return { language, ...NOTHING, notes: [note('foreign', { from: 0 }, { name: foreign })] };
	const program = parse(code, language);
	const found = callsOf(program);
	const scope = new Scope(program, found);
	const calls = found.map(({ call, use }): FoundCall => {
		const { callee } = call;
		const path = qualify(program, callee, use);
		const isDotted = language === 'r' && (callee.kind === 'name' || callee.kind === 'member'); // R's names have dots
		return { call, use, path, name: isDotted ? callee.name : (path.split('.').at(-1) ?? '') };
	});
	const source: Source = { program, scope, calls, forms: new WeakMap() };
	const settings = settingsOf(source, language);
	const optimizers = calls.flatMap((call) => [...readChain(call, source), ...readOptimizer(call, source)]);
	const others = calls.flatMap((call) => [
		...readTrainer(call, source),
		...readEstimator(call, source, language === 'r'),
		...readRegularizers(call, source),
	]);
	others.push(...readSetRegularizers(source));
	const configured = readConfig(
		settings.filter((one) => ![...optimizers, ...others].some(({ from, to }) => from < one.from && one.to <= to)),
		source,
		language !== 'python' && language !== 'r',
		language === 'yaml',
	);
	const byHand = readByHand(source);
	const decays = settleOptimizers(
		[...optimizers, ...configured].filter((one) => byHand.length === 0 || !isIdle(one)),
		joinLayers([...others, ...readWritten(source)]),
		source,
	);
	const sizes = readSizes(source, settings);
	for (const one of sizes.isSummed ? decays : []) one.isSummed ??= isBesideLoss(one);
	const loose = readLoose(source, decays);
	const all = [...decays, ...loose.decays]
		.map((one) => ({ ...one, name: one.name || scope.written(one) }))
		.sort((one, other) => one.from - other.from);
	const notes = [
		...(language === 'shell' && all.length > 0 ? [note('script-defaults', { from: 0 })] : []),
		...sizes.notes,
		...loose.notes,
		...byHand,
		...readOnOutputs(source),
		...schedulesIn(calls),
	];
	if (program.unclosed !== undefined)
		notes.push(note('unclosed', { from: program.unclosed }, { written: code[program.unclosed] ?? '' }));
	notes.push(...unreadCalls(calls, language), ...(language === 'python' ? unreadCommands(code) : []));
	if (all.length === 0 && !notes.some(({ code }) => UNREAD.has(code)))
		notes.push(note(text.trim() === '' ? 'empty' : 'nothing-found', { from: 0 }));
	if (text.length > LONGEST_CODE || all.length > MOST_DECAYS)
		notes.push({ code: 'cut-off', from: 0, params: { characters: LONGEST_CODE, most: MOST_DECAYS } });
	const { m, batchSize, epochs, loss } = sizes;
	return { language, decays: all.slice(0, MOST_DECAYS), m, batchSize, epochs, loss, notes };
}

function parse(code: string, language: CodeLanguage): Program {
	switch (language) {
		case 'r':
			return parseR(code);
		case 'yaml':
			return parseYaml(code);
		case 'shell':
			return parseShell(code);
		case 'python':
		case 'json':
			return parsePython(code);
	}
}

/** What could be a configuration: a whole text of YAML or JSON, and Python's dictionaries (`optimizer = dict(type='SGD', …)`). */
function settingsOf({ program, calls }: Source, language: CodeLanguage): Expression[] {
	if (language === 'yaml' || language === 'json' || language === 'shell')
		return program.expressions.map(({ expression }) => expression);
	const dicts = calls.flatMap(({ call, name }) => (HOLDERS.test(name) ? [call] : []));
	const literals = program.expressions.flatMap(({ expression }) =>
		[...everyPart(expression)].filter(({ kind }) => kind === 'dictionary'),
	);
	const outermost: Expression[] = [];
	for (const one of [...dicts, ...literals].sort((a, b) => a.from - b.from || b.to - a.to)) {
		const last = outermost.at(-1);
		if (!last || last.to < one.to) outermost.push(one);
	}
	return outermost;
}

/**
 * Beside regularizers of layers an optimizer that decays nothing is only how they are trained. Without them it is worth
 * saying that its decay is 0.
 */
function settleOptimizers(optimizers: readonly Decay[], others: readonly Decay[], source: Source): Decay[] {
	const layers = others.filter(({ row }) => row === 'keras-l2' || row === 'lambda-norm-squared' || row === 'lambda');
	// An optimizer that a trainer is given (`opt_func=partial(SGD)`) is that trainer's.
	const own = optimizers.filter(
		(one) => !others.some(({ from, to, optimizer }) => optimizer && from < one.from && one.to <= to),
	);
	const [first] = optimizers;
	const trainedBy = first?.optimizer ?? compiled(source);
	// A penalty goes through the optimizer, AdamW's as Adam's.
	const through = trainedBy && { ...trainedBy, kind: trainedBy.kind === 'adamw' ? ('adam' as const) : trainedBy.kind };
	for (const layer of layers) {
		layer.optimizer ??= through;
		const rate = first ? null : trainedBy?.learningRate;
		if (rate) layer.notes.push(note('left-out', rate, { field: 'learning_rate', value: rate.value ?? '' }));
	}
	const excluded = source.calls.find(({ name }) => name === 'exclude_from_weight_decay');
	for (const one of excluded ? optimizers : []) {
		one.covers = 'weights';
		one.notes.push({ code: 'biases-left-out', from: excluded?.call.from ?? 0, params: {} });
	}
	return [...(layers.length > 0 ? own.filter((one) => !isIdle(one)) : own), ...others];
}

const isIdle = ({ isDefault, value }: Decay) => isDefault && value.value === 0;

/** Whether a decay's strength is one beside the loss: that of an optimizer or a layer, but none beside Adam's step. */
const isBesideLoss = ({ optimizer, covers }: Decay) =>
	optimizer === null ? covers === 'layers' : optimizer.kind !== 'adamw';

/** How Keras trains where the optimizer is a string. */
function compiled(source: Source): Decay['optimizer'] {
	const call = source.calls.find((one) => compiledOptimizer(one, source) !== null);
	const named = call && compiledOptimizer(call, source);
	const kind = named && kindOf(named);
	if (!kind) return null;
	const learningRate = byDefault(kind === 'sgd' ? 0.01 : 0.001, call.call.from); // Keras' own
	return { kind, learningRate, momentum: 0, nesterov: false };
}

const NOTHING = { decays: [], m: null, batchSize: null, epochs: null, loss: null };

/** A language that is none of those that are read, by what only it writes. */
function foreignLanguage(code: string): string | null {
	if (
		/\b(trainingOptions|trainNetwork|trainnet|fit[cr]linear|fitcecoc|lassoglm)\s*\(|^\s*%.*\n(.*\n)*.*;\s*$/m.test(
			code.slice(0, 4000),
		)
	)
		return 'MATLAB';
	if (/^\s*\[net(work)?\]\s*$/m.test(code)) return 'darknet';
	if (/^\s*\[[\w.-]+\]\s*$/m.test(code) && /^\s*[\w.-]+\s*=\s*\S/m.test(code) && !/[()]/.test(code)) return 'INI/TOML';
	return /^\s*using [A-Z]\w*/m.test(code) ? 'Julia' : null;
}

/** What says that something may decay that was not read. */
const UNREAD: ReadonlySet<Note['code']> = new Set(['by-hand', 'not-understood', 'not-attached']);

/** Command lines of a notebook, between lines of Python. */
function unreadCommands(code: string): Note[] {
	const found = [...code.matchAll(/^[ \t]*!.*$/gm)].find(([line]) => isCommand(line));
	return found ? [note('not-understood', { from: found.index }, { name: found[0].trim().slice(0, 40) })] : [];
}

/** Calls of R that take a strength in a way that is known, but not read. */
const unreadCalls = (calls: readonly FoundCall[], language: CodeLanguage): Note[] =>
	calls
		.filter(
			({ name }) =>
				language === 'r' &&
				/^(linear_reg|logistic_reg|multinom_reg|train|brm|stan_glm|lrn|gamm?4?|bam|penalized|ncvreg|h2o\.glm|ml_logistic_regression)$/.test(
					name,
				),
		)
		.map(({ name, call }) => note('not-understood', call, { name }));

/** Calls that only hold settings. */
const HOLDERS = /^(dict|list|SimpleNamespace|Namespace|EasyDict|DotDict|AttrDict|Box)$/;

const SCHEDULES =
	/LR$|^get_\w*schedule\w*$|LRScheduler$|^ReduceLROnPlateau$|^LearningRateScheduler$|^CosineAnnealing\w*$|^lr_\w+$/;

const schedulesIn = (calls: readonly FoundCall[]): Note[] =>
	calls
		.filter(({ name }) => SCHEDULES.test(name))
		.slice(0, 1)
		.map(({ name, call }) => ({ code: 'schedule', from: call.from, params: { name } }));
