import { formatShortest, roundTo } from '../numberFormat.ts';
import type { Arguments } from './calls.ts';
import { byDefault, type Decay, type Note, note } from './reading.ts';
import type { Scope, Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/**
 * An elastic net of strength α and share ρ of L1: α·(1 − ρ) is its L2 part, whose λ is said, and α·ρ is said to be left over.
 * Of a strength that is 1/α, as C is, the L2 part is C/(1 − ρ). The strength stays as it is written.
 */
export function elastic(
	decay: Decay,
	given: Expression | undefined,
	fallback: number,
	name: string,
	scope: Scope,
	use: Use,
): Decay {
	const share = given ? scope.number(given, use) : byDefault(fallback, decay.from);
	const { value, parameter, notes } = decay;
	if (share.value === null)
		return { ...decay, value: { ...share, unknown: { code: 'share', written: `${name} = ${share.unknown.written}` } } };
	if (share.value === 1)
		return { ...decay, row: null, notes: [...notes, note('l1-penalty', decay, { written: `${name} = 1` })] };
	if (share.value === 0 || value.value === null) return decay;
	const isOver = parameter === 'C';
	const rest = roundTo(1 - share.value, 12);
	const l2 = isOver ? value.value / rest : value.value * rest;
	const l1 = isOver ? share.value / value.value : value.value * share.value;
	const said = (formula: string, one: number) => `${formula} = ${formatShortest(roundTo(one, 6))}`;
	const part = note('l2-part', decay, {
		l2: said(isOver ? `C/(1 − ${name})` : `${parameter}·(1 − ${name})`, l2),
		l1: said(isOver ? `${name}/C` : `${parameter}·${name}`, l1),
	});
	return { ...decay, times: isOver ? 1 / rest : rest, timesAs: `(1 − ${name})`, notes: [...notes, part] };
}

/** The L1 part that stands as a number of its own beside the L2 part: `reg_alpha=0.1`, `l1=1e-5`. */
export function l1Beside(args: Arguments, names: readonly string[], scope: Scope, use: Use, position = -1): Note[] {
	return names.flatMap((name) => {
		const l1 = args.get([name], position);
		const isNone = !l1 || scope.number(l1, use).value === 0;
		return isNone ? [] : [note('l2-part', l1, { l2: '', l1: `${name} = ${scope.written(l1)}` })];
	});
}
