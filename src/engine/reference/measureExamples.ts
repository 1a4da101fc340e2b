import {
	argMax,
	cast,
	equal,
	greater,
	type Scalar,
	squeeze,
	sum,
	type Tensor1D,
	type Tensor2D,
	tidy,
} from '@tensorflow/tfjs-core';
import { isSquaredError } from '../../schema/losses.ts';
import type { RunSpec } from '../../schema/runSpec.ts';
import type { Examples } from './examples.ts';
import { forward, type Layer } from './forward.ts';
import { losses } from './loss.ts';

/**
 * The mean loss over some examples, without dropout or noise, and the share that is classified correctly.
 *
 * @returns an accuracy of null for a regression
 */
export function measureExamples(
	{ loss, network }: RunSpec,
	layers: readonly Layer[],
	batch: () => Examples,
): { loss: number; accuracy: number | null } {
	const measured = tidy((): { loss: number; accuracy?: number } => {
		const { X, y } = batch();
		const z = forward(layers, X, network.activation);
		const mean = losses[loss](z, y).arraySync();
		if (isSquaredError(loss)) return { loss: mean };
		return { loss: mean, accuracy: countCorrect(z, y).arraySync() / y.size };
	});
	return { loss: measured.loss, accuracy: measured.accuracy ?? null };
}

/** Examples whose output is on the side of their class: a logit above 0, or the largest of several. */
const countCorrect = (z: Tensor2D, y: Tensor1D): Scalar =>
	sum(z.shape[1] === 1 ? equal(greater(squeeze(z, [1]), 0), cast(y, 'bool')) : equal(argMax(z, 1), cast(y, 'int32')));
