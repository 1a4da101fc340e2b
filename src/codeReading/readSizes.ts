import type { Loss } from '../schema/losses.ts';
import { everyPart } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { readBatches } from './readBatches.ts';
import { type Candidate, readInputs, trained } from './readExamples.ts';
import { readFolds } from './readFolds.ts';
import { computed, type Note, note, type Source } from './reading.ts';
import { readLoss } from './readLoss.ts';
import { readLossFactor } from './readLossFactor.ts';
import { readSizeCall } from './readSizeCalls.ts';
import type { Use } from './scope.ts';
import { pairsOf } from './settingPairs.ts';
import { HELD_OUT, isCalled, SIZES, type Size } from './sizeNames.ts';
import type { Binding, Expression } from './syntax.ts';

/** What a conversion and its findings need beside the strength, as far as the text says it. */
interface Sizes {
	m: Quantity | null;
	batchSize: Quantity | null;
	epochs: Quantity | null;
	/** Steps of the whole run, where that says its length. */
	steps: Quantity | null;
	loss: Loss | null;
	/** Whether the loss is summed over the batch. */
	isSummed: boolean;
	/** What the loss is multiplied by. */
	lossTimes: number;
	notes: Note[];
}

const OTHERS = ['batchSize', 'epochs', 'steps'] as const;

/** The sizes that a text says, the most certain place first. */
export function readSizes(source: Source, settings: readonly Expression[]): Sizes {
	const { program, scope, calls } = source;
	const notes: Note[] = [];
	const found: Record<Size, Candidate[]> = { m: [], batchSize: [], epochs: [], steps: [] };
	for (const binding of program.bindings) {
		readNamed(binding, source, found);
		readLoop(binding, source, found.epochs);
		readInputs(binding, source, found.m);
	}
	found.m.push(...assertedIn(source));
	for (const call of calls) readSizeCall(call, source, found);
	for (const root of settings) {
		for (const [name, value, from] of pairsOf(root)) {
			const number = () => scope.number(value, { from, blocks: [] });
			// A whole batch stands before the part of it that a device takes at once.
			const rank = /micro/.test(name) ? 3 : /^global_/.test(name) ? 1 : 2;
			for (const size of SIZES) if (isCalled(name, size)) found[size].push({ rank, quantity: number() });
			if (name === 'per_device_train_batch_size') found.batchSize.push({ rank: 0, quantity: number() });
		}
	}
	const ofOthers: Note[] = [];
	const [batchSize, epochs, steps] = OTHERS.map((size) => choose(found[size], ofOthers));
	const least = batchSize?.value ?? 0; // no batch has more rows than there are
	const examples = found.m.filter(({ isGuess, quantity: { value } }) => !isGuess || value === null || value >= least);
	const m = choose(examples, notes);
	notes.push(...ofOthers);
	const batches = readBatches(source, settings);
	const { notes: ofLoss, ...loss } = readLoss(source, settings);
	const size = times(whole(batchSize ?? null), batches.times);
	for (const one of batches.notes) {
		const { steps } = one.params;
		if (loss.isSummed && one.params.over && one.code === 'accumulated') one.params = { ...one.params, over: '' };
		if (one.code !== 'accumulated' || size?.value == null || size.of === undefined || typeof steps !== 'number')
			continue;
		const several = batches.times === steps ? '' : `·${batches.times / steps}`;
		one.params = { ...one.params, product: `${size.of}·${steps}${several} = ${size.value}` };
	}
	const factor = readLossFactor(source, batches.accumulated);
	const rows = trained(whole(m ?? null), source, notes);
	return {
		m: rows,
		batchSize: size,
		epochs: epochs ?? null,
		steps: whole(steps ?? null),
		...loss,
		lossTimes: factor.times * (loss.isSummed ? 1 : batches.undivided),
		notes: [...notes, ...readFolds(source, rows), ...batches.notes, ...ofLoss, ...factor.notes],
	};
}

/** `assert len(train_ds) == 20000`, R's `stopifnot(nrow(x) == 569)`. */
const assertedIn = ({ program: { expressions, text }, scope }: Source): Candidate[] =>
	expressions.flatMap(({ expression, blocks }) => {
		const [claimed] = expression.kind === 'call' && pathOf(expression.callee) === 'stopifnot' ? expression.args : [];
		const one = claimed?.value ?? expression;
		const [counted, count] = one.kind === 'operation' && one.operator === '==' ? one.operands : [];
		if (!counted || !count || !/\b(assert\s+|stopifnot\()$/.test(text.slice(Math.max(0, one.from - 12), one.from)))
			return [];
		const written = scope.written(counted);
		if (!/^(len|nrow)\((?!.*(loader|dl\b))/.test(written) || HELD_OUT.test(written)) return [];
		return [{ rank: 1, quantity: scope.number(count, { from: one.from, blocks }) }];
	});

/** `batch_size = 64`, and `config.batch_size = 64`. */
function readNamed({ target, value, how, ...use }: Binding, { scope }: Source, to: Record<Size, Candidate[]>): void {
	if ((target.kind !== 'name' && target.kind !== 'member') || !value || how !== 'assigned') return;
	for (const size of SIZES) {
		if (size === 'm' && value.kind === 'call' && !/^(len|int)$/.test(pathOf(value.callee) ?? '')) continue; // `m = Model()`
		if (!isCalled(target.name, size)) continue;
		const quantity = scope.number(value, use);
		const isVague = /^(bs?|batch)$/i.test(target.name);
		const params = { name: target.name, value: quantity.value ?? '', what: 'B' };
		to[size].push({
			rank: target.kind === 'name' ? 2 : 3,
			quantity,
			notes: isVague ? [note('named-so', target, params)] : [],
		});
	}
}

/** `for epoch in range(1, 91)`, as often as the loops around it go on with the same training. */
function readLoop(binding: Binding, { scope, program }: Source, to: Candidate[]): void {
	const { target, value, how, ...use } = binding;
	if (how !== 'loop' || target.kind !== 'name' || !/^(epoch|ep|epoch_idx|epoch_num|i_epoch)$/.test(target.name)) return;
	const own = timesOf(value, use, scope);
	if (!own) return;
	const around = use.blocks.slice(0, -1).filter(({ kind }) => kind === 'loop');
	const loops = around.map((block) =>
		program.bindings.find((one) => one.how === 'loop' && one.blocks.at(-1) === block),
	);
	const outer = loops.filter((one) => !(one && SEPARATE.test(nameOf(one.target))));
	const counts = outer.map((one) =>
		one && CONTINUED.test(nameOf(one.target)) ? timesOf(one.value, one, scope)?.value : null,
	);
	const isKnown = own.value !== null && counts.every((one) => typeof one === 'number');
	const all = counts.reduce<number>((product, one) => product * (one ?? 1), own.value ?? 1);
	const unknown = own.value === null ? own : computed(own.from, scope.written(target));
	to.push({ rank: 1, quantity: isKnown ? { from: own.from, ways: [], value: all } : unknown });
}

/** Loops around epochs whose every turn goes on with the training, and those whose every turn begins one. */
const CONTINUED = /^_?(update|iter|iteration|round|cycle|rollout|step|stage|phase|outer|generation|it)s?(_\w+)?$/i;
const SEPARATE =
	/fold|seed|trial|run|rep|lr|rate|wd|decay|lam|alpha|beta|config|cfg|model|arch|param|split|size|hidden|dim|exp|train|test|dataset|name|opt|dropout|batch|^[nkp]$/i;

const nameOf = (target: Expression) => (target.kind === 'name' ? target.name : '');

/** How often `range(…)` lets a loop turn. */
function timesOf(value: Expression | null, use: Use, scope: Source['scope']): Quantity | null {
	const range = everyCall(value).find(({ callee }) => /^t?range$/.test(pathOf(callee) ?? ''));
	const [first, second] = range?.args ?? [];
	if (!first) return null;
	const end = scope.number((second ?? first).value, use);
	const start = second ? scope.number(first.value, use).value : 0;
	return end.value === null || start === null ? end : { ...end, value: end.value - start };
}

const everyCall = (value: Expression | null) =>
	value ? [...everyPart(value)].filter((one) => one.kind === 'call') : [];

/** The most certain of several places, where they agree. */
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

/** A count is whole and at least 1; anything else is none. */
const whole = (size: Quantity | null) =>
	size?.value !== null && size && !(Number.isInteger(size.value) && size.value >= 1) ? null : size;

const times = (size: Quantity | null, factor: number): Quantity | null =>
	size && size.value !== null && factor !== 1 ? { ...size, value: size.value * factor, of: size.value } : size;
