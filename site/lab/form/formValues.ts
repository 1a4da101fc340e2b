import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { readTyped, tidyText } from '../../text/typedNumber.ts';
import { uncopied } from '../state/copies.ts';
import { wholeSpec } from './checkSpec.ts';

/** What a control of the form holds: text, or whether it is on. */
export type Values = Map<string, string | boolean>;

/** How a control's text becomes a value of the spec. */
export type Kind = 'number' | 'whole' | 'choice' | 'switch' | 'list' | 'json' | 'optional' | 'variants';

/** A control, and what it holds. */
interface Held {
	path: string;
	kind: Kind;
	value: string | boolean;
	/** Whether it opens with a number, which may be another but not none: what is missing would be taken for that one. */
	isRequired?: boolean;
}

type Json = { [key: string]: unknown };

/** The control that says which of several objects a path holds: `data` is asked for as `data.kind`. */
export const kindPath = (path: string): string => (path === 'training' ? 'training.by' : `${path}.kind`);

/**
 * Every value that a form shows of a spec: what was given, and the default where nothing was. Of a spec that is not
 * valid only what was given.
 */
export function valuesOf(spec: RunSpecInput): Values {
	const values: Values = new Map();
	const visit = (value: unknown, path: string) => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			if (path) values.set(path, true); // where it may also be null, it is on
			for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
		} else if (value === null) values.set(path, false);
		else if (value !== undefined) values.set(path, shownAs(path, value));
	};
	for (const given of [wholeSpec(uncopied(spec)), uncopied(spec)]) if (given) visit(given, '');
	// A link may hold a text where an object belongs.
	values.set('training.by', Object.hasOwn(Object(spec.training), 'batches') ? 'batches' : 'epochs');
	if (spec.loss === undefined) values.set('loss', '');
	return values;
}

function shownAs(path: string, value: unknown): string | boolean {
	if (typeof value === 'boolean') return value;
	if (Array.isArray(value)) return path === 'network.hidden' ? value.join(', ') : JSON.stringify(value);
	return String(value);
}

/**
 * A spec out of the controls of a form. Empty text is left to the default, but for a number that the reader has deleted; that, and
 * text that is no number, stays text, for the schema to say so by name.
 */
export function specOf(controls: Iterable<Held>): RunSpecInput {
	const spec: Json = {};
	const off: string[] = [];
	for (const { path, kind, value, isRequired = false } of controls) {
		if (path === 'training.by') continue;
		if (kind === 'optional') {
			if (value === false) off.push(path);
			else put(spec, path, {});
			continue;
		}
		if (off.some((parent) => path.startsWith(`${parent}.`))) continue;
		const parsed = typeof value === 'boolean' ? value : parse(kind, tidyText(value));
		if (parsed !== undefined) put(spec, path, parsed);
		else if (isRequired) put(spec, path, '');
	}
	for (const path of off) put(spec, path, null);
	return spec as RunSpecInput; // the schema is asked before anything trains
}

function parse(kind: Kind, text: string): unknown {
	if (kind === 'list')
		return text === '' ? [] : text.split(/[\s,;，；、]+/).map((part) => readTyped(part, { isWhole: true }));
	if (text === '') return undefined;
	if (kind === 'number' || kind === 'whole') return readTyped(text, { isWhole: kind === 'whole' });
	if (kind !== 'json') return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function put(spec: Json, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	let place = spec;
	for (const key of keys) {
		const inner = place[key];
		if (typeof inner !== 'object' || inner === null) place[key] = {};
		place = place[key] as Json; // just made, if it was not there
	}
	place[last] = value;
}
