import { REAL_DATA } from '../schema/realData.ts';
import { SEEDS, TASKS, type TaskName } from './design.ts';
import type { RULE_PAIRS } from './rules.ts';
import type { CaseSummary } from './summary.ts';

/** In how many cases a rule is clearly cheaper or dearer than another, draw by draw, and where these draws cannot tell. */
export interface Verdicts {
	cheaper: number;
	dearer: number;
	open: number;
}

/** Counts the verdicts on a pair of rules (`RULE_PAIRS`, by its place): clear is an interval that leaves out 0. */
export function verdictsOn(pair: keyof typeof RULE_PAIRS & number, cases: readonly CaseSummary[]): Verdicts {
	const found = cases.flatMap(({ differences: { [pair]: difference } }) => difference ?? []);
	const cheaper = found.filter(({ high = 0 }) => high < 0).length;
	const dearer = found.filter(({ low = 0 }) => low > 0).length;
	return { cheaper, dearer, open: cases.length - cheaper - dearer };
}

/** Fewer rows than this are a small data set. */
const SMALL_ROWS = 1000;

/** Measured data so small that a draw's held-out rows are few. */
export const isSmall = (task: TaskName): boolean => rowsOf(task) < SMALL_ROWS;

/** Whether each draw of a task has examples of its own to train on, drawn anew. */
export const isGenerated = (task: TaskName): boolean => rowsOf(task) === Number.POSITIVE_INFINITY;

/** How the draws of a measured task share the rows that there are. */
export interface SharedRows {
	task: TaskName;
	rows: number;
	/** What each draw takes of them at its largest m. */
	largest: number;
	/** The least m at which all draws together take more than there are. */
	from: number;
}

/** Of each measured task: draws × m against its rows, at every m of its design. */
export const sharedRows = (): SharedRows[] =>
	(Object.keys(TASKS) as TaskName[]).flatMap((task) => {
		const rows = rowsOf(task);
		const from = TASKS[task].sizes.find((m) => SEEDS.length * m > rows);
		return from === undefined ? [] : [{ task, rows, largest: Math.max(...TASKS[task].sizes), from }];
	});

function rowsOf(task: TaskName): number {
	const { kind } = TASKS[task].data;
	return kind in REAL_DATA ? REAL_DATA[kind as keyof typeof REAL_DATA].rows : Number.POSITIVE_INFINITY; // it is one of them
}
