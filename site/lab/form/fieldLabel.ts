import type { Language } from '../../../src/language.ts';
import { FIELD_TEXT, PART_TEXT } from '../../text/lab/fieldText.ts';

/**
 * What the form calls the field of a path, with its letter where it has one: `training examples m`. A place within a list
 * is called as the list is; a path that is no field's stays what it is.
 */
export function fieldLabel(path: string, language: Language): string {
	for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
		const field = FIELD_TEXT[at] ?? FIELD_TEXT[at.replace(/\.kind$/, '')];
		if (field) {
			const label = field.label[language];
			return field.symbol && field.symbol !== label ? `${label} ${field.symbol}` : label;
		}
	}
	return PART_TEXT[path]?.[language] ?? path;
}
