import { RealTables, TABLE_FILES } from '../../src/data/realTables.ts';

/** The measured data, from files beside the pages. */
export const realTables = new RealTables(async (kind) => {
	const response = await fetch(`/data/${TABLE_FILES[kind]}`);
	if (!response.ok) throw new Error(`the data "${kind}" cannot be fetched (${response.status})`);
	return response.json();
});
