import type { LibraryId } from '../schema/libraryIds.ts';
import { nearest } from '../schema/nearest.ts';
import { everyPart } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { type Decay, decayAt, type Note, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** Names that a strength of decay has wherever it stands. */
const STRENGTHS = (
	'weight_decay weightdecay wd l2 l2_reg l2_lambda l2_regularization l2_penalty reg_lambda lambda_l2 ' +
	'l2_leaf_reg regularizer kernel_regularizer bias_regularizer adam_weight_decay regparam l2_decay lambda_reg l2_weight'
).split(' ');

/** Strengths that only one library has. */
const BOOSTERS: Record<string, LibraryId> = { lambda_l2: 'lightgbm', l2_leaf_reg: 'catboost' };

const DECAY = 'weight_decay';

const isStrength = (name: string) => STRENGTHS.includes(name.toLowerCase().replaceAll('-', '_').replace(/^_+/, ''));

/**
 * What has the name of a strength and belongs to nothing that was understood: said, so that it is not lost silently. In a
 * text with no decay at all it is one, of an optimizer that has to be asked for.
 */
export function readLoose(source: Source, decays: readonly Decay[]): { decays: Decay[]; notes: Note[] } {
	const { scope } = source;
	const loose = named(source).filter(
		({ from, value }) =>
			!decays.some((one) => one.from <= from && from <= one.to) && !(value && scope.wasAsked(value.from)),
	);
	const distinct = loose.filter(({ name }, at) => loose.findIndex((other) => other.name === name) === at).slice(0, 5);
	const isTraining = decays.length > 0 || source.calls.some(isStep);
	const said = ({ name, from, how, key = name, to = from }: Named) =>
		note(
			isTraining && how !== 'key' && isUnused({ name: key, from, to }, source) ? 'unused' : 'not-attached',
			{ from },
			{ name },
		);
	const [first] = distinct;
	if (decays.length > 0 || !first?.value || said(first).code === 'unused')
		return { decays: [], notes: distinct.map(said) };
	const use = { from: first.from, blocks: first.blocks };
	const number = scope.number(first.value, use);
	const value: Quantity =
		first.how === 'argument' && number.value !== null ? { ...number, ways: ['argument-default'] } : number;
	const own = { name: first.name, parameter: first.name, value };
	const place = { from: first.from, to: first.value.to };
	const row = BOOSTERS[first.name];
	const rate = row
		? undefined
		: named(source, (name) => /^(lr|learning_rate|LR|eta)$/.test(name)).find(({ value }) => value)?.value;
	const decay = row
		? decayAt(place, { ...own, row, covers: 'leaves', notes: [] })
		: decayAt(place, {
				...{ ...own, row: null, covers: 'everything', notes: [note('unknown-optimizer', first, { name: '' })] },
				optimizer: { kind: null, learningRate: rate ? scope.number(rate, use) : null, momentum: 0, nesterov: false },
			});
	return { decays: [decay], notes: distinct.slice(1).map(said) };
}

/** Keys and arguments a slip or two away from `weight_decay`, which nothing has read. */
export function readSlips(source: Source, decays: readonly Decay[]): Note[] {
	const isSlip = (name: string) =>
		!isStrength(name) && !/^weights?$|^weight_decays$|^decay$/i.test(name) && nearest(keyed(name), [DECAY]).length > 0;
	const isSaid = ({ from, value }: Named) =>
		(value && source.scope.wasAsked(value.from)) || // R's `dec` of `decay`
		decays.some(({ notes }) =>
			notes.some((one) => one.code === 'no-argument' && (one.from === from || one.from === value?.from)),
		);
	return named(source, isSlip)
		.filter((one) => one.how !== 'variable' && !isSaid(one))
		.slice(0, 3)
		.map(({ name, from }) => note('no-argument', { from }, { written: name, near: DECAY }));
}

/** What only a text that trains calls. */
const isStep = ({ name, call }: Source['calls'][number]) =>
	/^(backward|step|fit|parameters|minimize|apply_gradients)$/.test(name) && call.callee.kind === 'member';

/** Whether a name stands nowhere else in the text, and no call is given all arguments of the command line. */
const isUnused = ({ name, from, to }: { name: string; from: number; to: number }, { program, calls }: Source) =>
	!program.words.some(
		(one) => (one.from < from || one.from > to) && one.word.replace(/^-+/, '').replaceAll('-', '_') === keyed(name),
	) &&
	!calls.some(({ call }) => call.args.some(({ value }) => value.kind === 'name' && /^(args|opts?)$/.test(value.name)));

const keyed = (name: string) => name.replaceAll('-', '_');

interface Named {
	name: string;
	from: number;
	value: Expression | null;
	blocks: Source['calls'][number]['use']['blocks'];
	/** A variable and an argument of a command line do nothing until they are used. */
	how: 'variable' | 'argument' | 'key';
	/** What an argument is kept as, and where its call ends. */
	key?: string;
	to?: number;
}

/** Arguments, keys, attributes and variables of such a name, in the order of the text. */
function named({ program, calls }: Source, isIt = isStrength): Named[] {
	const found: Named[] = [];
	const add = (
		name: string,
		from: number,
		value: Expression | null,
		blocks: Named['blocks'],
		how: Named['how'] = 'key',
	) => {
		const isNone = value?.kind === 'constant' && value.value === null;
		if (!isNone && isIt(name)) found.push({ name, from, value, blocks, how });
	};
	for (const { target, value, from, blocks, how } of program.bindings) {
		const isPassed = how === 'parameter' && calls.some(({ name }) => name === blocks.at(-1)?.name);
		if ((value === null && how !== 'assigned') || isPassed) continue; // it is read where it is used
		const item = target.kind === 'index' ? target.items[0]?.value : undefined;
		if (target.kind === 'name' || target.kind === 'member')
			add(target.name, from, value, blocks, blocks.at(-1)?.kind === 'class' ? 'key' : 'variable');
		else if (item?.kind === 'string') add(item.value, from, value, blocks);
	}
	for (const { expression, blocks } of program.expressions) {
		for (const one of everyPart(expression)) {
			if (one.kind === 'call') {
				const isRun = pathOf(one.callee) === 'wandb.init'; // what it is given does nothing by itself
				const options = one.args.filter(
					({ name, value }) => name === null && value.kind === 'string' && value.value.startsWith('--'),
				);
				for (const { name, from, value } of one.args) {
					if (name !== null) add(name, from, value, blocks);
					if (isRun && value.kind === 'dictionary')
						for (const { key, value: said } of value.entries)
							if (key?.kind === 'string') add(key.value, key.from, said, blocks, 'argument');
				}
				for (const { from, value } of options.slice(0, 2)) {
					const given = one.args.find((other) => other.name === 'default')?.value ?? null;
					const kept = one.args.find((other) => other.name === 'dest')?.value ?? options[0]?.value;
					const isAdded = found.some((other) => other.from >= one.from && other.from < from); // by its other name
					if (value.kind !== 'string' || isAdded) continue;
					add(value.value.slice(2), from, given, blocks, 'argument');
					const last = found.at(-1);
					if (last?.from === from && kept?.kind === 'string')
						found[found.length - 1] = { ...last, key: kept.value.replace(/^-+/, ''), to: one.to };
				}
			} else if (one.kind === 'dictionary') {
				for (const { key, value } of one.entries) if (key?.kind === 'string') add(key.value, key.from, value, blocks);
			}
		}
	}
	return found.sort((one, other) => one.from - other.from);
}
