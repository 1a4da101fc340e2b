import { libraries } from '../../src/convert/libraries.ts';
import { isSquaredError, type Loss } from '../../src/schema/losses.ts';

/** Whether a spelling’s number is the standard deviation of a prior that stands beside the noise of a regression. */
export const isBesideNoise = (from: string, loss: Loss): boolean =>
	isSquaredError(loss) &&
	Object.entries(libraries).some(([id, library]) => id === from && library.strength === 'prior-deviation');
