import { finalNumbers } from '../../src/schema/finalNumbers.ts';
import type { Run, TrainedRun } from '../../src/schema/run.ts';

/**
 * Everything that training computed, as text: JSON gives the shortest decimal that means the same bits. How the API judges
 * the network beside that is no part of it.
 */
export const bitsOf = ({ status, divergedAt, trace, final, weights, boundary }: TrainedRun | Run): string =>
	JSON.stringify({ status, divergedAt, trace, final: finalNumbers(final), weights, boundary });
