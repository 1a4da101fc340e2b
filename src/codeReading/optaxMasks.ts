import { hasPart } from './calls.ts';
import { pathOf } from './path.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** What tells the weights of layers from biases and norm layers. */
const TELLING = /^(ndim|dim|shape|size|rank)$|bias|kernel|norm|scale/i;

/** Which weights a mask of optax leaves a decay, and what is said of it: all but biases where the text shows that, else some. */
export function coversOfMask(
	mask: Expression,
	{ scope, program }: Source,
	use: Use,
): { covers: Decay['covers']; notes: Note[] } {
	const found = scope.resolve(mask, use) ?? mask;
	const named = [mask, found].flatMap((one) => pathOf(one.kind === 'call' ? one.callee : one) ?? []);
	const own = program.expressions.filter(({ blocks }) =>
		blocks.some(({ kind, name }) => kind === 'function' && named.includes(name)),
	);
	const isTelling = [found, ...own.map(({ expression }) => expression)].some((one) =>
		hasPart(
			one,
			(part) =>
				(part !== mask && (part.kind === 'name' || part.kind === 'member') && TELLING.test(part.name)) ||
				(part.kind === 'string' && TELLING.test(part.value)),
		),
	);
	return isTelling
		? { covers: 'weights', notes: [note('biases-left-out', mask)] }
		: { covers: 'group', notes: [note('groups-unknown', mask, { written: scope.written(mask) })] };
}
