import type { FoundCall } from './calls.ts';
import type { Source } from './reading.ts';

/** Arguments of R's functions that are read, and how many letters of each are no other's: `alph` of glmnet is `alpha`. */
const READ: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	glmnet: { alpha: 1, family: 1, weights: 1 },
	'cv.glmnet': { alpha: 3, family: 2, weights: 1 },
	'lm.ridge': { lambda: 1 },
	nnet: { decay: 2, linout: 1, entropy: 1, softmax: 2 },
	multinom: { decay: 2 },
};

/** An argument of a function of R by the beginning of its name, as R takes it. */
export const wholeName = (of: string, written: string): string =>
	Object.entries(READ[of] ?? {}).find(([name, least]) => written.length >= least && name.startsWith(written))?.[0] ??
	written;

/** A call of R with the whole names of its arguments, `do.call(glmnet, list(…))` as the call that it makes. */
export function withWholeNames(found: FoundCall, { scope }: Source): FoundCall {
	const [called, list] = found.name === 'do.call' ? found.call.args.map(({ value }) => value) : [];
	const given = list && scope.resolve(list, found.use);
	const name = called?.kind === 'name' ? called.name : found.name;
	const args = (given?.kind === 'call' ? given : found.call).args;
	const whole = args.map((one) => ({ ...one, name: one.name && wholeName(name, one.name) }));
	return { ...found, name, call: { ...found.call, args: whole } };
}
