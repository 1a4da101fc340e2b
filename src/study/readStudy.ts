import type { RealTables } from '../data/realTables.ts';
import type { OptimizerName } from './design.ts';
import type { StudyMedians } from './medians.ts';
import type { CaseSummary, Valley } from './summary.ts';
import type { TaskCost } from './taskCosts.ts';

/** What the committed study found: every case in short, medians over tasks, the costs of each task, and the valleys that are drawn. */
export interface Study {
	cases: readonly CaseSummary[];
	medians: Record<OptimizerName, StudyMedians>;
	tasks: readonly TaskCost[];
	valleys: readonly Valley[];
}

/** Reads it as a host keeps it, beside the measured data. @throws what the host's reading throws */
export async function readStudy(tables: RealTables): Promise<Study> {
	return (await tables.study()) as Study; // `npm run study` writes it; JSON knows no types
}
