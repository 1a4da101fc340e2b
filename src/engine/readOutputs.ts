import { at } from '../at.ts';
import { isSquaredError, type Loss } from '../schema/losses.ts';
import type { Predictions } from '../schema/predictions.ts';
import { dropTiny } from './tiny.ts';

/**
 * What outputs of a network mean under its loss, each row on its own: p(class 1) = 1/(1 + e⁻ᶻ) under
 * `binary-cross-entropy`, the softmax of the row under `softmax-cross-entropy`, the value itself in a regression. The
 * class is the one that training counts as predicted: 1 for a logit above 0, the first of the largest logits.
 *
 * @param outputs [rows][units], as `Trainer.outputs` gives them
 * @returns null for what float32 did not hold
 */
export function readOutputs(loss: Loss, outputs: Float32Array, units: number): Omit<Predictions, 'run'> {
	const rows = Array.from({ length: outputs.length / units }, (_, row) =>
		outputs.subarray(row * units, (row + 1) * units),
	);
	if (isSquaredError(loss)) return { prediction: rows.map(([z]) => finite(z)) };
	if (loss === 'binary-cross-entropy') {
		return { prediction: rows.map(([z]) => finite(logistic(z ?? Number.NaN))), class: rows.map(sideOf) };
	}
	return { prediction: rows.map(softmax), class: rows.map(largestOf) };
}

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

/** As the kernel counts what is classified rightly: a logit that is too small to count is none. */
function sideOf(row: Float32Array): number | null {
	const z = at(row, 0);
	return Number.isNaN(z) ? null : Number(dropTiny(z) > 0);
}

function softmax(row: Float32Array): (number | null)[] {
	const most = Math.max(...row);
	const powers = Array.from(row, (z) => Math.exp(z - most));
	const sum = powers.reduce((total, power) => total + power, 0);
	return powers.map((power) => finite(power / sum));
}

function largestOf(row: Float32Array): number | null {
	const found = row.indexOf(Math.max(...row)); // NaN is never found
	return found < 0 ? null : found;
}
