import type { RunSpec } from '../../../src/schema/runSpec.ts';

/** A field in which two specs differ; a side that has no such field is undefined. */
export interface Difference {
	path: string;
	from: unknown;
	to: unknown;
}

/**
 * Every field in which a canonical spec differs from another one, in the schema's order. Data of a reader's own
 * count as one field.
 */
export function differences(base: RunSpec, other: RunSpec): Difference[] {
	const [a, b] = [leaves(base), leaves(other)];
	const paths = [...new Set([...a.keys(), ...b.keys()])];
	return paths
		.filter((path) => JSON.stringify(a.get(path)) !== JSON.stringify(b.get(path)))
		.map((path) => ({ path, from: a.get(path), to: b.get(path) }));
}

function leaves(spec: RunSpec): Map<string, unknown> {
	const found = new Map<string, unknown>();
	const visit = (value: unknown, path: string) => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
		} else found.set(path, value);
	};
	const { data, ...rest } = spec;
	if (data.kind === 'inline') {
		found.set('data.kind', data.kind);
		found.set('data.X', data);
	} else visit(data, 'data');
	visit(rest, '');
	return found;
}
