import { isReal, type RealTables } from '../data/realTables.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Engine } from './engine.ts';

/** What training needs of the place where it runs: the Worker, Node and a page's Web Worker each make their own. */
export interface Host {
	/** The engines by name; a host may load one when the first spec asks for it. */
	engines: Record<RunSpec['engine'], () => Engine | Promise<Engine>>;
	tables: RealTables;
}

/** Loads what the training of a spec would otherwise wait for. */
export async function prepareTraining({ data, engine }: RunSpec, { engines, tables }: Host): Promise<void> {
	await engines[engine]();
	if (isReal(data)) await tables.load(data.kind);
}
