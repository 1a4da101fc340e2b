import type { Arguments, FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import { byDefault, type Decay, note, type Source } from './reading.ts';
import { settle } from './settle.ts';

const NORMAL = /^normal\( *0 *, *([\d.e-]+) *\)$/;

/**
 * brms' `set_prior("normal(0, 2.5)", class = "b")` and `prior(normal(0, 2.5), class = b)`: normal(0, sd) is λ = 1/sd². Priors of
 * another class, as that of the intercept, are none of weights.
 */
export function readPrior(found: FoundCall, args: Arguments, { scope, program }: Source): Decay[] {
	const { call, use, name } = found;
	const given = args.get(['prior'], 0);
	const kind = args.get(['class'], 1);
	const isOfWeights = !kind || (kind.kind === 'string' ? kind.value : pathOf(kind)) === 'b';
	if (!/^(set_)?prior$/.test(name) || !given || !isOfWeights) return [];
	const [, sd] = NORMAL.exec(scope.text(given, use) ?? scope.written(given)) ?? [];
	const isGaussian = !/family *= *["']?(?!gaussian)\w/.test(program.text); // where brm's is left out, too
	const value = sd ? byDefault(Number(sd), call.from) : scope.number(given, use);
	const decay = settle(
		{ ...found, path: name },
		{ row: 'brms', parameter: 'sd', ...(isGaussian && { loss: 'half-squared-error' }) },
		{ value, isDefault: false },
		sd ? [] : [note('not-squared', given)],
	);
	return [{ ...decay, row: sd ? 'brms' : null, covers: args.get(['coef']) ? 'group' : 'weights' }];
}
