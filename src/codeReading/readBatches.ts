import { Arguments, everyPart, hasPart } from './calls.ts';
import { houseOf } from './configHouses.ts';
import type { Quantity } from './quantity.ts';
import { type Note, note, type Source } from './reading.ts';
import { pairsOf } from './settingPairs.ts';
import type { Binding, Expression } from './syntax.ts';

const ACCUMULATED = [
	...['gradient_accumulation_steps', 'accumulate_grad_batches', 'accum_iter', 'grad_accum_steps', 'update_freq'],
	...['accumulation_steps', 'grad_accumulation_steps'],
];
/** How many train together is the product of these. */
const PROCESSES = ['nproc_per_node', 'num_processes', 'num_gpus', 'devices', 'gpus', 'num_nodes', 'nnodes'];

/** What makes the batch of a step larger than the one that is written: gradients that are accumulated, processes that average theirs. */
interface Batches {
	/** How many times as large it surely is. */
	times: number;
	/** Batches whose gradients it adds up. */
	accumulated: number;
	/** How many of these gradients are added with nothing that divides their losses. */
	undivided: number;
	notes: Note[];
}

export function readBatches(source: Source, settings: readonly Expression[]): Batches {
	const { calls, scope } = source;
	const pairs = settings.flatMap((root) => [...pairsOf(root)]);
	const has = (pattern: RegExp) => pairs.some(([name]) => pattern.test(name));
	// What is accumulated is within a global batch, and within the batch of DeepSpeed.
	const isWhole =
		has(/^global_(train_)?batch_size$/) ||
		(has(/^train_batch_size$/) && has(/^(train_micro_batch_size_per_gpu|zero_optimization)$/));
	const steps: Quantity[] = [];
	const counts: Quantity[] = [];
	for (const [name, value, from] of pairs) {
		const use = { from, blocks: [] };
		if (!isWhole && ACCUMULATED.includes(name)) steps.push(scope.number(value, use));
		if (PROCESSES.includes(name)) counts.push({ ...scope.number(value, use), from });
	}
	for (const { call, name, use } of calls) {
		const args = new Arguments({ call, use }, scope);
		const said = args.get(name === 'MultiSteps' ? ['every_k_schedule'] : ACCUMULATED, name === 'MultiSteps' ? 1 : -1);
		if (said) steps.push(scope.number(said, use));
		for (const one of /Trainer$|^Fabric$/.test(name) ? PROCESSES : []) {
			const count = args.get([one]);
			if (count) counts.push(scope.number(count, use));
		}
	}
	const accumulated = steps.filter((one) =>
		one.value === null ? one.unknown.code !== 'not-a-number' && !/auto/.test(one.unknown.written) : one.value > 1,
	);
	const count = counts.reduce((all, { value }) => all * Math.max(1, value ?? 1), 1);
	const divided = accumulated.length > 0 ? [] : dividedBy(source);
	const skipped = [...accumulated, ...divided].length > 0 ? undefined : skippedSteps(source);
	const isMean = skipped !== undefined && isDividedBy(skipped.value, source);
	const isSum = skipped !== undefined && !isMean && source.calls.some(isBareBackward);
	steps.push(...divided, ...(isMean || isSum ? [skipped] : []));
	const [first] = steps.filter((one) => accumulated.includes(one) || (one.value ?? 0) > 1);
	const isSeveral = count > 1 && !pairs.some(([name]) => name.startsWith('global_'));
	const own = isWhole ? null : batchOfProcess(source, pairs);
	const isOwn = isSeveral && (own !== null || has(/^per_device/));
	return {
		times: (first?.value ?? 1) * (isOwn ? count : 1),
		accumulated: first?.value ?? skipped?.value ?? 1,
		undivided: isSum ? skipped.value : 1,
		notes: [
			...(own && count <= 1 ? [own] : []),
			...(first
				? [
						note('accumulated', first, {
							steps: first.value ?? first.unknown.written,
							...(isSum && { over: skipped.value }),
						}),
					]
				: accumulatedByHand(source, skipped)),
			...(isSeveral ? [note('several-processes', counts[0] ?? { from: 0 }, { [isOwn ? 'own' : 'count']: count })] : []),
		],
	};
}

/** `loss.backward()`. */
const isBareBackward = ({ name, call: { callee } }: Source['calls'][number]) =>
	name === 'backward' && callee.kind === 'member' && callee.of.kind === 'name';

/** What a loss is divided by whose gradients are accumulated: `loss = loss / accumulation_steps`, `loss /= args.accum`, `loss = criterion(y, t) / accum`. */
const dividedBy = ({ program: { expressions, text }, scope }: Source): Quantity[] =>
	expressions.flatMap(({ expression, blocks }) =>
		[...everyPart(expression)].flatMap((one) => {
			const isIt = (one.kind === 'name' || one.kind === 'member') && /accum/i.test(one.name);
			const isDivisor =
				isIt && /loss\w* *(\/=? *|=[^\n=]*\) *\/ *)$/i.test(text.slice(Math.max(0, one.from - 200), one.from));
			return isDivisor ? [scope.number(one, { from: one.from, blocks })] : [];
		}),
	);

/** How many batches make a step that is only taken in some of them: `if (i + 1) % 4 == 0: optimizer.step()`. */
function skippedSteps({ calls, scope }: Source) {
	for (const { call, name, use } of calls) {
		const condition = use.blocks.findLast(({ kind }) => kind === 'branch')?.condition;
		if (name !== 'step' || !condition || /sched|prof|lr|env/i.test(scope.written(call.callee))) continue;
		for (const one of everyPart(condition)) {
			const every = one.kind === 'operation' && one.operator === '%' ? one.operands[1] : undefined;
			const steps = every && scope.number(every, { ...use, from: every.from });
			if (steps && steps.value !== null && steps.value > 1) return steps;
		}
	}
	return undefined;
}

/** Whether a loss is divided by a number, before its gradient or in place. */
function isDividedBy(steps: number, { program: { expressions, bindings, text }, scope }: Source): boolean {
	const isIt = (one: Expression | undefined, blocks: Binding['blocks']) =>
		one !== undefined && scope.number(one, { from: one.from, blocks }).value === steps;
	return (
		bindings.some(
			({ target, by, blocks }) => by && text.slice(target.to, by.from).includes('/=') && isIt(by, blocks),
		) ||
		expressions.some(({ expression, blocks }) =>
			hasPart(
				expression,
				(one) =>
					one.kind === 'operation' &&
					one.operator === '/' &&
					/loss|criterion|entropy|mse|nll/i.test(scope.written(one)) &&
					isIt(one.operands.at(-1), blocks),
			),
		)
	);
}

/** A batch that each process takes for itself, by its name or by whose configuration it is in. */
function batchOfProcess({ program }: Source, pairs: readonly (readonly [string, Expression, number])[]): Note | null {
	const named = program.words.find(({ word }) => /^(-*)(samples|batch.size).per.(gpu|device)$/i.test(word));
	if (named) return note('per-process', named, { name: named.word.replace(/^-+/, '') });
	const flat = new Map(pairs.map(([name, value, from]) => [name, { value, from, written: name }]));
	const size = flat.get('batch_size');
	const loader = program.bindings.find(({ target }) => target.kind === 'name' && target.name === 'train_dataloader');
	const isOwn = houseOf(flat)?.name === 'timm' || loader?.value?.kind === 'call' || flat.has('train_dataloader');
	return size && isOwn ? note('per-process', size, { name: 'batch_size' }) : null;
}

/** A variable for how many batches are accumulated in a loop, where the loss may be divided by it or not. */
function accumulatedByHand({ program, scope }: Source, skipped: ReturnType<typeof skippedSteps>): Note[] {
	const found = program.bindings.find(
		({ target, value }) => target.kind === 'name' && value && /accum/i.test(target.name),
	);
	const steps = found?.value ? scope.number(found.value, found).value : null;
	if (found?.target.kind === 'name' && steps !== null && steps > 1)
		return [note('accumulates', found, { name: found.target.name, steps, over: steps })];
	return skipped ? [note('accumulates', skipped, { name: '', steps: skipped.value, over: skipped.value })] : [];
}
