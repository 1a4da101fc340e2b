import { arithmeticOf } from '../../src/experiments/arithmetic.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';

/** Parameters that say how often something is repeated: with fewer, an experiment is the same with wider intervals. */
const REPETITIONS = ['seeds', 'draws', 'copies', 'steps'];

/** An experiment's parameters with as many repetitions as a limit in FLOP allows; null where that is too few of them. */
export function shrinkParameters(experiment: Experiment, parameters: unknown, limit: number): object | null {
	const given = parameters as Record<string, number>; // every experiment's are numbers by name
	const name = REPETITIONS.find((each) => each in given);
	if (!name) return null;
	const repeat = (count: number) => ({ ...given, [name]: count });
	let fits = 0;
	let tooMany = given[name] ?? 0;
	while (tooMany - fits > 1) {
		const middle = Math.floor((fits + tooMany) / 2);
		const { success } = experiment.parameters.safeParse(repeat(middle));
		// What is less than the parameter's own bound may be as cheap as it likes.
		if (!success || arithmeticOf(experiment, repeat(middle)) <= limit) fits = middle;
		else tooMany = middle;
	}
	return experiment.parameters.safeParse(repeat(fits)).success ? repeat(fits) : null;
}
