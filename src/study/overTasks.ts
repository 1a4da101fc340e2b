import type { ModelName, OptimizerName, TaskName } from './design.ts';
import { median } from './medianOf.ts';
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
