import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { drawnAs } from '../state/copies.ts';

/** A field in which two specs differ; a side that has no such field is undefined. */
export interface Difference {
	path: string;
	from: unknown;
	to: unknown;
}

/**
 * Every field in which a canonical spec differs from another one, in the schema's order. Data of a reader's own
 * count as one field; copies of drawn ones are those, with another m.
 */
export function differences(base: RunSpec, other: RunSpec): Difference[] {
	if (base === other) return [];
	const [a, b] = [leaves(base), leaves(other)];
	const paths = [...new Set([...a.keys(), ...b.keys()])];
	return paths
		.filter((path) => a.get(path)?.json !== b.get(path)?.json)
		.map((path) => ({ path, from: a.get(path)?.value, to: b.get(path)?.value }));
}

/** The m of rows of which there are several copies each. */
export class CopiedRows {
	readonly rows: number;
	readonly copies: number;

	constructor(rows: number, copies: number) {
		this.rows = rows;
		this.copies = copies;
	}
}

interface Leaf {
	value: unknown;
	json: string;
}

/** Those of specs that were compared before: names and differences ask again at every change. */
const known = new WeakMap<RunSpec, Map<string, Leaf>>();

function leaves(spec: RunSpec): Map<string, Leaf> {
	const before = known.get(spec);
	if (before) return before;
	const found = new Map<string, Leaf>();
	const note = (path: string, value: unknown) => found.set(path, { value, json: JSON.stringify(value) });
	const visit = (value: unknown, path: string) => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
		} else note(path, value);
	};
	const { data, ...rest } = spec;
	const drawn = drawnAs(data);
	if (drawn) {
		visit(drawn.once, 'data');
		note('data.m', new CopiedRows(found.get('data.m')?.value as number, drawn.copies)); // all that are drawn have an m
	} else if (data.kind === 'inline') {
		note('data.kind', data.kind);
		note('data.X', data);
	} else visit(data, 'data');
	visit(rest, '');
	known.set(spec, found);
	return found;
}
