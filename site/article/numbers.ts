import { committedResult } from '../../src/experiments/committed.ts';
import type { Estimate } from '../../src/statistics.ts';

/**
 * A number of the committed results by its address, `experiment/measured`.
 *
 * @throws Error where there is none: the text then names something that is not measured, and the build stops
 */
export function measuredAt(address: string): Estimate {
	const [name = '', quantity = ''] = address.split('/');
	const measured = committedResult(name)?.measured[quantity];
	if (!measured) throw new Error(`no committed result holds "${address}"`);
	return measured;
}
