import type { Final, FinalNumbers } from './run.ts';

/** The numbers of what a run ends with, without its metrics: what a training in a page gives, and a sweep's cell keeps. */
export function finalNumbers(final: Final): FinalNumbers {
	const { r2: _r2, rmse: _rmse, mae: _mae, confusion: _confusion, ...numbers } = final;
	return numbers;
}
