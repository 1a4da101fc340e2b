import { RandomState } from '../data/randomState.ts';
import type { Init } from '../schema/network.ts';
import type { Weights } from '../schema/run.ts';
import { layerSizes } from './layerSizes.ts';
import type { ResolvedSpec } from './resolve.ts';
import { dropTiny } from './tiny.ts';

type Drawn = Exclude<Init['kind'], 'explicit'>;

/** Standard deviation of a weight between `inputs` and `outputs` units. */
const standardDeviation: Record<Drawn, (inputs: number, outputs: number) => number> = {
	'lecun-normal': (inputs) => 1 / Math.sqrt(inputs),
	'he-normal': (inputs) => Math.sqrt(2 / inputs),
	'glorot-normal': (inputs, outputs) => Math.sqrt(2 / (inputs + outputs)),
};

/**
 * The network before its first update: drawn layer by layer as NumPy's `randn(out, in)` times the
 * standard deviation, biases 0; or the weights that the spec gives, without what is tiny.
 */
export function initialWeights({ spec: { init }, widths }: ResolvedSpec): Weights {
	if (init.kind === 'explicit') {
		const drop = (row: readonly number[]) => row.map((w) => dropTiny(w));
		return { W: init.W.map((rows) => rows.map(drop)), b: init.b.map(drop) };
	}
	const random = new RandomState(init.seed);
	const W = layerSizes(widths).map(({ inputs, outputs }) => {
		const scale = standardDeviation[init.kind](inputs, outputs);
		return Array.from({ length: outputs }, () => Array.from({ length: inputs }, () => random.gaussian() * scale));
	});
	return { W, b: widths.slice(1).map((outputs) => Array<number>(outputs).fill(0)) };
}
