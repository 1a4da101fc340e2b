import type { Comparison } from './comparison.ts';
import type { FieldError } from './fieldErrors.ts';

/**
 * The errors of a comparison's patched specs at the fields that the caller has sent: in the patch where that sets
 * the field, else in the base, there once for all variants. What only some patches make wrong in the base names them.
 *
 * @param errorsOf the errors of each variant, in their order, with paths in the patched spec
 */
export function locateErrors(
	{ base, variants }: Comparison,
	errorsOf: readonly (readonly FieldError[])[],
): FieldError[] {
	const located: FieldError[] = [];
	const inBase = new Map<string, FieldError & { wrongIn: string[] }>();
	errorsOf.forEach((errors, index) => {
		const patch = variants[index]?.patch;
		for (const { path, message } of errors) {
			const keys = path === '' ? [] : path.split('.');
			const depth = depthOf(keys, patch);
			if (depth > 0 && (depth === keys.length || depth > depthOf(keys, base))) {
				located.push({ path: `variants.${index}.patch.${path}`, message });
				continue;
			}
			const key = `${path} ${message}`;
			const known = inBase.get(key) ?? { path: path === '' ? 'base' : `base.${path}`, message, wrongIn: [] };
			known.wrongIn.push(`variants.${index}`);
			inBase.set(key, known);
		}
	});
	const shared = [...inBase.values()].map(({ path, message, wrongIn }) => ({
		path,
		message: wrongIn.length === variants.length ? message : `${message} (with the patch of ${wrongIn.join(', ')})`,
	}));
	return [...shared, ...located];
}

/** How many keys of a path lead somewhere in a value. */
function depthOf(keys: readonly string[], value: unknown): number {
	let inner = value;
	for (const [depth, key] of keys.entries()) {
		if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return depth;
		inner = (inner as Record<string, unknown>)[key]; // so it has just been found
	}
	return keys.length;
}
