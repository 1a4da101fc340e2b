import { shorten } from '../../src/schema/fieldErrors.ts';
import { invalidSpec } from './problem.ts';

/**
 * Refuses `__proto__` wherever it stands: objects that are copied would lose it silently. A body nests no deeper than
 * `BOUNDS.depth`, so this may recurse.
 *
 * @throws Problem 422 that names the field
 */
export function refusePrototypes(value: unknown, path = ''): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		const at = path === '' ? shorten(key) : `${path}.${shorten(key)}`;
		if (key === '__proto__') throw invalidSpec([{ path: at, message: 'is not a field of this object' }]);
		if (typeof inner === 'object') refusePrototypes(inner, at);
	}
}
