import type { Optimizer } from '../schema/training.ts';

/** How many numbers an optimizer keeps of each parameter: none, a velocity, or two moments. */
export function countSlots(optimizer: Optimizer): 0 | 1 | 2 {
	if (optimizer.kind === 'adam') return 2;
	return optimizer.momentum > 0 ? 1 : 0;
}
