import { RandomState } from '../../../src/data/randomState.ts';
import type { Sample } from '../../../src/data/sample.ts';
import type { LiveTask } from './messages.ts';

/** Draws the noise of copies, the same for every size of it. */
const JITTER_SEED = 15;

/** What a task changes of its sample before it learns from it. */
type Changes = Pick<LiveTask, 'first' | 'moved' | 'copies'>;

export const hasChanges = ({ first, moved, copies }: Changes): boolean =>
	first !== undefined || moved !== undefined || copies !== undefined;

/**
 * The examples of a task: the first so many, some of them moved, each of them so many times. The first copy of each is the
 * example itself; the others lie `jitter` times a standard normal draw from it, the same draw at every jitter.
 */
export function changeRows({ X, y }: Sample, { first, moved = {}, copies }: Changes): Sample {
	const rows = X.slice(0, first).map((row, i) => [...(moved[i] ?? row)]);
	const labels = y.slice(0, first);
	if (!copies) return { X: rows, y: labels };
	const random = new RandomState(JITTER_SEED);
	const further = Array.from({ length: copies.count - 1 }, () =>
		rows.map((row) => row.map((value) => round(value + copies.jitter * random.gaussian()))),
	);
	return { X: [...rows, ...further.flat()], y: Array.from({ length: copies.count }, () => labels).flat() };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
