import { BOUNDS } from './bounds.ts';
import type { Data } from './data.ts';
import type { DataFacts } from './dimensions.ts';
import type { Loss } from './losses.ts';

type InlineData = Extract<Data, { kind: 'inline' }>;

/**
 * Whole-number targets are class numbers unless a loss says otherwise; ages or prices would become a classifier of
 * as many classes. So the loss must be stated where they may be either.
 *
 * @returns what is wrong with a spec that does not state it
 */
export function checkUnstatedLoss(
	{ data, loss }: { data: Data; loss?: Loss | undefined },
	{ classes }: DataFacts,
): { path: ['loss']; message: string }[] {
	const doubt = loss === undefined && data.kind === 'inline' ? doubtOf(data, classes) : null;
	return doubt === null ? [] : [{ path: ['loss'], message: `must be stated: ${doubt}` }];
}

/** What one cannot tell by looking at the targets, and the losses that say it; null where there is no doubt. */
function doubtOf({ y, test }: InlineData, classes: number | null): string | null {
	const targets = new Set([...y, ...(test?.y ?? [])]);
	const many = y.length + (test?.y.length ?? 0);
	if (many > 1 && targets.size === 1) {
		return `all ${many} targets are ${y[0]}, from which there is nothing to learn. Use "half-squared-error" if they are measured, "binary-cross-entropy" if one class is 0 and the other 1`;
	}
	if (arePlusMinusOne(targets)) {
		return 'the targets are -1 and 1, which could be two classes or measurements. Send 0 for -1 if they are classes, or use "half-squared-error"';
	}
	if (classes === null) return null;
	const isWithout = targets.size === classes || classes === 2; // of gaps between the numbers
	if (classes <= BOUNDS.classesWithoutLoss) {
		const trained = new Set(y);
		const unseen = test?.y.find((one) => !trained.has(one));
		if (unseen !== undefined) {
			return `data.test.y has ${unseen}, a class that no training row has. Leave such rows out, or use "softmax-cross-entropy" to keep them, "half-squared-error" if they are measured`;
		}
		if (isWithout) return null;
	}
	const numbers = isWithout ? 'whole numbers' : `${targets.size} different whole numbers`;
	const numbered = isWithout ? '' : `; ${targets.size} classes without gaps are numbered 0 to ${targets.size - 1}`;
	return `the targets are ${numbers} up to ${classes - 1}, which could be ${classes} classes or measurements (up to ${BOUNDS.classesWithoutLoss} classes without gaps need no loss). Use "half-squared-error" for a regression, "softmax-cross-entropy" for classes${numbered}`;
}

/** Whether targets are two classes as some libraries write them. */
export const arePlusMinusOne = (targets: Iterable<number>): boolean => [...targets].every((y) => y === -1 || y === 1);
