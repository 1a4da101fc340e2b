import type { TrainedRun } from '../../src/schema/run.ts';

/** Everything that training computed, as text: JSON gives the shortest decimal that means the same bits. */
export const bitsOf = ({ status, divergedAt, trace, final, weights, boundary }: TrainedRun): string =>
	JSON.stringify({ status, divergedAt, trace, final, weights, boundary });
