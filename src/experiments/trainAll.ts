import { at } from '../at.ts';

/**
 * Trains every spec, at most so many at once; whatever the order in which they come to an end, run i is that of spec i. The
 * first that fails ends it: none is begun after it.
 *
 * @throws what `train` throws first
 */
export async function trainAll<Spec, Run>(
	specs: readonly Spec[],
	train: (spec: Spec) => Promise<Run>,
	atOnce: number,
): Promise<Run[]> {
	const runs: Run[] = new Array(specs.length);
	let next = 0;
	const trainInTurn = async () => {
		while (next < specs.length) {
			const index = next++;
			try {
				runs[index] = await train(at(specs, index));
			} catch (error) {
				next = specs.length;
				throw error;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, specs.length) }, trainInTurn));
	return runs;
}
