import { nearest } from '../schema/nearest.ts';
import type { Arguments } from './calls.ts';
import { type Decay, type Note, note } from './reading.ts';

/** The arguments that a call may have. */
interface Signature {
	/** What is called. */
	name: string;
	arguments: readonly string[];
	/** Those of them that take its strength. */
	strength: readonly string[];
	/** Whether there are no others. */
	isComplete: boolean;
}

/** Arguments of one call that are looked at. */
const MOST = 20;

/** What a strength is called somewhere. */
const STRENGTH = /decay|regul|penal|l2|lamb?da?|alpha|^reg_|^wd$|^c$/i;

/**
 * Notes every argument that a call is given and its library does not have; of a library whose arguments are not all known, those
 * within two slips of its strength's. The library's own default is no strength where one may have been meant for it.
 */
export function withoutMisspelt(
	given: Pick<Decay, 'value' | 'isDefault'>,
	args: Pick<Arguments, 'named'>,
	{ name, arguments: known, strength, isComplete }: Signature,
	notes: Note[],
): Pick<Decay, 'value' | 'isDefault'> {
	const unknown = args.named.filter((one) => !known.includes(one.name)).slice(0, MOST);
	const meant = unknown.filter((one) => {
		const [near] = nearest(
			one.name,
			(isComplete ? known : strength).filter((name) => name !== 'normalize'), // which is none any more
		);
		const isMeant = near === undefined ? STRENGTH.test(one.name) : strength.includes(near);
		const isSlip = near !== undefined && !near.includes(one.name.toLowerCase());
		if (isComplete || isSlip) notes.push(note('no-argument', one, { written: one.name, name, near: near ?? '' }));
		return isMeant && (isComplete || isSlip);
	});
	const [first] = meant;
	if (!first || !given.isDefault) return given;
	return {
		value: { value: null, from: first.from, unknown: { code: 'misspelt', written: first.name } },
		isDefault: false,
	};
}
