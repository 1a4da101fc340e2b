import { roundTo } from '../numberFormat.ts';
import type { Placed } from './products.ts';
import type { Quantity } from './quantity.ts';
import type { Decay, Source } from './reading.ts';

/**
 * The one variable that a coefficient is made of, or its one number, with what it is multiplied by: `beta` and ½ of
 * `beta * tf.nn.l2_loss(W)`. Nothing where there are several or none.
 */
export function asWritten(
	factors: readonly Placed[],
	numbers: readonly Quantity[],
	coefficient: Quantity,
	c: number,
	scope: Source['scope'],
): Pick<Decay, 'parameter' | 'value' | 'times'> | null {
	const variables = factors.flatMap(({ expression: { kind } }, at) => (/name|member|index/.test(kind) ? [at] : []));
	const [at] = variables.length === 1 ? variables : factors.length === 1 ? [0] : [];
	const [factor, said] = at === undefined ? [] : [factors[at], numbers[at]];
	if (!factor || !said) return null;
	const { expression } = factor;
	const isOther = coefficient.value === null && said.value !== null;
	if (isOther) return null;
	const item = expression.kind === 'index' ? expression.items[0]?.value : undefined;
	const parameter =
		expression.kind === 'name' || expression.kind === 'member'
			? expression.name
			: item?.kind === 'string'
				? item.value
				: variables.length === 1
					? scope.written(expression)
					: 'c';
	const rest = coefficient.value === null ? c : said.value === 0 ? 1 : coefficient.value / (said.value ?? 1);
	const times = roundTo(rest, 12);
	return { parameter, value: said, ...(times !== 1 && { times }) };
}
