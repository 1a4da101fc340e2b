import { Arguments, type FoundCall } from './calls.ts';
import { type Note, note } from './reading.ts';
import type { Scope } from './scope.ts';

/** A call that changes η, with its numbers where PyTorch's class has few: the period and the least η of a cosine, the epochs of a step and its factor. */
export function readSchedule(found: FoundCall, scope: Scope): Note {
	const { call, name, use } = found;
	const args = new Arguments(found, scope);
	const numberOf = (key: string, at: number, own?: number) => {
		const given = args.get([key], at);
		return given ? (scope.number(given, use).value ?? undefined) : own;
	};
	const shape =
		name === 'CosineAnnealingLR'
			? { period: numberOf('T_max', 1), least: numberOf('eta_min', 2, 0) }
			: name === 'StepLR'
				? { every: numberOf('step_size', 1), factor: numberOf('gamma', 2, 0.1) }
				: name === 'ExponentialLR'
					? { every: 1, factor: numberOf('gamma', 1) }
					: {};
	const known = Object.entries(shape).filter((entry): entry is [string, number] => entry[1] !== undefined);
	return note('schedule', call, { name, ...(known.length === 2 && Object.fromEntries(known)) });
}
