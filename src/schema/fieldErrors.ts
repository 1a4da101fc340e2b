import * as z from 'zod';
import { BOUNDS } from './bounds.ts';

/** One thing that is wrong with an input: where, and what is allowed there. */
export const fieldErrorSchema = z.object({
	path: z.string().describe('Dotted path of the field; empty for the whole input'),
	message: z.string().describe('What was given, and what is allowed'),
});

export type FieldError = z.output<typeof fieldErrorSchema>;

type Issue = z.core.$ZodIssue;

/**
 * The failures of a parse as sentences that name the field, the value given and what is allowed; the
 * first twenty, and how many more there are.
 */
export function fieldErrors(error: z.ZodError, input: unknown): FieldError[] {
	const named: FieldError[] = [];
	for (const [index, issue] of error.issues.entries()) {
		named.push(...describeIssue(issue, [], input));
		if (named.length <= BOUNDS.errors) continue;
		const more = `and at least ${named.length - BOUNDS.errors + error.issues.length - index - 1} more`;
		return [...named.slice(0, BOUNDS.errors), { path: '', message: more }];
	}
	return named;
}

function describeIssue(issue: Issue, base: PropertyKey[], input: unknown): FieldError[] {
	const path = [...base, ...issue.path];
	const at = (message: string): FieldError[] => [{ path: path.map(String).join('.'), message }];
	const given = show(valueAt(input, path));
	switch (issue.code) {
		case 'too_big':
			return at(
				`${given} is not allowed: ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue.origin)}`,
			);
		case 'too_small':
			return at(
				`${given} is not allowed: ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin)}`,
			);
		case 'invalid_value':
			return at(`${given} is not allowed: one of ${issue.values.map(show).join(', ')}`);
		case 'invalid_type':
			return at(
				given === 'nothing' ? `is required: ${article(issue.expected)}` : `${given} is not ${article(issue.expected)}`,
			);
		case 'unrecognized_keys':
			return issue.keys.map((key) => ({
				path: [...path, key].map(String).join('.'),
				message: 'is not a field of this object: remove it, or correct its name',
			}));
		case 'invalid_union': {
			if (issue.errors.length === 0) {
				// A union with a default also accepts `undefined`, which JSON cannot hold.
				const known = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
				const options = known
					.filter((option) => option !== undefined)
					.map(show)
					.join(', ');
				return at(`${given} is not allowed${options ? `: one of ${options}` : ''}`);
			}
			return findClosest(issue.errors).flatMap((nested) => describeIssue(nested, path, input));
		}
		default:
			return at(issue.message);
	}
}

/** The failures against the option of a union that the input was most likely meant to be. */
function findClosest(options: readonly (readonly Issue[])[]): readonly Issue[] {
	const misfit = (issues: readonly Issue[]) =>
		issues.reduce(
			(sum, issue) =>
				sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : issue.code === 'invalid_value' ? 5 : 1),
			0,
		);
	// Of two options that fit equally badly, the later one is more specific: it has a field that the earlier lacks.
	return [...options].reverse().sort((a, b) => misfit(a) - misfit(b))[0] ?? [];
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
		input,
	);
}

/** A value as a reader would recognise it, shortened. */
function show(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return `an array of ${value.length}`;
	if (typeof value === 'object' && value !== null) return 'an object';
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const article = (type: string) =>
	type === 'int' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
const unit = (origin: string) => (origin === 'array' ? ' items' : origin === 'string' ? ' characters' : '');
