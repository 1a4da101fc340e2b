import { roundTo } from '../numberFormat.ts';
import { compute, functionAt } from './arithmetic.ts';
import type { Found, Use } from './bindings.ts';
import { pathOf } from './path.ts';
import type { Call, Expression } from './syntax.ts';

/** What a vector is looked up by, and what says each of its numbers. */
interface Resolver {
	lookUp(expression: Expression, use: Use, depth: number): Found;
	numberAt(expression: Expression, use: Use, depth: number): number | null;
}

/** Numbers of a vector, at most. */
const LONGEST = 1000;
const DIGITS = 12;

const SPACED = /(^|\.)(logspace|linspace|geomspace)$/;

/** Whether a call puts numbers together: `c(…)`, `seq(…)`, NumPy's `logspace`. */
export const isVector = (path: string): boolean => /^(c|seq)$/.test(path) || SPACED.test(path);

/**
 * The numbers that a text writes out together, `[0.1, 0.5]`, `c(0.1, 0.5)`, `seq(0.1, 1, 0.1)`, `np.logspace(-4, 0, 5)`, and arithmetic of
 * them; one alone is a vector of one. Null where one of them is not known.
 */
export function vectorOf(expression: Expression, use: Use, depth: number, resolver: Resolver): number[] | null {
	const found = resolver.lookUp(expression, use, depth);
	const { expression: one } = found;
	const own = (found.expression && found.use) ?? use;
	const inner = (part: Expression) => vectorOf(part, own, depth + 1, resolver);
	const all = (parts: readonly Expression[], join: (vectors: number[][]) => number[] | null) => {
		const vectors = parts.map(inner);
		return vectors.every((vector) => vector !== null) ? join(vectors) : null;
	};
	if (one?.kind === 'list') return all(one.items, (vectors) => vectors.flat());
	if (one?.kind === 'operation') {
		const { operator, operands } = one;
		return operator === ':'
			? all(operands, ([[from = 0] = [], [to = 0] = []]) => steps(from, to, from > to ? -1 : 1))
			: all(operands, (vectors) => elementwise(vectors, (numbers) => compute(operator, numbers)));
	}
	if (one?.kind !== 'call') {
		const value = resolver.numberAt(expression, use, depth);
		return value === null ? null : [value];
	}
	const path = pathOf(one.callee) ?? '';
	const values = one.args.map(({ value }) => value);
	if (path === 'c') return all(values, (vectors) => vectors.flat());
	if (isVector(path)) return spaced(path, one, (part) => inner(part)?.[0]);
	const by = functionAt(path);
	if (by) return all(values, (vectors) => elementwise(vectors, by));
	return null;
}

/** What is made of several vectors number by number, the shorter ones again and again. */
function elementwise(vectors: number[][], by: (numbers: readonly number[]) => number | null): number[] | null {
	const length = Math.max(...vectors.map((vector) => vector.length));
	const made = Array.from({ length }, (_, at) => by(vectors.map((vector) => vector[at % vector.length] ?? Number.NaN)));
	return made.every((one) => one !== null) ? made : null;
}

/** Numbers between two others, both with; null where they are none or too many. */
function between(from: number, to: number, count: number, of = (one: number) => one): number[] | null {
	if (!(count >= 1 && count <= LONGEST)) return null;
	const step = count === 1 ? 0 : (to - from) / (count - 1);
	return Array.from({ length: count }, (_, at) => roundTo(of(from + step * at), DIGITS));
}

/** From one number in steps up to another, which it may be. */
function steps(from: number, to: number, step: number): number[] | null {
	const count = Math.floor((to - from) / step + 1e-9);
	return between(from, from + count * step, count + 1);
}

/** NumPy's values between two others, and those of R's `seq`. */
function spaced(path: string, { args }: Call, number: (one: Expression) => number | undefined): number[] | null {
	const unnamed = args.filter(({ name }) => name === null);
	const given = (name: RegExp, place: number, fallback: number) => {
		const said = args.find((one) => one.name !== null && name.test(one.name)) ?? unnamed[place];
		return said ? (number(said.value) ?? Number.NaN) : fallback;
	};
	const [start, end] = [given(/^(from|start)$/, 0, Number.NaN), given(/^(to|stop)$/, 1, Number.NaN)];
	if (path === 'seq') {
		const count = given(/^len/, -1, 0);
		return count ? between(start, end, count) : steps(start, end, given(/^by$/, 2, end < start ? -1 : 1));
	}
	const count = given(/^num$/, 2, 50);
	if (path.endsWith('linspace')) return between(start, end, count);
	const isLog = path.endsWith('geomspace');
	const [base, from, to] = isLog ? [10, Math.log10(start), Math.log10(end)] : [given(/^base$/, -1, 10), start, end];
	return between(from, to, count, (one) => base ** one);
}
