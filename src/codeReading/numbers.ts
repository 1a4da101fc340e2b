import { roundTo } from '../numberFormat.ts';
import { compute, functionAt } from './arithmetic.ts';
import type { Found, Use } from './bindings.ts';
import { elementOf } from './element.ts';
import { isLength, type Length } from './lengths.ts';
import { pathOf } from './path.ts';
import { isTold, type Named, type Unknown, type Way } from './quantity.ts';
import type { Call, Expression } from './syntax.ts';
import { isVector, vectorOf } from './vectors.ts';

type Numbered = { value: number; ways: readonly Way[]; named?: Named } | { value: null; unknown: Unknown };

/** What an expression is looked up by. */
interface Resolver {
	lookUp(expression: Expression, use: Use, depth: number): Found;
	unknown(code: Unknown['code'], expression: Expression): Unknown;
	/** Where it is known already. */
	readonly length: Length | null;
	/** What the first of several is counted as: 0 in Python, 1 in R. */
	readonly firstIndex: number;
}

/** The number that an expression is: a literal, what a name stands for, arithmetic of both. */
export function numberOf(expression: Expression, use: Use, depth: number, resolver: Resolver): Numbered {
	const found = resolver.lookUp(expression, use, depth);
	if (!found.expression) return elementAt(expression, use, depth, resolver) ?? { value: null, unknown: found.unknown };
	const { ways } = found;
	const number = numberIn(expression, found, use, depth, resolver);
	return number.value !== null && ways.some(isTold)
		? { ...number, named: { value: number.value, from: expression.from } }
		: number;
}

/** The numbers of a vector; null where one is not known. */
const numbersOf = (expression: Expression, use: Use, depth: number, resolver: Resolver) =>
	vectorOf(expression, use, depth + 1, {
		lookUp: (one, where, deep) => resolver.lookUp(one, where, deep),
		numberAt: (one, where, deep) => numberOf(one, where, deep, resolver).value,
	});

/** `np.logspace(-4, 0, 5)[2]`, R's `seq(0.1, 1, 0.1)[3]`. */
function elementAt(expression: Expression, use: Use, depth: number, resolver: Resolver): Numbered | null {
	const [item, ...more] = expression.kind === 'index' ? expression.items : [];
	if (expression.kind !== 'index' || !item || more.length > 0) return null;
	const place = numberOf(item.value, use, depth + 1, resolver);
	if (place.value === null && place.unknown.code !== 'several-values') return null;
	const values = numbersOf(expression.of, use, depth, resolver);
	if (!values) return null;
	const at = place.value === null ? null : place.value - resolver.firstIndex;
	const isLeftOut = at !== null && at < 0 && resolver.firstIndex > 0; // as R has it
	const value = at === null || isLeftOut ? undefined : values.at(at);
	if (value !== undefined && Number.isInteger(at)) return { value, ways: [] };
	const left = isLeftOut ? values.filter((_, one) => one !== -at - 2) : values;
	return {
		value: null,
		unknown: { ...resolver.unknown('several-values', expression), values: left.slice(0, MOST_SAID) },
	};
}

function numberIn(
	expression: Expression,
	{ expression: literal, ways, use: own }: Extract<Found, { ways: unknown }>,
	use: Use,
	depth: number,
	resolver: Resolver,
): Numbered {
	const { length } = resolver;
	if (length && isLength(literal, length)) return { value: length.value, ways };
	const none = (code: Unknown['code'], values?: number[]): Numbered => ({
		value: null,
		unknown: { ...resolver.unknown(code, expression), ...(values && { values }) },
	});
	const inner = (one: Expression) => numberOf(one, own ?? use, depth + 1, resolver);
	const several = (items: readonly Expression[], all: Expression) => {
		const values = numbersOf(all, own ?? use, depth, resolver);
		if (values?.length === 1) return { value: values[0] ?? 0, ways };
		return none(
			'several-values',
			values && values.length <= MOST_SAID
				? values.map((one) => roundTo(one, 6))
				: items.flatMap((one) => (one.kind === 'number' ? [one.value] : [])),
		);
	};
	switch (literal.kind) {
		case 'number':
			return { value: literal.value, ways };
		case 'string': {
			const value = Number(literal.value);
			return literal.value.trim() !== '' && Number.isFinite(value)
				? { value, ways }
				: none(/^\$|[$%{]\{|^auto$/.test(literal.value) ? 'filled-in' : 'not-a-number');
		}
		case 'constant':
			return none('not-a-number');
		case 'operation': {
			const { operator, operands } = literal;
			if (operator === 'if') return chosen(operands.map(inner), none);
			if (operator === ':') return several([], literal);
			return computed((numbers) => compute(operator, numbers), operands.map(inner), ways, none);
		}
		case 'list': {
			const [only, ...others] = literal.items;
			return only && others.length === 0 ? inner(only) : several(literal.items, literal); // of a search that tries no other
		}
		case 'call': {
			const { callee, args } = literal;
			const path = pathOf(callee) ?? '';
			const values = args.map(({ value }) => value);
			const by = functionAt(path);
			if (by && values.length > 0) return computed(by, values.map(inner), ways, none);
			const isWrapped = values.length === 1 && WRAPPERS.test(path);
			return isVector(path) && !isWrapped ? several(path === 'c' ? values : [], literal) : ofCall(literal, inner, none);
		}
		case 'dictionary': {
			const given = elementOf(literal, 'value') ?? elementOf(literal, 'values'); // of a sweep
			return given ? inner(given) : none('computed');
		}
		default:
			return none('computed');
	}
}

/** Numbers of a vector that are said. */
const MOST_SAID = 20;

type None = (code: Unknown['code'], values?: number[]) => Numbered;

/** `a if condition else b`: a number where both are the same. */
function chosen([left, , right]: readonly Numbered[], none: None): Numbered {
	const values = [left, right].flatMap((one) => (typeof one?.value === 'number' ? [one.value] : []));
	const [value] = values;
	return value !== undefined && values.length === 2 && values[1] === value
		? { value, ways: [] }
		: none('several-values', values);
}

function computed(
	by: (numbers: readonly number[]) => number | null,
	operands: readonly Numbered[],
	ways: readonly Way[],
	none: None,
): Numbered {
	const unknown = operands.find((one) => one.value === null);
	if (unknown?.value === null) {
		const { code, values = [] } = unknown.unknown;
		if (code !== 'several-values') return unknown;
		// Those of the whole: what is entered stands for all that is written.
		const all = values.map((value) =>
			computed(
				by,
				operands.map((one) => (one === unknown ? { value, ways } : one)),
				ways,
				none,
			),
		);
		return none(
			code,
			all.flatMap(({ value }) => (value === null ? [] : roundTo(value, 12))),
		);
	}
	const numbers = operands.flatMap(({ value }) => (value === null ? [] : [value]));
	const value = by(numbers);
	const known = operands.flatMap((one) => (one.value === null ? [] : [one]));
	const named = known.find((one) => one.named)?.named;
	return value === null
		? none('computed')
		: {
				...{ value, ...(named && { named }) },
				ways: [...ways, ...known.flatMap((one) => one.ways), ...(numbers.length > 1 ? (['arithmetic'] as const) : [])],
			};
}

const WRAPPERS =
	/^(float|int|np\.float32|np\.float64|np\.array|torch\.tensor|torch\.FloatTensor|tf\.constant|jnp\.array|c)$/;

const tenthOf = (value: number | null) => value && roundTo(value / 10, 6);

/** What only wraps a number, a field with a default, and a variable of the environment with one. */
function ofCall({ callee, args }: Call, inner: (one: Expression) => Numbered, none: None): Numbered {
	const path = pathOf(callee) ?? '';
	const [first, second] = args.map(({ value }) => value);
	if (first && (args.length === 1 || path === 'torch.tensor') && WRAPPERS.test(path)) return inner(first);
	if (path === 'slice' && first) {
		// fastai's rates of groups of layers, from the first to the last; of one number a tenth for all but the last.
		const ends = second
			? [first, second].map((one) => inner(one).value)
			: [tenthOf(inner(first).value), inner(first).value];
		const known = ends.filter((one) => one !== null);
		if (known.length === 2) return none('several-values', known);
	}
	const byDefault = args.find(({ name }) => name === 'default')?.value;
	if (byDefault && /(^|\.)(field|Field|Option)$/.test(path)) return inner(byDefault);
	if (/(^|\.)(environ\.get|getenv|Sys\.getenv)$/.test(path)) {
		const found = second && inner(second);
		return typeof found?.value === 'number'
			? { value: found.value, ways: ['parameter-default', ...found.ways] }
			: none('computed');
	}
	return none('computed');
}
