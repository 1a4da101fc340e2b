import type { Weights } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { weightArrays } from './arrays/namedArray.ts';
import { npz } from './arrays/npz.ts';
import { safetensors } from './arrays/safetensors.ts';

/** Weights for NumPy: W0, b0, W1, b1 …, each W as [out][in]. */
export const weightsNpz = (weights: Weights): Uint8Array<ArrayBuffer> =>
	npz(weightArrays(weights, (layer) => ({ weight: `W${layer}`, bias: `b${layer}` })));

/**
 * Weights for PyTorch: 0.weight, 0.bias …, by the names of the state of the `nn.Sequential` that a run is exported as
 * (`pytorch.ts`), whose activations stand between its layers.
 */
export function weightsSafetensors(weights: Weights, { network }: RunSpec, run: string): Uint8Array<ArrayBuffer> {
	const apart = network.activation === 'linear' ? 1 : 2;
	const nameOf = (layer: number) => ({ weight: `${apart * layer}.weight`, bias: `${apart * layer}.bias` });
	return safetensors(weightArrays(weights, nameOf), { format: 'pt', run });
}
