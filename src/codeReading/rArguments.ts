import type { FoundCall } from './calls.ts';

/** Arguments of R's functions that are read. */
const READ = ['alpha', 'decay', 'family', 'lambda', 'standardize', 'weights'];

/** An argument of a function of R by the beginning of its name, as R takes it: `alph` is `alpha`. One or two letters are left: `d` of nnet is `data`. */
export const wholeName = (written: string): string =>
	(written.length > 2 && READ.find((one) => one.startsWith(written))) || written;

/** A call of R with the whole names of its arguments. */
export const withWholeNames = ({ call, ...found }: FoundCall): FoundCall => ({
	...found,
	call: { ...call, args: call.args.map((one) => ({ ...one, name: one.name && wholeName(one.name) })) },
});
