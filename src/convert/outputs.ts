import type { Conversion } from '../schema/conversion.ts';
import type { ConvertQuery } from '../schema/convertQuery.ts';
import { isSquaredError } from '../schema/losses.ts';
import { convert } from './convert.ts';
import { LAMBDA } from './exactness.ts';
import { libraries } from './libraries.ts';
import { WRITTEN_BY_THE_USER } from './library.ts';

/** Whether a strength stands beside a squared error that its user writes: a mean over the outputs as well, where solvers sum over them. */
export const isMeanOverOutputs = ({ from }: Pick<ConvertQuery, 'from'>, { loss }: Pick<Conversion, 'loss'>): boolean =>
	isSquaredError(loss) && (from === LAMBDA || libraries[from].losses === WRITTEN_BY_THE_USER);

/**
 * A conversion of such a strength for k outputs: (1/km)·ΣΣ(ŷ−y)² + λ/2m·‖W‖² has the minimizer of (1/m)·ΣΣ(ŷ−y)² + kλ/2m·‖W‖², so
 * rows that sum have kλ.
 */
export function besideOutputs(conversion: Conversion, query: ConvertQuery, outputs: number): Conversion {
	if (outputs === 1 || !isMeanOverOutputs(query, conversion)) return conversion;
	const { newM: _, ...rest } = query;
	const { loss } = conversion;
	const summed = convert({ ...rest, from: LAMBDA, value: outputs * conversion.lambda, loss }, query.from);
	const ofSum = (id: string) =>
		summed.ok ? summed.conversion.equivalents.find(({ library }) => library === id) : undefined;
	const equivalents = conversion.equivalents.map((row) => {
		const own: { ownSquaredError?: string } = libraries[row.library];
		return (own.ownSquaredError && isSquaredError(row.loss) && ofSum(row.library)) || row;
	});
	return { ...conversion, equivalents };
}
