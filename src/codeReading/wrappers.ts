import { everyPart, type FoundCall } from './calls.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Expression, Place } from './syntax.ts';

/** Calls of optax that give labelled groups of parameters an optimizer each, or some of them one. */
const GROUPING = /^(multi_transform|partition|masked)$/;

/** What a wrapper around an optimizer does to its steps: an η for each layer, or gradients at weights that are moved first. */
const WRAPPERS: readonly (readonly [RegExp, Note['code']])[] = [
	[/^LAR[CS]$/, 'rate-by-layer'],
	[/^(\w*A)?G?SAM$|^SharpnessAware\w*$/, 'perturbed'],
];

/** Optimizers with what is around them: a wrapper is said, and within groups of optax they are those of a group. */
export function wrapped(decays: readonly Decay[], source: Source): Decay[] {
	const grouping = source.calls.filter(({ name }) => GROUPING.test(name)).flatMap((one) => heldBy(one, source));
	const around = source.calls.flatMap((one) => {
		const code = WRAPPERS.find(([pattern]) => pattern.test(one.name))?.[1];
		return code ? [{ found: one, code, held: [one.call, ...heldBy(one, source)] }] : [];
	});
	return decays.map((decay) => {
		const isIn = ({ from, to }: Place) => from <= decay.from && decay.to <= to;
		const covers = decay.covers === 'everything' && grouping.some(isIn) ? ('group' as const) : decay.covers;
		const said = around.flatMap(({ found, code, held }) =>
			held.some(isIn) ? [note(code, found.call, { name: found.name })] : [],
		);
		return { ...decay, covers, notes: [...decay.notes, ...said] };
	});
}

/** What a call is given, also where it stands behind a name. */
function heldBy({ call, use }: FoundCall, { scope }: Source): Expression[] {
	return call.args.flatMap(({ value }) =>
		[...everyPart(scope.resolve(value, use) ?? value)].flatMap((one) => {
			const made = one.kind === 'name' ? scope.resolve(one, use) : one;
			return made?.kind === 'call' ? [made] : [];
		}),
	);
}
