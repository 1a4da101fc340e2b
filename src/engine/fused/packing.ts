import type { MemoryPlan } from './memoryPlan.ts';

/**
 * Copies parameters between their plain order (W₀, b₀, W₁, b₁ …, W as [out][in]) and the kernel's:
 * all weights, by pairs of outputs as [outputs/2][inputs][2], then all biases.
 *
 * @param direction `in` fills `packed`, `out` fills `plain`
 */
function copy(plan: MemoryPlan, plain: Float32Array, packed: Float32Array, direction: 'in' | 'out'): void {
	const { widths, evenWidths } = plan;
	let from = 0;
	let weights = 0;
	let biases = plan.weightCount;
	const move = (plainIndex: number, packedIndex: number) => {
		if (direction === 'in') packed[packedIndex] = plain[plainIndex] as number;
		else plain[plainIndex] = packed[packedIndex] as number; // both indices lie within the network's parameters
	};
	for (let layer = 1; layer < widths.length; layer++) {
		const [inputs, outputs] = [widths[layer - 1] as number, widths[layer] as number];
		const [evenInputs, evenOutputs] = [evenWidths[layer - 1] as number, evenWidths[layer] as number];
		for (let unit = 0; unit < outputs; unit++) {
			const pair = weights + (unit >> 1) * evenInputs * 2 + (unit & 1);
			for (let input = 0; input < inputs; input++) move(from++, pair + 2 * input);
		}
		for (let unit = 0; unit < outputs; unit++) move(from++, biases + unit);
		weights += evenInputs * evenOutputs;
		biases += evenOutputs;
	}
}

export const pack = (plan: MemoryPlan, plain: Float32Array, packed: Float32Array) => copy(plan, plain, packed, 'in');
export const unpack = (plan: MemoryPlan, packed: Float32Array, plain: Float32Array) => copy(plan, plain, packed, 'out');
