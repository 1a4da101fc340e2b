import { train } from '../../scripts/nodeHost.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { type Contestant, perEpoch, squaredNorm } from './contestant.ts';
import { withEpochs } from './problem.ts';

/** One run through the door that everybody uses; Σw² of its weights. */
export async function runOnce(spec: RunSpec): Promise<number> {
	const { weights } = await train({ ...spec, output: { ...spec.output, weights: true } });
	return squaredNorm((weights?.W ?? []).flat(2));
}

const engine = (name: RunSpec['engine']): Contestant => ({
	name,
	prepare: ({ spec }) => {
		return (epochs) => perEpoch((count) => runOnce(withEpochs({ ...spec, engine: name }, count)), epochs);
	},
});

export const fused = engine('fused');
export const reference = engine('reference');
