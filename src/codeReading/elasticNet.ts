import { formatShortest, roundTo } from '../numberFormat.ts';
import type { Arguments } from './calls.ts';
import { byDefault, type Decay, type Note, note } from './reading.ts';
import type { Scope, Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Strengths that are 1/α, scikit-learn's. */
const RECIPROCAL = /^Cs?$/;

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
	const { notes } = decay;
	if (share.value === null) {
		const value = { ...share, unknown: { code: 'share' as const, written: `${name} = ${share.unknown.written}` } };
		return {
			...decay,
			value,
			notes: [...notes, note('l2-part', decay, { l2: '', l1: `${name} = ${share.unknown.written}` })],
		};
	}
	if (share.value === 1)
		return { ...decay, row: null, notes: [...notes, note('l1-penalty', decay, { written: `${name} = 1` })] };
	if (share.value === 0) return decay;
	const rest = roundTo(1 - share.value, 12);
	const mixed = { name, share: share.value };
	const times = RECIPROCAL.test(decay.parameter) ? 1 / rest : rest;
	return { ...decay, times, mixed, notes: [...notes, partsOf(decay, mixed, decay.value.value)] };
}

/** The two parts of a mixed penalty, in numbers where its strength is known, by the text or by who asks. */
export function partsOf(
	{ parameter, from }: Pick<Decay, 'parameter' | 'from'>,
	{ name, share }: NonNullable<Decay['mixed']>,
	value: number | null,
): Note {
	const isOver = RECIPROCAL.test(parameter);
	const said = (formula: string, one: number) =>
		value === null ? formula : `${formula} = ${formatShortest(roundTo(one, 6))}`;
	const [strength, rest] = [value ?? 1, roundTo(1 - share, 12)];
	return note(
		'l2-part',
		{ from },
		{
			l2: said(
				isOver ? `${parameter}/(1 − ${name})` : `${parameter}·(1 − ${name})`,
				isOver ? strength / rest : strength * rest,
			),
			l1: said(isOver ? `${name}/${parameter}` : `${parameter}·${name}`, isOver ? share / strength : strength * share),
		},
	);
}

/** The L1 part that stands as a number of its own beside the L2 part: `reg_alpha=0.1`, `l1=1e-5`. */
export function l1Beside(args: Arguments, names: readonly string[], scope: Scope, use: Use, position = -1): Note[] {
	return names.flatMap((name) => {
		const l1 = args.get([name], position);
		const isNone = !l1 || scope.number(l1, use).value === 0;
		return isNone ? [] : [note('l2-part', l1, { l2: '', l1: `${name} = ${scope.written(l1)}` })];
	});
}
