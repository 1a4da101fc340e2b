import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { elementOf } from './element.ts';
import type { Placed } from './products.ts';
import type { Quantity } from './quantity.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Whether an expression is what a call makes, or a pipeline with it, where it is used. */
function holdsIn({ from, to }: FoundCall['call'], { scope }: Source) {
	return function holds(one: Expression, use: Use, further = 2): boolean {
		const what = scope.resolve(one, use) ?? one;
		if (what.from <= from && to <= what.to) return true;
		return (
			further > 0 &&
			what.kind === 'call' &&
			[...everyPart(what)].some((part) => part.kind === 'name' && holds(part, use, further - 1))
		);
	};
}

const isOf = (name: string | null, parameter: string) =>
	name === parameter || name?.endsWith(`__${parameter}`) === true;

/**
 * What the text makes of an estimator's parameter behind its construction: `ridge.alpha = 9`, `ridge.set_params(alpha=9)`, or
 * the values that a search of that estimator, or of a pipeline with it, goes through (`{'ridge__alpha': [0.1, 1]}`).
 */
export function laterValue(found: FoundCall, source: Source, parameter: string): Quantity | null {
	const { calls, program, scope } = source;
	const holds = holdsIn(found.call, source);
	let last: Quantity | null = null;
	for (const { target, value, ...use } of program.bindings) {
		const isSet = value !== null && target.kind === 'member' && target.name === parameter && use.from > found.call.from;
		if (isSet && holds(target.of, use)) last = scope.number(value, use);
	}
	for (const { name, call, use } of calls) {
		const { callee } = call;
		if (name !== 'set_params' || callee.kind !== 'member' || !holds(callee.of, use)) continue;
		const set = call.args.find((one) => isOf(one.name, parameter));
		if (set) last = scope.number(set.value, use);
	}
	const tried = searched(found, source, parameter);
	return tried ? scope.number(tried.expression, tried.use) : last;
}

/** What a search of an estimator goes through for one of its parameters. */
export function searched(found: FoundCall, source: Source, parameter: string): Placed | null {
	const holds = holdsIn(found.call, source);
	const { scope } = source;
	for (const { name, call, use } of source.calls) {
		if (!/SearchCV$/.test(name)) continue;
		const args = new Arguments({ call, use }, scope);
		const [estimator, grid] = [args.get(['estimator'], 0), args.get(['param_grid', 'param_distributions'], 1)];
		if (!estimator || !grid || !holds(estimator, use)) continue;
		for (const one of everyPart(scope.resolve(grid, use) ?? grid)) {
			const expression =
				one.kind === 'dictionary'
					? one.entries.find(({ key }) => key?.kind === 'string' && isOf(key.value, parameter))?.value
					: one.kind === 'call'
						? elementOf(one, parameter)
						: undefined;
			if (expression) return { expression, use };
		}
	}
	return null;
}
