import type { Language } from '../../src/language.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { FIELD_TEXT, PART_TEXT } from '../text/lab/fieldText.ts';
import type { FormField } from './axes.ts';

/** The field of the form that an axis of a sweep is written in. */
const AXIS_FIELDS = { lambda: 'lambda', m: 'm', scaling: 'scaling', seed: 'seeds' } as const;

/** An error at the field of the form that it is written in, none where the whole is wrong; with its label where that field holds many. */
interface PlacedError {
	field: FormField | null;
	label: string;
	message: string;
}

/** Errors at the fields that a reader sees, in place of paths. */
export const placeErrors = (errors: readonly FieldError[], language: Language): PlacedError[] =>
	errors.map(({ path, message }) => {
		const [part = '', axis = ''] = path.split('.');
		const field = part === 'axes' ? AXIS_FIELDS[axis as keyof typeof AXIS_FIELDS] : part === '' ? undefined : 'base'; // undefined where there is none
		return { field: field ?? null, label: field === 'base' ? labelOf(path, language) : '', message };
	});

/** The label of what a path of the base names; of the field itself, or the nearest one around it that has a name. */
function labelOf(path: string, language: Language): string {
	const field = path.split('.').filter((name, i) => i > 0 || name !== 'base');
	for (let length = field.length; length > 0; length--) {
		const name = field.slice(0, length).join('.');
		const found = FIELD_TEXT[name]?.label[language] ?? PART_TEXT[name]?.[language];
		if (found) return found;
	}
	return field.join('.'); // of nothing that has a label, as its writer wrote it
}
