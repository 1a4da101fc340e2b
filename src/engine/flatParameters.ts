import { at } from '../at.ts';
import type { Weights } from '../schema/run.ts';
import { layerSizes } from './layerSizes.ts';

/** W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]: rounded to float32, as every engine computes. */
export function flatten({ W, b }: Weights): Float32Array {
	return Float32Array.from(W.flatMap((weights, layer) => [...weights.flat(), ...at(b, layer)]));
}

/** The same vector as layers again. */
export function unflatten(widths: readonly number[], flat: Float32Array): Weights {
	const weights: Weights = { W: [], b: [] };
	let from = 0;
	const take = (count: number) => {
		from += count;
		return Array.from(flat.subarray(from - count, from));
	};
	for (const { inputs, outputs } of layerSizes(widths)) {
		weights.W.push(Array.from({ length: outputs }, () => take(inputs)));
		weights.b.push(take(outputs));
	}
	return weights;
}
