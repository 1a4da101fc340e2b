import { type CodeLanguage, LONGEST_CODE } from '../schema/codeQuery.ts';
import type { Loss } from '../schema/losses.ts';
import { callsOf, type FoundCall, qualify } from './calls.ts';
import { foreignLanguage, languageOf } from './language.ts';
import type { Length } from './lengths.ts';
import { parse } from './parse.ts';
import { codeWithin } from './pasted.ts';
import { lastName } from './path.ts';
import type { Quantity } from './quantity.ts';
import { readByHand } from './readByHand.ts';
import { readChain } from './readChains.ts';
import { type Classes, readClasses } from './readClasses.ts';
import { readConfig } from './readConfig.ts';
import { readEstimator } from './readEstimators.ts';
import { readGradients, saidOf } from './readGradients.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import { readLoose, readSlips } from './readLoose.ts';
import { readNormalEquations } from './readNormalEquations.ts';
import { readOptimizer } from './readOptimizers.ts';
import { readOutputs } from './readOutputs.ts';
import { joinLayers, readOnOutputs, readRegularizers, readSetRegularizers } from './readRegularizers.ts';
import { readSizes } from './readSizes.ts';
import { readSquares } from './readSquares.ts';
import { readTerms } from './readTerms.ts';
import { readTrainer } from './readTrainers.ts';
import { readUnread } from './readUnread.ts';
import { MOST_DECAYS, readWritten } from './readWritten.ts';
import { Scope } from './scope.ts';
import { settingsOf } from './settings.ts';
import { isBesideLoss, isIdle, settleOptimizers } from './settleOptimizers.ts';
import type { Expression } from './syntax.ts';
import { ofAdapters } from './trainedPart.ts';
import { coefficientsOf, PENALTY } from './weights.ts';
import { wrapped } from './wrappers.ts';

/** What a text says of its decays, and what it does not say. Positions are characters from its start. */
export interface CodeReading {
	language: CodeLanguage;
	decays: readonly Decay[];
	m: Quantity | null;
	batchSize: Quantity | null;
	epochs: Quantity | null;
	/** Steps of the run. */
	steps: Quantity | null;
	loss: Loss | null;
	/** Of the data, where there are more than two. */
	classes: Classes | null;
	/** Numbers that a network says of an example. */
	outputs: number | null;
	/** Whether m are a part of the examples that are loaded. */
	isPart: boolean;
	/** Of the whole text; those of one decay stand with it. */
	notes: readonly Note[];
}

/**
 * Reads training code or a configuration, without running any of it: what decays its weights, and the sizes that a
 * conversion needs. What it cannot tell is said with a reason, in `value.unknown` or as a note; it guesses nothing
 * silently. The time is proportional to the text's length.
 *
 * @param given the language; found by the text where it is left out
 * @param stated examples, in place of those that the text says
 */
export function readCode(text: string, given?: CodeLanguage, stated?: number): CodeReading {
	const reading = readOnce(text, given, null);
	const value = stated ?? reading.m?.value;
	const isOfLength = ({ value: one }: Decay) => one.value === null && one.unknown.code === 'computed';
	if (!value || !reading.decays.some(isOfLength)) return reading;
	return readOnce(text, given, { value, isPart: reading.isPart }); // `0.1/len(train_ds)`
}

function readOnce(text: string, given: CodeLanguage | undefined, length: Length | null) {
	const code = codeWithin(text.slice(0, LONGEST_CODE));
	const language = given ?? languageOf(code);
	const isHidden = code.trim() === '' && text.trim() !== ''; // cells that are no lines
	const foreign = isHidden ? 'Jupyter (.ipynb)' : foreignLanguage(code);
	if (foreign !== null && given === undefined)
		return { language, ...NOTHING, notes: [note('foreign', { from: 0 }, { name: foreign })] };
	const source = sourceOf(code, language, length);
	const settings = settingsOf(source, language);
	const solved = readNormalEquations(source);
	const isSolved = (one: Decay) => solved.some(({ from, to }) => from <= one.from && one.to <= to); // it is said once
	const gradients = readGradients(source).filter((one) => !isSolved(one));
	const byHand = readByHand(source, [...gradients, ...solved]);
	const decays = [...decaysIn(source, settings, language, gradients, byHand.length > 0), ...solved];
	const named = readSizes(source, settings);
	const isLossOpen = named.loss === null && decays.some(({ optimizer, loss }) => optimizer !== null && !loss);
	const sizes = { ...named, ...(isLossOpen && readSquares(source)) };
	for (const one of sizes.isSummed ? decays : []) one.isSummed ??= isBesideLoss(one);
	if (sizes.lossTimes === 0.5 && sizes.loss === 'squared-error') {
		for (const one of decays) if (isWritten(one)) one.loss ??= sizes.loss; // which has been given its half
		Object.assign(sizes, { loss: 'half-squared-error', lossTimes: 1 });
	}
	for (const one of sizes.lossTimes === 1 ? [] : decays)
		if (isBesideLoss(one) && !isWritten(one)) one.lossTimes = sizes.lossTimes;
	for (const one of sizes.loss ? decays : []) {
		const unseen = one.notes.findIndex(({ code }) => code === 'loss-unseen');
		if (unseen < 0) continue;
		one.notes.splice(unseen, 1); // it is computed, if elsewhere
		one.isSummed = sizes.isSummed;
	}
	const loose = readLoose(source, decays);
	const all = [...decays, ...loose.decays]
		.map((one) => ({ ...one, name: one.name || source.scope.written(one) }))
		.sort((one, other) => one.from - other.from);
	const isDecoupled = all.length > 0 && all.every(({ optimizer }) => optimizer?.kind === 'adamw'); // no λ grows smaller then
	for (const one of sizes.notes) if (one.params.over && isDecoupled) one.params = { ...one.params, over: '' };
	const notes = [
		...(language === 'shell' && settings.some(isMapping) ? [note('script-defaults', { from: 0 })] : []),
		...[
			...sizes.notes.filter(
				({ code }) => code !== 'loss-times' || all.some((one) => isBesideLoss(one) && !isIdle(one)),
			),
			...loose.notes,
			...readSlips(source, all),
			...readTerms(source, [...all, ...gradients]),
			...byHand,
			...readOnOutputs(source),
			...readUnread(source, language, all),
		],
	];
	if (all.length === 0 && !notes.some((one) => UNREAD.has(one.code)))
		notes.push(note(text.trim() === '' ? 'empty' : 'nothing-found', { from: 0 }));
	if (text.length > LONGEST_CODE || all.length > MOST_DECAYS)
		notes.push(note('cut-off', { from: 0 }, { characters: LONGEST_CODE, most: MOST_DECAYS }));
	const { m, batchSize, epochs, steps, loss } = sizes;
	for (const one of all) if (m && isElsewhere(one, m, all, source)) one.isOfOtherExamples = true;
	const classes = readClasses(source);
	const isPart = sizes.notes.some(({ code, params }) => code === 'found-by' && params.way === 'split');
	const outputs = readOutputs(source);
	return {
		language,
		decays: all.slice(0, MOST_DECAYS),
		m,
		batchSize,
		epochs,
		steps,
		loss,
		classes,
		isPart,
		outputs,
		notes,
	};
}

const NOTHING = {
	...{ decays: [], m: null, batchSize: null, epochs: null, steps: null, loss: null, classes: null },
	...{ isPart: false, outputs: null },
};

/** Whether m is counted in a function that has a decay, and this decay stands in another one. */
function isElsewhere({ from }: Decay, m: { from: number }, all: readonly Decay[], { program }: Source): boolean {
	const functionAt = (place: number) =>
		program.expressions
			.find(({ expression }) => expression.from <= place && place <= expression.to)
			?.blocks.find(({ kind }) => kind === 'function');
	const counted = functionAt(m.from);
	const own = counted && functionAt(from);
	return own !== undefined && own !== counted && all.some((one) => functionAt(one.from) === counted);
}

const isWritten = ({ notes }: Decay) => notes.some(({ code }) => code === 'written-out');

/** Whether a text has an option at all. */
const isMapping = (one: Expression) => one.kind === 'dictionary' && one.entries.length > 0;

/** What says that something may decay that was not read. */
const UNREAD: ReadonlySet<Note['code']> = new Set([
	'no-argument',
	'by-hand',
	'not-understood',
	'not-attached',
	'term-unread',
]);

/** A text with what its names stand for, and its calls by their full names. */
function sourceOf(code: string, language: CodeLanguage, length: Length | null): Source {
	const program = parse(code, language);
	const found = callsOf(program);
	const calls = found.map(({ call, use }): FoundCall => {
		const { callee } = call;
		const path = qualify(program, callee, use);
		const isDotted = language === 'r' && (callee.kind === 'name' || callee.kind === 'member'); // R's names have dots
		return { call, use, path, name: isDotted ? callee.name : lastName(path) };
	});
	const penalties = program.bindings.flatMap(({ target, value, by }) =>
		target.kind === 'name' && PENALTY.test(target.name) ? [value, by].flatMap((one) => one ?? []) : [],
	);
	return {
		program,
		scope: new Scope(program, found, length),
		calls,
		penalties,
		coefficients: coefficientsOf(program),
		forms: new WeakMap(),
	};
}

/** Everything that decays: what calls say first, then configurations that no call has read, and penalties that are written out. */
function decaysIn(
	source: Source,
	settings: readonly Expression[],
	language: CodeLanguage,
	gradients: readonly Decay[],
	isByHand: boolean,
): Decay[] {
	const { calls } = source;
	const optimizers = calls.flatMap((call) => [...readChain(call, source), ...readOptimizer(call, source)]);
	let estimated = 0;
	const others = calls.flatMap((call) => {
		const estimators = estimated > 2 * MOST_DECAYS ? [] : readEstimator(call, source, language === 'r'); // each asks for all calls
		estimated += estimators.length;
		return [...readTrainer(call, source), ...estimators, ...readRegularizers(call, source)];
	});
	others.push(...readSetRegularizers(source));
	const isRead = (one: Expression) =>
		[...optimizers, ...others].some(({ from, to }) => from < one.from && one.to <= to);
	const configured = readConfig(
		settings.filter((one) => !isRead(one)),
		source,
		language !== 'python' && language !== 'r',
		language === 'yaml',
	);
	const written = readWritten(source);
	const settled = settleOptimizers(
		[...wrapped(optimizers, source), ...configured].filter((one) => !isByHand || !isIdle(one)), // the optimizer's 0 is then not all there is
		joinLayers([...others, ...written, ...saidOf(gradients, written)]),
		source,
	);
	return ofAdapters(settled, source, settings);
}
