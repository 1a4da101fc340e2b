import type { Library } from '../../src/convert/library.ts';

/** Characters that a phone's list shows at once; `tests/site/convert.test.ts` measures it. */
const MOST_CHARACTERS = 31;

/**
 * A library in the list of a form, which is narrow: without the words of the family that it stands under, and without
 * its parameter where that would be cut.
 */
export function optionText({ name, parameter }: Pick<Library, 'name' | 'parameter'>, family: string): string {
	const [first = '', ...rest] = name.split(' ');
	const [second = ''] = rest;
	const isSaid = family.split(/[\s,、]+/).includes(first) || second.startsWith(`${first.toLowerCase()}.`);
	const short = isSaid && rest.length > 0 ? rest.join(' ') : name;
	const whole = `${short}: ${parameter}`;
	return whole.length > MOST_CHARACTERS ? short : whole;
}
