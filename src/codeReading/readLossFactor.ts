import { type DataTerm, dataTermOf } from './dataTerm.ts';
import { calledName, type Placed, termsOf } from './products.ts';
import { type Note, note, type Source } from './reading.ts';
import { MEASURING } from './readLoss.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Names of the loss that is trained on, and of those that are only counted. */
const LOSS = /loss|cost|objective|^(l|J|L|ce|bce|mse)$/i;
const COUNTED = /total|running|epoch|avg|average|mean|test|val|eval|sum|log|hist|item/i;
/** Divisors that only make a mean of several batches or processes. */
const OF_STEPS = /acc|world_?size|(n|num)_?(gpus?|devices|processes|replicas)/i;

/** What the mean of a loss is multiplied by. */
interface LossFactor {
	/** 1 where nothing says it, or not one number. */
	times: number;
	notes: Note[];
}

/**
 * The factor before the loss of a library: 10 of `10 * F.cross_entropy(net(x), y)`, ½ of `(loss / 2).backward()`. A decay beside c
 * times a mean is 1/c of it beside the mean.
 *
 * @param accumulated batches whose gradients are added up, over which a loss may be divided
 */
export function readLossFactor(source: Source, accumulated: number): LossFactor {
	const { scope } = source;
	const found = trainedOn(source).flatMap(({ expression, use }) => {
		const data = termsOf(expression).flatMap((one) => {
			const term = dataTermOf(one, source, use);
			return term?.isLibrary ? [{ term, written: scope.written(one) }] : [];
		});
		const [only, ...others] = data;
		return only && others.length === 0 ? [{ ...factorOf(only.term, source, accumulated), from: expression.from }] : [];
	});
	const later = changedBy(source);
	const [first] = found;
	const unknown = [...found, ...later].find(({ unread }) => unread !== null);
	if (unknown?.unread)
		return { times: 1, notes: [note('loss-times', unknown, { written: unknown.unread, several: '' })] };
	if (!first) return { times: 1, notes: [] };
	if (found.some(({ times }) => times !== first.times)) {
		const several = [...new Set(found.map(({ times }) => times))].join(', ');
		return { times: 1, notes: [note('loss-times', first, { written: '', several })] };
	}
	const all = later.reduce((product, { times }) => product * times, first.times);
	return { times: Math.abs(all * accumulated - 1) < 1e-9 || !(all > 0) ? 1 : all, notes: [] };
}

type Factor = { times: number; unread: string | null };

function factorOf({ above, below }: DataTerm, source: Source, accumulated: number): Factor {
	const product = (some: readonly Placed[]): Factor =>
		some
			.map((one) => numberOf(one, source))
			.reduce((all, one) => ({ times: all.times * one.times, unread: all.unread ?? one.unread }), {
				times: 1,
				unread: null,
			});
	const [over, under] = [product(above), product(below)];
	const times = over.times / under.times;
	return { times: times * accumulated === 1 ? 1 : times, unread: over.unread ?? under.unread };
}

function numberOf({ expression, use }: Placed, { scope }: Source): Factor {
	const written = scope.written(expression);
	if (OF_STEPS.test(written)) return { times: 1, unread: null };
	const { value } = scope.number(expression, use);
	return { times: value ?? 1, unread: value === null ? written : null };
}

/** What gradients are taken of: what `backward` is called on or given; without it what names of losses are given, and what functions return. */
function trainedOn(source: Source): Placed[] {
	const { calls, program } = source;
	const isMeasured = ({ blocks }: Pick<Use, 'blocks'>) =>
		blocks.some(({ kind, name }) => kind === 'function' && MEASURING.test(name) && !/train/i.test(name));
	const backward = calls.flatMap(({ call: { callee, args }, use, name }): Placed[] => {
		if (!/^(manual_)?backward$/.test(name) || callee.kind !== 'member') return [];
		const given = args[0]?.name === null ? args[0].value : callee.of;
		const isScaled = given.kind === 'call' && calledName(given.callee) === 'scale'; // `scaler.scale(loss).backward()`
		const expression = isScaled ? given.args[0]?.value : given;
		return expression ? [{ expression, use }] : [];
	});
	if (backward.some(({ expression, use }) => dataTermOf(expression, source, use)?.isLibrary)) return backward;
	const named = program.bindings.flatMap(({ target, value, how, blocks }): (Placed & { name: string })[] =>
		target.kind === 'name' &&
		value &&
		how === 'assigned' &&
		LOSS.test(target.name) &&
		!COUNTED.test(target.name) &&
		!isMeasured({ blocks })
			? [{ expression: value, use: { from: value.from, blocks }, name: target.name }]
			: [],
	);
	const returned = program.functions
		.filter(({ name, kind }) => kind === 'function' && (!MEASURING.test(name) || /train/i.test(name)))
		.flatMap((block) =>
			block.returned.map((expression): Placed => ({ expression, use: { from: expression.from, blocks: [block] } })),
		);
	const all: (Placed & { name?: string })[] = [...named, ...returned];
	return all.filter((one) => !all.some((other) => other !== one && isMadeOf(other.expression, one)));
}

/** Whether a loss goes on into a larger one: `mse` into `0.5 * mse`. */
const isMadeOf = (whole: Expression, { name, use }: { name?: string; use: Use }): boolean =>
	name !== undefined &&
	whole.from > use.from &&
	(termsOf(whole).some((one) => one.kind === 'name' && one.name === name) ||
		(whole.kind === 'operation' && whole.operands.some((one) => isMadeOf(one, { name, use }))));

/** `loss *= 10` and `loss /= 2`. */
const changedBy = (source: Source): (Factor & { from: number })[] =>
	source.program.bindings.flatMap(({ target, by, blocks }) => {
		if (target.kind !== 'name' || !by || !LOSS.test(target.name) || COUNTED.test(target.name)) return [];
		const [sign] = /[*/](?==)/.exec(source.program.text.slice(target.to, by.from)) ?? [];
		const use = { from: by.from, blocks };
		const { times, unread } = numberOf({ expression: by, use }, source);
		const isOfLoss = dataTermOf(target, source, use)?.isLibrary;
		return sign && isOfLoss ? [{ times: sign === '*' ? times : 1 / times, unread, from: by.from }] : [];
	});
