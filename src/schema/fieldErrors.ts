import * as z from 'zod';
import { readNumber } from '../csv.ts';
import { inDocument } from '../inDocument.ts';
import { formatGiven } from '../numberFormat.ts';
import { BOUNDS } from './bounds.ts';
import type { InputForm } from './inputForm.ts';
import { didYouMean } from './nearest.ts';
import { describeUnknownField } from './unknownField.ts';

/** One thing that is wrong with an input: where, and what is allowed there. */
export const fieldErrorSchema = z.object({
	path: z.string().describe(inDocument('Dotted path of the field; empty for the whole input')),
	message: z.string().describe(inDocument('What was given, and what is allowed')),
});

export type FieldError = z.output<typeof fieldErrorSchema>;

type Issue = z.core.$ZodIssue;

/** An input that a schema has refused. */
interface Refused {
	input: unknown;
	schema: z.ZodType;
	form: InputForm;
}

/** Unknown keys of one object that are described: one more than an answer names. */
const KEYS = BOUNDS.errors + 1;

/** Twenty errors of an input at most, and how many it has beside them. */
interface NamedErrors {
	errors: FieldError[];
	unnamed: number;
}

/**
 * The failures of a parse as sentences that name the field, the value given and what is allowed; the
 * first twenty, and how many more there are.
 *
 * @param schema that has refused the input
 * @param form how the input was written
 */
export const fieldErrors = (error: z.ZodError, input: unknown, schema: z.ZodType, form?: InputForm): FieldError[] =>
	listErrors(nameErrors(error, input, schema, form));

/** As `fieldErrors`, before they are listed: several inputs may have one list. */
export function nameErrors(
	error: z.ZodError,
	input: unknown,
	schema: z.ZodType,
	form: InputForm = 'JSON',
): NamedErrors {
	const errors: FieldError[] = [];
	const issues = leafIssues(error.issues);
	for (const [index, issue] of issues.entries()) {
		for (const one of describeIssue(issue, { input, schema, form })) errors.push(one);
		if (errors.length <= BOUNDS.errors) continue;
		const undescribed = Math.max(0, issue.code === 'unrecognized_keys' ? issue.keys.length - KEYS : 0);
		const unnamed = errors.length - BOUNDS.errors + undescribed + issues.length - index - 1;
		return { errors: errors.slice(0, BOUNDS.errors), unnamed };
	}
	return { errors, unnamed: 0 };
}

/** The first twenty, and a last one that says how many more there are. */
export function listErrors({ errors, unnamed }: NamedErrors): FieldError[] {
	const more = unnamed + Math.max(0, errors.length - BOUNDS.errors);
	if (more === 0) return errors;
	return [...errors.slice(0, BOUNDS.errors), { path: '', message: `and at least ${formatGiven(more)} more` }];
}

/**
 * The issues of a parse, each with its whole path; of a union those against the member that was most likely meant.
 */
export function leafIssues(issues: readonly Issue[], base: readonly PropertyKey[] = []): Issue[] {
	const leaves = issues.flatMap((issue): Issue[] => {
		const path = [...base, ...issue.path];
		if (issue.code !== 'invalid_union' || issue.errors.length === 0 || expectedValues(issue.errors)) {
			return [{ ...issue, path }];
		}
		return leafIssues(findClosest(issue.errors), path);
	});
	return leaves.filter((issue, index) => !isImpliedBy(issue, leaves[index + 1]));
}

/** Whether the next issue states a tighter bound of the same number: a whole number has those of float64 too. */
function isImpliedBy(issue: Issue, next: Issue | undefined): boolean {
	if (next === undefined || issue.code !== next.code || issue.path.join('.') !== next.path.join('.')) return false;
	if (issue.code === 'too_big' && next.code === 'too_big') return next.maximum <= issue.maximum;
	return issue.code === 'too_small' && next.code === 'too_small' && next.minimum >= issue.minimum;
}

/** What the members of a union are, where they are different values and types and not objects: `"full"`, `a number`. */
function expectedValues(options: readonly (readonly Issue[])[]): string[] | null {
	const expected = options.flatMap(([issue, ...others]) => {
		if (!issue || others.length > 0 || issue.path.length > 0) return [];
		if (issue.code === 'invalid_value') return issue.values.map(show);
		return issue.code === 'invalid_type' ? [article(issue.expected)] : [];
	});
	return new Set(expected).size === options.length ? expected : null;
}

function describeIssue(issue: Issue, refused: Refused): FieldError[] {
	const { path } = issue;
	const { input, form } = refused;
	const at = (message: string): FieldError[] => [{ path: writePath(path), message }];
	const value = valueAt(input, path);
	const isLongText = issue.code === 'too_big' && typeof value === 'string';
	const given = isLongText ? `a text of ${formatGiven(value.length)} characters` : show(value);
	const oneOf = (values: readonly unknown[]) => {
		const refused = value === undefined ? 'is required' : `${given} is not allowed`;
		const words = values.filter((one) => typeof one === 'string');
		const meant = typeof value === 'string' ? didYouMean(value, words) : '';
		return at(`${refused}: one of ${values.map(show).join(', ')}${meant}`);
	};
	switch (issue.code) {
		case 'too_big':
			return at(
				`${given} is not allowed: ${issue.inclusive === false ? 'less than' : 'at most'} ${formatGiven(issue.maximum)}${unit(issue.origin, issue.maximum)}`,
			);
		case 'too_small':
			return at(
				`${given} is not allowed: ${issue.inclusive === false ? 'more than' : 'at least'} ${formatGiven(issue.minimum)}${unit(issue.origin, issue.minimum)}`,
			);
		case 'invalid_value':
			return oneOf(issue.values);
		case 'invalid_type':
			if (value === undefined) return at(`is required: ${article(issue.expected)}`);
			return at(
				typeof value === 'number' && issue.expected === 'number'
					? `${given} is not a finite number: any beyond 1.8e308 is read as that`
					: `${given} is not ${article(issue.expected)}${remedyOf(value, path, issue.expected, form)}`,
			);
		case 'unrecognized_keys':
			return issue.keys.slice(0, KEYS).map((key) => ({
				path: writePath([...path, key]),
				message: describeUnknownField({ ...refused, path, unknown: issue.keys }, key),
			}));
		case 'invalid_union': {
			const expected = expectedValues(issue.errors);
			if (expected && expected.length > 0) return at(`${given} is not allowed: ${expected.join(' or ')}`);
			// A union with a default also accepts `undefined`, which JSON cannot hold.
			const known = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
			return oneOf(known.filter((option) => option !== undefined));
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

/** A dotted path; a caller's own keys may be as long as a body, and are shortened. */
const writePath = (path: readonly PropertyKey[]) => path.map((key) => shorten(String(key))).join('.');

/** A caller's text as an answer repeats it: at most sixty characters. */
export const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** A value as a reader would recognise it, shortened. */
function show(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return `an array of ${value.length}`;
	if (typeof value === 'object' && value !== null) return 'an object';
	// JSON reads 1e999 as Infinity, and would write it as null.
	return shorten(typeof value === 'number' ? formatGiven(value) : (JSON.stringify(value) ?? String(value)));
}

/** What would work in place of a value of another type; nothing where there is no telling. */
function remedyOf(value: unknown, path: readonly PropertyKey[], expected: string, form: InputForm): string {
	if (isMissing(value)) return typeof path.at(-1) === 'number' ? ': leave out the row of a value that is missing' : '';
	if (typeof value !== 'string' || !['number', 'int'].includes(expected)) return '';
	if (form === 'query') return PLUS.test(value) ? '; a + in an address is a blank: write %2B, or leave it out' : '';
	if (readNumber(value) !== null) return ': write it without quotes';
	return path.at(-2) === 'y' ? ': number the classes 0, 1, 2 …' : '';
}

/** What a missing number becomes on its way: NaN in JavaScript's JSON, and the words of tables. */
const isMissing = (value: unknown) => value === null || (typeof value === 'string' && MISSING_NUMBER.test(value));
export const MISSING_NUMBER = /^(nan|na|n\/a|null|none|[+-]?inf(inity)?)?$/i;

/** What a query's number with a + has become: `1e 3`, ` 3`. */
const PLUS = /^(.*e)? \d/;

const article = (type: string) =>
	type === 'int' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

/** What a bound counts, after its number. */
function unit(origin: string, bound: number | bigint): string {
	const noun = origin === 'array' ? ' item' : origin === 'string' ? ' character' : '';
	return noun && Number(bound) !== 1 ? `${noun}s` : noun;
}
