import type { Loss } from '../schema/losses.ts';
import { hasPart } from './calls.ts';
import { dataTermOf } from './dataTerm.ts';
import { calledName } from './products.ts';
import type { Source } from './reading.ts';
import { MEASURING } from './readLoss.ts';
import { TARGET } from './seenData.ts';
import type { Expression } from './syntax.ts';

/**
 * The squared error that a text writes out itself, as a mean or a sum over the examples: `((model(X) - y)**2).mean()`,
 * `0.5 * torch.mean((out - y)**2)`. Null for none. What else it is multiplied by is `lossTimes`.
 */
export function readSquares(source: Source): { loss: Loss; isSummed: boolean; lossTimes: number } | null {
	for (const { expression, blocks } of source.program.expressions) {
		if (blocks.some(({ kind, name }) => kind === 'function' && MEASURING.test(name))) continue;
		if (!hasPart(expression, isError)) continue;
		const term = dataTermOf(expression, source, { from: expression.from, blocks });
		if (!term?.isSquared) continue;
		const factor = (parts: typeof term.above) =>
			parts.reduce((product, one) => product * (source.scope.number(one.expression, one.use).value ?? 1), 1);
		const times = factor(term.above) / factor(term.below);
		const isHalf = times === 0.5;
		return {
			...{ loss: isHalf ? 'half-squared-error' : 'squared-error', isSummed: term.isSum },
			lossTimes: isHalf || !(times > 0) ? 1 : times,
		};
	}
	return null;
}

/** The difference of a target and something else, squared. */
function isError(one: Expression): boolean {
	const squared =
		one.kind === 'operation' && /^(\*\*|\^)$/.test(one.operator)
			? one.operands[0]
			: one.kind === 'call' && /^(square|pow)$/.test(calledName(one.callee))
				? (one.args.find(({ value }) => value.kind !== 'number')?.value ??
					(one.callee.kind === 'member' ? one.callee.of : undefined))
				: undefined;
	return (
		squared?.kind === 'operation' &&
		squared.operator === '-' &&
		squared.operands.some((side) => hasPart(side, (part) => part.kind === 'name' && TARGET.test(part.name)))
	);
}
