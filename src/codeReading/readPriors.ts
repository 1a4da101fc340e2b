import type { Loss } from '../schema/losses.ts';
import { Arguments, type FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import { calledName } from './products.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, type Decay, note, type Source } from './reading.ts';
import { settle } from './settle.ts';

/** Of rstanarm on the scale of the data, unless it says otherwise. */
const NORMAL =
	/^normal\( *(?:location *= *)?0 *, *(?:scale *= *)?([\d.e-]+) *(?:, *(?:autoscale *= *)?F(?:ALSE)? *)?\)$/;

/** Losses of their families. */
const LOSSES: Record<string, Loss> = {
	gaussian: 'half-squared-error',
	bernoulli: 'binary-cross-entropy',
	binomial: 'binary-cross-entropy',
	categorical: 'softmax-cross-entropy',
};

const PRIOR = /^(set_)?prior$/;

/** What a prior is of: weights unless it says so. */
function classOf(args: Arguments): string | null {
	const kind = args.get(['class'], 1);
	return !kind ? 'b' : kind.kind === 'string' ? kind.value : pathOf(kind);
}

/**
 * brms' `set_prior("normal(0, 2.5)", class = "b")` and `prior(normal(0, 2.5), class = b)`: normal(0, sd) is λ = 1/sd². Priors of
 * another class, as that of the intercept, are none of weights. rstanarm's `stan_glm(y ~ x, prior = normal(0, 2.5))` is the same.
 */
export function readPrior(found: FoundCall, args: Arguments, { scope, program, calls }: Source): Decay[] {
	const { call, use, name } = found;
	const isStan = name === 'stan_glm';
	const given = args.get(['prior'], isStan ? -1 : 0);
	if (!given || !(isStan || (PRIOR.test(name) && classOf(args) === 'b'))) return [];
	const ofIntercept = isStan
		? args.get(['prior_intercept'])
		: calls.find((one) => PRIOR.test(one.name) && classOf(new Arguments(one, scope)) === 'Intercept')?.call;
	const [, sd] = NORMAL.exec(scope.text(given, use) ?? scope.written(given)) ?? [];
	if (isStan && !sd) return []; // its own, which goes by the data
	const [, family = 'gaussian'] = /family *= *["']?(\w+)/.exec(program.text) ?? []; // where it is left out, too
	const loss = Object.hasOwn(LOSSES, family) ? LOSSES[family] : undefined;
	const [, noise] = /constant\(([\d.e-]+)\)["']?, *class *= *["']?sigma/.exec(program.text) ?? []; // held at a number
	const { from } = given;
	const isPut = given.kind === 'call' && calledName(given.callee).startsWith('paste'); // a prior, whose number is put into it
	const value: Quantity = sd
		? byDefault(Number(sd), call.from)
		: { value: null, from, unknown: { code: isPut ? 'computed' : 'not-a-number', written: scope.written(given) } };
	const decay = settle(
		{ ...found, path: name },
		{ row: 'brms', parameter: 'sd', ...(loss && { loss }) },
		{ value, isDefault: false },
		[
			...(sd || isPut ? [] : [note('not-squared', given)]),
			...(loss ? [] : [note('no-row', call, { name: `family = ${family}` })]),
			...(sd && loss === 'half-squared-error'
				? [note('noise-of-one', call, noise ? { sigma: Number(noise) } : {})]
				: []),
			...(ofIntercept ? [note('intercept-prior', ofIntercept, { written: scope.written(ofIntercept) })] : []),
		],
	);
	const times = noise && loss === 'half-squared-error' ? { times: 1 / Number(noise) } : {}; // λ = σ²/sd²
	return [{ ...decay, ...times, row: sd && loss ? 'brms' : null, covers: args.get(['coef']) ? 'group' : 'weights' }];
}
