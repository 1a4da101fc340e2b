import { RESOURCES as CONTRACT, OPERATIONS, type Operation } from '../../src/contract/routes.ts';

/** A part of the API with a page of its own. */
interface Resource {
	name: keyof typeof CONTRACT;
	operations: readonly Operation[];
}

/** The API's resources, in the order of its document. */
export const RESOURCES: readonly Resource[] = (Object.keys(CONTRACT) as Resource['name'][]).map((name) => ({
	name,
	operations: OPERATIONS.filter(({ resource }) => resource === name),
}));
