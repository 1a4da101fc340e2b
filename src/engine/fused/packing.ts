import { at } from '../../at.ts';
import { countParameters, layerSizes } from '../layerSizes.ts';
import type { MemoryPlan } from './memoryPlan.ts';

/**
 * Moves every parameter between its place in plain order (W₀, b₀, W₁, b₁ …, W as [out][in]) and its place in the
 * kernel's: all weights, by pairs of outputs as [outputs/2][inputs][2], then all biases. One loop without a call in it:
 * a training of a million weights passes here at the ends of each of its pieces.
 */
function move(plan: MemoryPlan, from: Float32Array, to: Float32Array, direction: 'in' | 'out'): void {
	const packs = direction === 'in';
	const evenSizes = layerSizes(plan.evenWidths);
	let plain = 0;
	let weights = 0;
	let biases = plan.weightCount;
	for (const [layer, { inputs, outputs }] of layerSizes(plan.widths).entries()) {
		const even = at(evenSizes, layer);
		for (let unit = 0; unit < outputs; unit++) {
			const pair = weights + (unit >> 1) * even.inputs * 2 + (unit & 1);
			// Both are as long as the network has parameters, and places for them.
			if (packs) for (let input = 0; input < inputs; input++) to[pair + 2 * input] = from[plain + input] as number;
			else for (let input = 0; input < inputs; input++) to[plain + input] = from[pair + 2 * input] as number;
			plain += inputs;
		}
		if (packs) to.set(from.subarray(plain, plain + outputs), biases);
		else to.set(from.subarray(biases, biases + outputs), plain);
		plain += outputs;
		weights += even.inputs * even.outputs;
		biases += even.outputs;
	}
}

/**
 * Copies parameters from plain order into the kernel's.
 *
 * @throws RangeError when there are not as many as the network has
 */
export function pack(plan: MemoryPlan, plain: Float32Array, packed: Float32Array): void {
	checkLength(plan, plain);
	move(plan, plain, packed, 'in');
}

/** Copies parameters from the kernel's order into plain order. @throws RangeError as `pack` */
export function unpack(plan: MemoryPlan, packed: Float32Array, plain: Float32Array): void {
	checkLength(plan, plain);
	move(plan, packed, plain, 'out');
}

function checkLength({ widths }: MemoryPlan, plain: Float32Array): void {
	const count = countParameters(widths);
	if (plain.length !== count) throw new RangeError(`${plain.length} parameters for a network of ${count}`);
}
