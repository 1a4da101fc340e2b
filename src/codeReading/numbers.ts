import { roundTo } from '../numberFormat.ts';
import { compute } from './arithmetic.ts';
import type { Found, Use } from './bindings.ts';
import { elementOf } from './element.ts';
import { isLength, type Length } from './lengths.ts';
import { pathOf } from './path.ts';
import { isTold, type Named, type Unknown, type Way } from './quantity.ts';
import type { Call, Expression } from './syntax.ts';

type Numbered = { value: number; ways: readonly Way[]; named?: Named } | { value: null; unknown: Unknown };

/** What an expression is looked up by. */
interface Resolver {
	lookUp(expression: Expression, use: Use, depth: number): Found;
	unknown(code: Unknown['code'], expression: Expression): Unknown;
	/** Where it is known already. */
	readonly length: Length | null;
}

/** The number that an expression is: a literal, what a name stands for, arithmetic of both. */
export function numberOf(expression: Expression, use: Use, depth: number, resolver: Resolver): Numbered {
	const found = resolver.lookUp(expression, use, depth);
	if (!found.expression) return { value: null, unknown: found.unknown };
	const { ways } = found;
	const number = numberIn(expression, found, use, depth, resolver);
	return number.value !== null && ways.some(isTold)
		? { ...number, named: { value: number.value, from: expression.from } }
		: number;
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
		case 'operation':
			return literal.operator === 'if'
				? chosen(literal.operands.map(inner), none)
				: computed(literal.operator, literal.operands.map(inner), ways, none);
		case 'list': {
			const [only, ...others] = literal.items;
			if (only && others.length === 0) return inner(only); // of a search that tries no other
			return none(
				'several-values',
				literal.items.flatMap((one) => (one.kind === 'number' ? [one.value] : [])),
			);
		}
		case 'call':
			return ofCall(literal, inner, none);
		case 'dictionary': {
			const given = elementOf(literal, 'value') ?? elementOf(literal, 'values'); // of a sweep
			return given ? inner(given) : none('computed');
		}
		default:
			return none('computed');
	}
}

type None = (code: Unknown['code'], values?: number[]) => Numbered;

/** `a if condition else b`: a number where both are the same. */
function chosen([left, , right]: readonly Numbered[], none: None): Numbered {
	const values = [left, right].flatMap((one) => (typeof one?.value === 'number' ? [one.value] : []));
	const [value] = values;
	return value !== undefined && values.length === 2 && values[1] === value
		? { value, ways: [] }
		: none('several-values', values);
}

function computed(operator: string, operands: readonly Numbered[], ways: readonly Way[], none: None): Numbered {
	const unknown = operands.find((one) => one.value === null);
	if (unknown?.value === null) {
		const { code, values = [] } = unknown.unknown;
		if (code !== 'several-values' || values.length === 0) return unknown;
		// Those of the whole: what is entered stands for all that is written.
		const all = values.map((value) =>
			computed(
				operator,
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
	const value = compute(operator, numbers);
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

/** NumPy's values between two others; null where they are not known, or too many to be said. */
function spaced(path: string, start: Known, end: Known, count: Known): number[] | null {
	if (start === undefined || start === null || end === undefined || end === null) return null;
	if (count === undefined || count === null || count < 2 || count > 20) return null;
	const isLog = path.endsWith('geomspace');
	const [low, high] = isLog ? [Math.log10(start), Math.log10(end)] : [start, end];
	const at = (place: number) => low + ((high - low) * place) / (count - 1);
	return Array.from({ length: count }, (_, place) =>
		roundTo(path.endsWith('linspace') ? at(place) : 10 ** at(place), 6),
	);
}

type Known = number | null | undefined;

const tenthOf = (value: number | null) => value && roundTo(value / 10, 6);

/** What only wraps a number, a field with a default, and a variable of the environment with one. */
function ofCall({ callee, args }: Call, inner: (one: Expression) => Numbered, none: None): Numbered {
	const path = pathOf(callee) ?? '';
	const [first, second, third] = args.map(({ value }) => value);
	if (first && (args.length === 1 || path === 'torch.tensor') && WRAPPERS.test(path)) return inner(first);
	if (/(^|\.)(logspace|linspace|geomspace)$/.test(path) && !args.some(({ name }) => name === 'base')) {
		const [start, end, count] = [first, second, args.find(({ name }) => name === 'num')?.value ?? third].map(
			(one) => one && inner(one),
		);
		const said = spaced(path, start?.value, end?.value, count ? count.value : 50);
		if (said) return none('several-values', said);
	}
	if (/^(c|seq)$/.test(path))
		return none(
			'several-values',
			args.flatMap(({ value }) => (path === 'c' && value.kind === 'number' ? [value.value] : [])),
		);
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
