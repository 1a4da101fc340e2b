import { everyPart } from './calls.ts';
import { isSameBase } from './formParts.ts';
import { calledName, DROPS, densityOf, isExamples, type Placed, productOf, termsOf } from './products.ts';
import type { Source } from './reading.ts';
import { isLossName, isSquaredLoss } from './readLoss.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** What a data loss is before it is added to a penalty: a mean over the examples or their sum, times numbers. */
export interface DataTerm {
	isSum: boolean;
	/** Whether squares are added up, so that a factor of one half makes another loss. */
	isSquared: boolean;
	/** Whether a library computes it. */
	isLibrary: boolean;
	/** Whether the ½ of ½(ŷ − y)² is the loss's own, as in minus the logarithm of a normal density. */
	isHalf?: boolean;
	above: readonly Placed[];
	below: readonly Placed[];
}

const DEEPEST = 8;

/** Whether an expression is a mean or a sum over examples; null where it does not say it. */
export function dataTermOf(expression: Expression, source: Source, use: Use, depth = 0): DataTerm | null {
	if (depth > DEEPEST) return null;
	const inner = (one: Expression | undefined, where = use) => (one ? dataTermOf(one, source, where, depth + 1) : null);
	const plain = (isSum: boolean, isSquared: boolean, isLibrary = false): DataTerm => ({
		...{ isSum, isSquared, isLibrary },
		...{ above: [], below: [] },
	});
	switch (expression.kind) {
		case 'name': {
			const bound = source.scope.parts(expression.name, use);
			const terms = bound.flatMap(({ value, by, how, from, blocks }) =>
				[how === 'assigned' ? value : null, by ?? null].map((one) => inner(one ?? undefined, { from, blocks })),
			);
			return terms.find((one) => one !== null) ?? null;
		}
		case 'call': {
			const { callee, args } = expression;
			const name = calledName(callee);
			const reduction = args.find((one) => one.name === 'reduction')?.value;
			if (reduction?.kind === 'string')
				return plain(/^sum$/i.test(reduction.value), isSquaredLoss(name), isLossName(name));
			const isOf = callee.kind === 'member' && !/^(np|torch|tf|jnp|cp|K)$/.test(calledName(callee.of));
			const of = isOf ? callee.of : args[0]?.value;
			if (name === 'sum_squares') return plain(true, true);
			if (/^(reduce_)?(sum|mean)$/.test(name)) {
				const density = of && densityOf(of, use);
				if (density) return { ...plain(name.endsWith('sum'), true), isHalf: true, below: density.below };
				const within = inner(of)?.isLibrary === true;
				return plain(name.endsWith('sum'), of !== undefined && isSquare(of), within);
			}
			if (/^v?dot$|^inner$|^crossprod$/.test(name)) {
				const other = isOf ? args[0]?.value : args[1]?.value;
				return plain(true, (name === 'crossprod' && !other) || isSameBase(of, other, source));
			}
			if (DROPS.test(name) && args.length === 1) return inner(of);
			const made = callee.kind === 'name' || callee.kind === 'member' ? source.scope.resolve(callee, use) : callee;
			if (made?.kind === 'call') return inner(made);
			const own = source.program.functions.find((one) => one.name === name);
			const returned = own?.returned[0];
			if (own && returned) return inner(returned, { from: returned.to, blocks: [own] });
			if (isLossName(name)) return plain(false, isSquaredLoss(name), true);
			return callee.kind === 'member' && args.length === 0 ? inner(callee.of) : null;
		}
		case 'operation': {
			const { operator, operands } = expression;
			const [left, right] = operands;
			if (/^(\*\*|\^)$/.test(operator))
				return left?.kind === 'call' && /norm$/.test(calledName(left.callee)) ? plain(true, true) : null;
			if (operator === '@' || operator === '%*%') return right ? plain(true, isSameBase(left, right, source)) : null;
			if (/^[-+]$/.test(operator)) {
				return (
					termsOf(expression)
						.map((one) => inner(one))
						.find((one) => one !== null) ?? null
				);
			}
			return operator === '*' || operator === '/' ? ofProduct(expression, source, use, depth) : null;
		}
		default:
			return null;
	}
}

/** `1/(2*m) * sum(…)` is a mean, half of one. */
function ofProduct(expression: Expression, source: Source, use: Use, depth: number): DataTerm | null {
	const { above, below } = productOf(expression, use);
	const terms = above.map((one) => dataTermOf(one.expression, source, one.use, depth + 1));
	const place = terms.findIndex((one) => one !== null);
	const term = terms[place];
	if (!term) return null;
	return multiplied(term, { above: above.filter((_, at) => at !== place), below });
}

/** A term times a factor: over m a sum is a mean. */
export function multiplied(term: DataTerm, { above, below }: Pick<DataTerm, 'above' | 'below'>): DataTerm {
	const isCount = (one: Placed) => isExamples(one) || /^(batch(_?size)?|bs)$/i.test(calledName(one.expression));
	const rest = below.filter((one) => !isCount(one));
	return {
		...term,
		isSum: term.isSum && rest.length === below.length,
		above: [...term.above, ...above],
		below: [...term.below, ...rest],
	};
}

/** Whether what is added up are squares. */
const isSquare = (expression: Expression): boolean =>
	(expression.kind === 'operation' && /^(\*\*|\^)$/.test(expression.operator)) ||
	(expression.kind === 'call' && /^(square|pow|power|squared_difference)$/.test(calledName(expression.callee))) ||
	(expression.kind === 'other' && [...everyPart(expression)].slice(1, 2).some(isSquare));
