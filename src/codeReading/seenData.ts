import { hasPart } from './calls.ts';
import { pathOf } from './path.ts';
import type { Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** What a call that trains, or that holds examples to be trained on, is called. */
const TRAINS = /fit|train|^TensorDataset$|^from_tensor_slices$|^Dataset$|Loader$|lstsq|solve|grad|^(dot|matmul|mm)$/i;
/** What only takes all of them. */
const HOLDS = /^(TensorDataset|from_tensor_slices|fit)$/;
/** Names of targets. */
export const TARGET = /^(y|t|targets?|labels?|y_?(train|true|tr)|train_?y)$/i;
/** Arithmetic that makes targets or predictions of data: `X @ w`, `3 * x + noise`. */
const MAKES = /^([+*@]|\*\*|%\*%)$/;
/** What targets are made by, and no model: `np.sin(x)`. */
const LIBRARY = /^(np|numpy|torch|jnp|tf|math)\./;

/**
 * Whether a variable holds examples that something learns from: it, or what is made of it, is fitted, stands beside targets, or
 * is calculated with. One that only goes through a model, to print its shapes or to export it, says nothing of the examples;
 * nor does one that nothing is done with where a loader has the data. `held` where it stands in a data set as it is.
 */
export function isSeenData(name: string, { program, calls }: Source): boolean | 'held' {
	const names = new Set([name]);
	const isNamed = (one: Expression, isIt: (name: string) => boolean) =>
		hasPart(one, (part) => part.kind === 'name' && isIt(part.name));
	const has = (one: Expression) => isNamed(one, (own) => names.has(own));
	const isTarget = (one: Expression) => isNamed(one, (own) => TARGET.test(own) && !names.has(own));
	for (const { target, value } of program.bindings) {
		if (target.kind !== 'name' || value?.kind !== 'call' || !has(value)) continue;
		if (TARGET.test(target.name) && LIBRARY.test(pathOf(value.callee) ?? '')) return true;
		names.add(target.name); // `out = model(x)`
	}
	const isLearned = program.expressions.some(({ expression }) =>
		hasPart(expression, (one) => {
			if (one.kind !== 'operation') return false;
			const isOwn = one.operands.some((part) => part.kind === 'name' && part.name === name);
			return (isOwn && MAKES.test(one.operator)) || (one.operands.some(has) && one.operands.some(isTarget));
		}),
	);
	const uses = calls.map(({ call, name: callee }) => ({ callee, given: call.args.map(({ value }) => value) }));
	const used = uses.filter(({ given }) => given.some(has));
	if (
		used.some(
			({ callee, given }) => HOLDS.test(callee) && given.some((one) => one.kind === 'name' && one.name === name),
		)
	)
		return 'held';
	return (
		isLearned ||
		used.some(({ callee, given }) => TRAINS.test(callee) || given.some(isTarget)) ||
		(used.length === 0 && !uses.some(({ callee }) => /Loader$/.test(callee)))
	);
}
