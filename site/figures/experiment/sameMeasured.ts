import { COMMITTED_DIGITS } from '../../../src/experiments/judge.ts';
import { roundTo } from '../../../src/numberFormat.ts';
import type { Estimate } from '../../../src/statistics.ts';

/** Whether fresh numbers are the committed ones, to every digit that is committed. */
export const isSameMeasured = (fresh: Record<string, Estimate>, committed: Record<string, Estimate>): boolean =>
	written(fresh) === written(committed);

const written = (measured: Record<string, Estimate>) =>
	JSON.stringify(measured, (_, value) => {
		if (typeof value !== 'number') return value;
		return Number.isFinite(value) ? roundTo(value, COMMITTED_DIGITS) : null;
	});
