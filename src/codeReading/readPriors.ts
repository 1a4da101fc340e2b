import { Arguments, type FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import { byDefault, type Decay, note, type Source } from './reading.ts';
import { settle } from './settle.ts';

const NORMAL = /^normal\( *0 *, *([\d.e-]+) *\)$/;

const PRIOR = /^(set_)?prior$/;

/** What a prior is of: weights unless it says so. */
function classOf(args: Arguments): string | null {
	const kind = args.get(['class'], 1);
	return !kind ? 'b' : kind.kind === 'string' ? kind.value : pathOf(kind);
}

/**
 * brms' `set_prior("normal(0, 2.5)", class = "b")` and `prior(normal(0, 2.5), class = b)`: normal(0, sd) is λ = 1/sd². Priors of
 * another class, as that of the intercept, are none of weights.
 */
export function readPrior(found: FoundCall, args: Arguments, { scope, program, calls }: Source): Decay[] {
	const { call, use, name } = found;
	const given = args.get(['prior'], 0);
	if (!PRIOR.test(name) || !given || classOf(args) !== 'b') return [];
	const ofIntercept = calls.find((one) => PRIOR.test(one.name) && classOf(new Arguments(one, scope)) === 'Intercept');
	const [, sd] = NORMAL.exec(scope.text(given, use) ?? scope.written(given)) ?? [];
	const isGaussian = !/family *= *["']?(?!gaussian)\w/.test(program.text); // where brm's is left out, too
	const value = sd ? byDefault(Number(sd), call.from) : scope.number(given, use);
	const decay = settle(
		{ ...found, path: name },
		{ row: 'brms', parameter: 'sd', ...(isGaussian && { loss: 'half-squared-error' }) },
		{ value, isDefault: false },
		[
			...(sd ? [] : [note('not-squared', given)]),
			...(ofIntercept ? [note('intercept-prior', ofIntercept.call, { written: scope.written(ofIntercept.call) })] : []),
		],
	);
	return [{ ...decay, row: sd ? 'brms' : null, covers: args.get(['coef']) ? 'group' : 'weights' }];
}
