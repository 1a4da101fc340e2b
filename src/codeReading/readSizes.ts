import type { Loss } from '../schema/losses.ts';
import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { type Candidate, examplesOf, readInputs, trained } from './readExamples.ts';
import { byDefault, type Note, note, type Source } from './reading.ts';
import { readLoss } from './readLoss.ts';
import { pairsOf } from './settingPairs.ts';
import type { Expression } from './syntax.ts';

/** What a conversion and its findings need beside the strength, as far as the text says it. */
interface Sizes {
	m: Quantity | null;
	batchSize: Quantity | null;
	epochs: Quantity | null;
	loss: Loss | null;
	/** Whether the loss is summed over the batch. */
	isSummed: boolean;
	notes: Note[];
}

/** A list of names. */
function wordsIn(names: string): readonly string[] {
	return names.split(' ');
}

const NAMES = {
	m: wordsIn(
		'm n_samples num_samples num_examples n_examples n_train num_train num_train_examples train_size dataset_size m_train',
	),
	batchSize: wordsIn(
		'batch_size batchsize bs train_batch_size train_micro_batch_size_per_gpu samples_per_gpu ims_per_batch batch batch_size_per_gpu',
	),
	epochs: wordsIn(
		'epochs num_epochs n_epochs max_epochs num_train_epochs nepochs n_epoch epoch total_epochs max_epoch',
	),
} as const;
type Size = keyof typeof NAMES;
const SIZES: readonly Size[] = ['m', 'batchSize', 'epochs'];

/** `BATCH_SIZE`, `batchSize` and `batch-size` are one name; a lone `M` is not `m`. */
function isCalled(name: string, size: Size): boolean {
	const same = name.length === 1 ? name : name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
	return NAMES[size].includes(same);
}
const HELD_OUT = /val|test|eval|dev|holdout/i;

export function readSizes(source: Source, settings: readonly Expression[]): Sizes {
	const { program, scope, calls } = source;
	const notes: Note[] = [];
	const found: Record<Size, Candidate[]> = { m: [], batchSize: [], epochs: [] };
	for (const binding of program.bindings) {
		const { target, value, how } = binding;
		if (target.kind !== 'name' || !value || how !== 'assigned') continue;
		for (const size of SIZES) {
			if (size === 'm' && value.kind === 'call' && !/^(len|int)$/.test(pathOf(value.callee) ?? '')) continue; // `m = Model()`
			if (!isCalled(target.name, size)) continue;
			const quantity = scope.number(value, binding);
			const isVague = /^(bs|batch)$/i.test(target.name);
			const params = { name: target.name, value: quantity.value ?? '', what: 'B' };
			found[size].push({ rank: 2, quantity, notes: isVague ? [note('named-so', target, params)] : [] });
		}
	}
	for (const { target, value, how, ...use } of program.bindings) {
		const isEpochs =
			how === 'loop' && target.kind === 'name' && /^(epoch|ep|epoch_idx|epoch_num|i_epoch)$/.test(target.name);
		const range = isEpochs
			? everyCall(value).find(({ callee }) => /^t?range$|^trange$/.test(pathOf(callee) ?? ''))
			: undefined;
		const last = range?.args[range.args.length > 1 ? 1 : 0];
		const start = range && range.args.length > 1 && range.args[0] ? scope.number(range.args[0].value, use).value : 0;
		const end = last ? scope.number(last.value, use) : null;
		if (end)
			found.epochs.push({
				rank: 1,
				quantity: end.value === null || start === null ? end : { ...end, value: end.value - start },
			});
	}
	for (const call of calls) readCall(call, source, found);
	for (const binding of program.bindings) readInputs(binding, source, found.m);
	for (const root of settings) {
		const pairs = [...pairsOf(root)];
		const isWhole = pairs.some(([name]) => name === 'train_batch_size'); // it holds what is accumulated
		for (const [name, value, from] of pairs) {
			const use = { from, blocks: [] };
			for (const size of SIZES) {
				// DeepSpeed's whole batch stands before the part of it that a device takes at once.
				const rank = name === 'train_micro_batch_size_per_gpu' ? 3 : 2;
				if (isCalled(name, size)) found[size].push({ rank, quantity: scope.number(value, use) });
			}
			if (/^(nproc_per_node|num_processes|num_gpus)$/.test(name)) {
				const count = scope.number(value, use).value ?? 0;
				if (count > 1) notes.push(note('several-processes', { from }, { count }));
			}
			if (name === 'per_device_train_batch_size') found.batchSize.push({ rank: 0, quantity: scope.number(value, use) });
			if (!isWhole && /^(gradient_accumulation_steps|accumulate_grad_batches)$/.test(name))
				notes.push(...accumulated(scope.number(value, use)));
		}
	}
	for (const { call, use } of calls) {
		const args = new Arguments({ call, use }, scope);
		const steps = args.get(['gradient_accumulation_steps', 'accumulate_grad_batches']);
		if (steps) notes.push(...accumulated(scope.number(steps, use)));
	}
	const [m, batchSize, epochs] = SIZES.map((size) => choose(found[size], notes));
	const factor = notes.find(({ code }) => code === 'accumulated')?.params.steps;
	if (factor === undefined) notes.push(...accumulatedByHand(source));
	return {
		m: trained(whole(m ?? null), source, notes),
		batchSize: times(whole(batchSize ?? null), typeof factor === 'number' ? factor : 1),
		epochs: epochs ?? null,
		...readLoss(source, settings),
		notes,
	};
}

const everyCall = (value: Expression | null) =>
	value ? [...everyPart(value)].filter((one) => one.kind === 'call') : [];

function readCall(found: FoundCall, { scope, program, calls }: Source, to: Record<Size, Candidate[]>): void {
	const { call, name, use } = found;
	const args = new Arguments(found, scope);
	const number = (names: readonly string[], position = -1) => {
		const said = args.get(names, position);
		return said ? scope.number(said, use) : null;
	};
	const add = (size: Size, rank: number, quantity: Quantity | null, notes: Note[] = []) => {
		if (quantity) to[size].push({ rank, quantity, notes });
	};
	if (/Loader$/.test(name)) {
		const target = program.bindings.find(
			({ value }) => value !== null && value.from <= call.from && call.to <= value.to,
		)?.target;
		const isHeldOut = HELD_OUT.test(
			`${target ? scope.written(target) : ''} ${call.args[0] ? scope.written(call.args[0].value) : ''}`,
		);
		const size = number(['batch_size'], 1);
		add(
			'batchSize',
			isHeldOut ? 3 : 1,
			size ?? byDefault(1, call.from),
			size ? [] : [leftOut(call.from, 'batch_size', 1)],
		);
	} else if (name === 'fit') {
		const epochs = number(['epochs', 'nb_epoch']);
		const size = number(['batch_size']);
		add('batchSize', 0, size);
		add('epochs', 0, epochs);
		const isBatched = call.args[0] && /generator|dataset|loader|_ds$|^ds/i.test(scope.written(call.args[0].value));
		const isKeras = calls.some((one) => one.name === 'compile');
		if (!size && !isBatched && isKeras)
			add('batchSize', 4, byDefault(32, call.from), [leftOut(call.from, 'batch_size', 32)]);
		if (!epochs && isKeras && !args.unknownSpread)
			add('epochs', 4, byDefault(1, call.from), [leftOut(call.from, 'epochs', 1)]);
	} else if (name === 'batch' && call.args.length > 0) add('batchSize', 2, number(['batch_size'], 0));
	else if (/TrainingArguments$|Config$/.test(name)) {
		const size = number(['per_device_train_batch_size', 'per_gpu_train_batch_size']);
		const epochs = number(['num_train_epochs']);
		add('batchSize', 0, size);
		add('epochs', 0, epochs);
		if (name.endsWith('TrainingArguments') && !args.unknownSpread) {
			if (!size) add('batchSize', 4, byDefault(8, call.from), [leftOut(call.from, 'per_device_train_batch_size', 8)]);
			if (!epochs) add('epochs', 4, byDefault(3, call.from), [leftOut(call.from, 'num_train_epochs', 3)]);
		}
	} else if (/Trainer$/.test(name)) add('epochs', 0, number(['max_epochs']));
	else if (/^fit_one_cycle$|^fine_tune$/.test(name)) add('epochs', 0, number(['n_epoch', 'epochs'], 0));
	to.m.push(...examplesOf(found, scope));
}

function choose(candidates: readonly Candidate[], notes: Note[]): Quantity | null {
	const known = candidates.filter(({ quantity }) => quantity.value !== null);
	const rank = Math.min(...known.map((one) => one.rank));
	const best = known.filter((one) => one.rank === rank);
	const [one] = best;
	if (!one) return candidates[0]?.quantity ?? null;
	const values = [...new Set(best.flatMap(({ quantity }) => (quantity.value === null ? [] : [quantity.value])))];
	if (values.length > 1)
		return {
			value: null,
			from: one.quantity.from,
			unknown: { code: 'several-values', written: values.join(', '), values },
		};
	notes.push(...(one.notes ?? []));
	return one.quantity;
}

const leftOut = (from: number, field: string, value: number): Note => ({
	code: 'left-out',
	from,
	params: { field, value },
});

/** A count is whole and at least 1; anything else is none. */
const whole = (size: Quantity | null) =>
	size?.value !== null && size && !(Number.isInteger(size.value) && size.value >= 1) ? null : size;

const times = (size: Quantity | null, factor: number): Quantity | null =>
	size && size.value !== null ? { ...size, value: size.value * factor } : size;

/** A variable for how many batches are accumulated in a loop, where the loss may be divided by it or not. */
function accumulatedByHand({ program, scope }: Source): Note[] {
	const found = program.bindings.find(
		({ target, value }) => target.kind === 'name' && value && /accum/i.test(target.name),
	);
	const steps = found?.value ? scope.number(found.value, found).value : null;
	return found?.target.kind === 'name' && steps !== null && steps > 1
		? [note('accumulates', found, { name: found.target.name, steps })]
		: [];
}

const accumulated = (steps: Quantity): Note[] =>
	steps.value !== null && steps.value > 1
		? [{ code: 'accumulated', from: steps.from, params: { steps: steps.value } }]
		: [];
