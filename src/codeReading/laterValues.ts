import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { elementOf } from './element.ts';
import type { Quantity } from './quantity.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/**
 * What the text makes of an estimator's parameter behind its construction: `ridge.alpha = 9`, `ridge.set_params(alpha=9)`, or
 * the values that a search of that estimator, or of a pipeline with it, goes through (`{'ridge__alpha': [0.1, 1]}`).
 */
export function laterValue(found: FoundCall, { calls, program, scope }: Source, parameter: string): Quantity | null {
	const { from, to } = found.call;
	const holds = (one: Expression, use: Use, further = 2): boolean => {
		const what = scope.resolve(one, use) ?? one;
		if (what.from <= from && to <= what.to) return true;
		return (
			further > 0 &&
			what.kind === 'call' &&
			[...everyPart(what)].some((part) => part.kind === 'name' && holds(part, use, further - 1))
		);
	};
	const isIt = (name: string | null) => name === parameter || name?.endsWith(`__${parameter}`) === true;
	let last: Quantity | null = null;
	for (const { target, value, ...use } of program.bindings) {
		const isSet = value !== null && target.kind === 'member' && target.name === parameter && use.from > from;
		if (isSet && holds(target.of, use)) last = scope.number(value, use);
	}
	for (const { name, call, use } of calls) {
		const { callee } = call;
		if (name === 'set_params' && callee.kind === 'member' && holds(callee.of, use)) {
			const set = call.args.find((one) => isIt(one.name));
			if (set) last = scope.number(set.value, use);
		}
		if (!/SearchCV$/.test(name)) continue;
		const args = new Arguments({ call, use }, scope);
		const [estimator, grid] = [args.get(['estimator'], 0), args.get(['param_grid', 'param_distributions'], 1)];
		if (!estimator || !grid || !holds(estimator, use)) continue;
		for (const one of everyPart(scope.resolve(grid, use) ?? grid)) {
			const key =
				one.kind === 'dictionary'
					? one.entries.find((entry) => entry.key?.kind === 'string' && isIt(entry.key.value))?.value
					: one.kind === 'call'
						? elementOf(one, parameter)
						: undefined;
			if (key) return scope.number(key, use);
		}
	}
	return last;
}
