import type { Language } from '../../src/language.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { FIELD_TEXT, PART_TEXT } from '../text/lab/fieldText.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** The field of the form that an axis of a sweep is written in, besides λ, which is its own name. */
const AXIS_FIELDS = { m: 'm', scaling: 'scaling', seed: 'seeds' } as const;

/** Errors by the labels that a reader sees, in place of paths. */
export const labelErrors = (errors: readonly FieldError[], language: Language): { label: string; message: string }[] =>
	errors.map(({ path, message }) => ({ label: labelOf(path, language), message }));

/** The label of the field of a path: `axes.m.1` is the second value of “training examples m”. */
function labelOf(path: string, language: Language): string {
	const text = SWEEPS_TEXT[language];
	const [part = '', ...inner] = path.split('.');
	if (part === 'axes') {
		const axis = inner[0];
		if (axis === 'lambda') return 'λ';
		return axis !== undefined && axis in AXIS_FIELDS ? text[AXIS_FIELDS[axis as keyof typeof AXIS_FIELDS]] : ''; // as just looked up
	}
	const field = part === 'base' ? inner : [part, ...inner];
	// The field itself, or the nearest one around it that has a name.
	for (let length = field.length; length > 0; length--) {
		const name = field.slice(0, length).join('.');
		const found = FIELD_TEXT[name]?.label[language] ?? PART_TEXT[name]?.[language];
		if (found) return found;
	}
	return part === '' ? '' : text.base;
}
