import { Arguments, everyPart, type FoundCall, hasPart } from './calls.ts';
import { elementOf } from './element.ts';
import type { Placed } from './products.ts';
import type { Quantity } from './quantity.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression, Place } from './syntax.ts';

/** Calls that set, search or look at what others have made, of each text that many estimators ask for. */
const LATER = new WeakMap<Source, readonly FoundCall[]>();

function laterCalls(source: Source): readonly FoundCall[] {
	const known =
		LATER.get(source) ??
		source.calls.filter(({ name }) => /^set|^addGrid$|SearchCV$|_search$|^predict|^coef/.test(name));
	LATER.set(source, known);
	return known;
}

/** Whether an expression is what a call makes, or a pipeline with it, where it is used. */
function holdsIn({ from, to }: Place, { scope }: Source) {
	return function holds(one: Expression, use: Use, further = 2): boolean {
		const what = scope.resolve(one, use) ?? one;
		if (what.from <= from && to <= what.to) return true;
		return (
			further > 0 &&
			what.kind === 'call' &&
			hasPart(what, (part) => part.kind === 'name' && holds(part, use, further - 1))
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
	const { program, scope } = source;
	const holds = holdsIn(found.call, source);
	let last: Quantity | null = null;
	for (const { target, value, ...use } of program.bindings) {
		const isSet = value !== null && target.kind === 'member' && target.name === parameter && use.from > found.call.from;
		if (isSet && holds(target.of, use)) last = scope.number(value, use);
	}
	for (const { name, call, use } of laterCalls(source)) {
		const { callee, args } = call;
		const isOwn = name.toLowerCase() === `set${parameter.toLowerCase()}`; // Spark's `setRegParam`
		if (!(isOwn || name === 'set_params') || callee.kind !== 'member' || !holds(callee.of, use)) continue;
		const set = isOwn ? args[0] : args.find((one) => isOf(one.name, parameter));
		if (set) last = scope.number(set.value, use);
	}
	const [tried] = searched(found, source, parameter);
	return tried ? scope.number(tried.expression, tried.use) : last;
}

/** The λ that a path of glmnet's is looked at with: `predict(fit, s = 4)`, `coef(fit, s = 0.1)`. */
export function lookedAt(fit: Place, source: Source): Quantity | null {
	const { scope } = source;
	const holds = holdsIn(fit, source);
	const said = laterCalls(source).flatMap(({ name, call, use }) => {
		const [of] = call.args;
		const s = call.args.find((one) => one.name === 's')?.value;
		return s && of && /^(predict|coef)/.test(name) && holds(of.value, use) ? [scope.number(s, use)] : [];
	});
	const [first] = said;
	return first && first.value !== null && said.every(({ value }) => value === first.value) ? first : null;
}

/** What searches of an estimator go through for one of its parameters: scikit-learn's, and Spark's `addGrid(lr.regParam, [0.1, 1])`. */
export function searched(found: FoundCall, source: Source, parameter: string): Placed[] {
	const holds = holdsIn(found.call, source);
	const { scope } = source;
	return laterCalls(source).flatMap(({ name, call, use }): Placed[] => {
		const [what, values] = call.args.map(({ value }) => value);
		if (name === 'addGrid' && what?.kind === 'member' && what.name === parameter && values && holds(what.of, use))
			return [{ expression: values, use }];
		const { callee } = call;
		const isOwn = name.endsWith('_search') && callee.kind === 'member'; // CatBoost's `model.grid_search(grid)`
		if (!isOwn && !/SearchCV$/.test(name)) return [];
		const args = new Arguments({ call, use }, scope);
		const estimator = isOwn ? callee.of : args.get(['estimator'], 0);
		const grid = args.get(['param_grid', 'param_distributions'], isOwn ? 0 : 1);
		if (!estimator || !grid || !holds(estimator, use)) return [];
		return [...everyPart(scope.resolve(grid, use) ?? grid)].flatMap((one): Placed[] => {
			const expression =
				one.kind === 'dictionary'
					? one.entries.find(({ key }) => key?.kind === 'string' && isOf(key.value, parameter))?.value
					: one.kind === 'call'
						? elementOf(one, parameter)
						: undefined;
			return expression ? [{ expression, use }] : [];
		});
	});
}
