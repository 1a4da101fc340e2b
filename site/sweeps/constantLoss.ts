import type { Final } from '../../src/schema/run.ts';

/** What the best answer that is the same for every row would lose on held-out data. */
export interface ConstantLoss {
	/** What that answer is: the share of each class, or the mean of the targets. */
	answer: 'shares' | 'mean';
	loss: number;
}

/**
 * What always giving one answer loses on the held-out rows of a run: −Σ p log p of the shares p of its classes (log 2 of
 * two that are balanced), or the loss over 1 − R². Null where nothing is held out, or there are too many classes to tell.
 */
export function constantLossOf({ confusion, r2, testLoss }: Final): ConstantLoss | null {
	if (confusion?.test) {
		const counts = confusion.test.map((row) => row.reduce((sum, count) => sum + count, 0));
		const all = counts.reduce((sum, count) => sum + count, 0);
		const loss = counts.reduce((sum, count) => (count > 0 ? sum - (count / all) * Math.log(count / all) : sum), 0);
		return loss > 0 ? { answer: 'shares', loss } : null;
	}
	const explained = r2?.test ?? 1;
	return explained < 1 && testLoss !== null ? { answer: 'mean', loss: testLoss / (1 - explained) } : null;
}

/** A loss nearer than this share to that of one answer for all, or above it, is of a network that has learned nothing. */
const LEAST_LEARNED = 0.01;

/** Whether a loss is no better than that of one answer for every row. */
export const isNothingLearned = (loss: number | null, constant: ConstantLoss | null): boolean =>
	constant !== null && loss !== null && loss > constant.loss * (1 - LEAST_LEARNED);
