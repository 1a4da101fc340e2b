import type { FoundCall } from './calls.ts';
import type { Estimator } from './estimators.ts';
import type { Quantity } from './quantity.ts';
import { type Decay, type Note, note } from './reading.ts';

/** The decay of a solver that penalises weights and no biases. */
export function settle(
	{ call, path }: FoundCall,
	{ row, parameter, loss }: Pick<Estimator, 'row' | 'parameter' | 'loss'>,
	value: Quantity,
	isDefault: boolean,
	notes: Note[],
): Decay {
	if (row === null) notes.push(note('no-row', call, { name: path }));
	return {
		name: path,
		from: call.from,
		to: call.to,
		row,
		parameter,
		value,
		isDefault,
		optimizer: null,
		...(loss && { loss }),
		covers: 'weights',
		count: 1,
		notes,
	};
}
