import type { Run } from '../../src/schema/run.ts';
import { type Server, startServer } from '../support/server.ts';
import { type Contestant, perEpoch, squaredNorm } from './contestant.ts';
import { withEpochs } from './problem.ts';

/** The fused engine inside the Workers runtime, asked through the API of a local server. */
export function workerd(server: Server): Contestant {
	let asked = 0;
	return {
		name: 'fused in workerd, through the API',
		prepare:
			({ spec }) =>
			(epochs) =>
				perEpoch(async (count) => {
					asked += 1;
					const { optimizer, ...rest } = withEpochs(spec, count);
					// No two requests are the same, so that none is answered from the store.
					const learningRate = optimizer.learningRate * (1 + asked * 1e-9);
					const response = await fetch(`${server.url}/api/v1/runs`, {
						method: 'POST',
						headers: { 'Content-Type': 'application/json' },
						body: JSON.stringify({ ...rest, optimizer: { ...optimizer, learningRate }, output: { weights: true } }),
					});
					if (!response.ok) throw new Error(await response.text());
					const { weights } = (await response.json()) as Run;
					return squaredNorm((weights?.W ?? []).flat(2));
				}, epochs),
	};
}

/** A server with room for the longest training of the benchmark. */
export const benchServer = () => startServer({ timeout: 180_000 });
