import { at } from '../at.ts';
import { bootstrap, type Estimate } from '../statistics.ts';
import type { ModelName, OptimizerName, TaskName } from './design.ts';
import type { CaseSummary } from './summary.ts';

/** Cases of one optimizer whose model has hidden layers, or those of one model. */
export const casesOf = (study: readonly CaseSummary[], optimizer: OptimizerName, model?: ModelName): CaseSummary[] =>
	study.filter((each) => each.optimizer === optimizer && (model ? each.model === model : each.model !== 'linear'));

/** A number for each task: the median over its cases, of those that have one. */
export function byTask(
	cases: readonly CaseSummary[],
	value: (given: CaseSummary) => number | null,
): Map<TaskName, number> {
	const values = new Map<TaskName, number[]>();
	for (const each of cases) {
		const found = value(each);
		if (found !== null) values.set(each.task, [...(values.get(each.task) ?? []), found]);
	}
	return new Map([...values].map(([task, found]) => [task, median(found)]));
}

/** The median over tasks; its interval is of resampled tasks, as if another study had taken others of the kind. */
export const medianOf = (values: readonly number[]): Estimate =>
	bootstrap(values.length, (sample) => median(sample.map((i) => at(values, i))));

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}
