import { at } from '../../at.ts';
import { countParameters, layerSizes } from '../layerSizes.ts';
import type { MemoryPlan } from './memoryPlan.ts';

/**
 * Pairs every parameter's place in plain order (W₀, b₀, W₁, b₁ …, W as [out][in]) with its place in the kernel's:
 * all weights, by pairs of outputs as [outputs/2][inputs][2], then all biases.
 */
function eachParameter(plan: MemoryPlan, visit: (plainIndex: number, packedIndex: number) => void): void {
	const evenSizes = layerSizes(plan.evenWidths);
	let plain = 0;
	let weights = 0;
	let biases = plan.weightCount;
	for (const [layer, { inputs, outputs }] of layerSizes(plan.widths).entries()) {
		const even = at(evenSizes, layer);
		for (let unit = 0; unit < outputs; unit++) {
			const pair = weights + (unit >> 1) * even.inputs * 2 + (unit & 1);
			for (let input = 0; input < inputs; input++) visit(plain++, pair + 2 * input);
		}
		for (let unit = 0; unit < outputs; unit++) visit(plain++, biases + unit);
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
	eachParameter(plan, (plainIndex, packedIndex) => {
		packed[packedIndex] = plain[plainIndex] as number; // as long as the network has parameters
	});
}

/** Copies parameters from the kernel's order into plain order. @throws RangeError as `pack` */
export function unpack(plan: MemoryPlan, packed: Float32Array, plain: Float32Array): void {
	checkLength(plan, plain);
	eachParameter(plan, (plainIndex, packedIndex) => {
		plain[plainIndex] = packed[packedIndex] as number; // as long as the plan has places
	});
}

function checkLength({ widths }: MemoryPlan, plain: Float32Array): void {
	const count = countParameters(widths);
	if (plain.length !== count) throw new RangeError(`${plain.length} parameters for a network of ${count}`);
}
