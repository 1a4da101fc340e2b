import type { Optimizer } from '../schema/training.ts';

/** How many numbers an optimizer remembers of each parameter: a velocity, or two moments. */
export function memoryCount(optimizer: Optimizer): 0 | 1 | 2 {
	if (optimizer.kind === 'adam') return 2;
	return optimizer.momentum > 0 ? 1 : 0;
}
