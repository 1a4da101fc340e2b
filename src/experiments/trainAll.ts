import { at } from '../at.ts';

/**
 * Trains every spec, at most so many at once; whatever the order in which they come to an end, run i is that of spec i. The
 * first that fails ends it: none is begun after it.
 *
 * @param costOf what a spec takes, in any unit: the dearest are begun first, so that none of them is left to one trainer while
 *   the others wait; left out, they are begun in their order
 * @throws what `train` throws first
 */
export async function trainAll<Spec, Run>(
	specs: readonly Spec[],
	train: (spec: Spec) => Promise<Run>,
	atOnce: number,
	costOf: (spec: Spec) => number = () => 0,
): Promise<Run[]> {
	const costs = specs.map(costOf);
	const order = [...specs.keys()].sort((a, b) => at(costs, b) - at(costs, a));
	const runs: Run[] = new Array(specs.length);
	let next = 0;
	const trainInTurn = async () => {
		while (next < specs.length) {
			const index = at(order, next++);
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
