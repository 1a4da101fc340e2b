import { OPERATIONS, type Operation } from '../../src/openapi/document.ts';

/** A part of the API with a page of its own: every operation whose path begins with its name. */
export interface Resource {
	name: string;
	operations: readonly Operation[];
}

/** Operations that say how the deployment is; they share a page. */
const ABOUT = ['limits', 'health'];

/** The API's resources, in the order of its document. */
export const RESOURCES: readonly Resource[] = (() => {
	const groups = new Map<string, Operation[]>();
	for (const operation of OPERATIONS) {
		const first = operation.path.split('/')[1] ?? '';
		const name = ABOUT.includes(first) ? 'limits' : first;
		groups.set(name, [...(groups.get(name) ?? []), operation]);
	}
	return [...groups].map(([name, operations]) => ({ name, operations }));
})();
