import type { RealTables } from '../data/realTables.ts';
import type { CaseSummary, Valley } from './summary.ts';

/** What the committed study found: every case in short, and the valleys that are drawn. */
export interface Study {
	cases: readonly CaseSummary[];
	valleys: readonly Valley[];
}

/** Reads it as a host keeps it, beside the measured data. @throws what the host's reading throws */
export async function readStudy(tables: RealTables): Promise<Study> {
	return (await tables.study()) as Study; // `npm run study` writes it; JSON knows no types
}
