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

type Reading = 'differences' | 'differencesByLine';
type Pair = keyof typeof RULE_PAIRS & number;

/** The verdict on a pair of rules (`RULE_PAIRS`, by its place) in a case: clear is an interval that leaves out 0. */
function verdictOn(pair: Pair, found: CaseSummary, reading: Reading): keyof Verdicts {
	const { low = 0, high = 0 } = found[reading][pair] ?? {};
	return high < 0 ? 'cheaper' : low > 0 ? 'dearer' : 'open';
}

/** Counts the verdicts on a pair of rules. */
export function verdictsOn(pair: Pair, cases: readonly CaseSummary[], reading: Reading = 'differences'): Verdicts {
	const verdicts = cases.map((each) => verdictOn(pair, each, reading));
	const count = (wanted: keyof Verdicts) => verdicts.filter((verdict) => verdict === wanted).length;
	return { cheaper: count('cheaper'), dearer: count('dearer'), open: count('open') };
}

/** Cases whose verdict on some pair is another where losses between the λ are read along straight lines. */
export const turnedByLine = (cases: readonly CaseSummary[]): CaseSummary[] =>
	cases.filter((each) =>
		([0, 1, 2] as const).some(
			(pair) => verdictOn(pair, each, 'differences') !== verdictOn(pair, each, 'differencesByLine'),
		),
	);

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
