import type { Loss } from '../schema/losses.ts';
import type { Arguments, FoundCall } from './calls.ts';
import { calledName } from './products.ts';
import { readClasses } from './readClasses.ts';
import { type Decay, isTrue, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** What nnet is told of its outputs. */
const OUTPUTS: Partial<Record<Loss, string>> = {
	'half-squared-error': 'linout',
	'binary-cross-entropy': 'entropy',
	'softmax-cross-entropy': 'softmax',
};

/**
 * The loss of R's nnet. Where it is told none, that hangs on y: a factor in a formula gives a cross-entropy, all else squared errors of
 * logistic outputs. Of which kind y is, and what was assumed, is said.
 */
export function withLossOfNnet(decay: Decay, args: Arguments, source: Source, use: FoundCall['use']): Decay {
	const { scope } = source;
	const isOn = (one: Expression | undefined) => one !== undefined && isTrue(scope.resolve(one, use) ?? one);
	const [told] = Object.entries(OUTPUTS).find(([, name]) => isOn(args.get([name]))) ?? [];
	if (told) return { ...decay, loss: told as Loss };
	const target = targetOf(args, source, use);
	const given = target ?? args.get(['y'], 1);
	const y = given ? scope.written(given) : 'y';
	if ((!target && !args.get(['data'])) || isOfNumbers(target, args)) {
		decay.notes.push(note('nnet-loss', decay, { numbers: y }));
		return { ...decay, loss: 'half-squared-error' };
	}
	if (readClasses(source)) return decay; // said with their number
	decay.notes.push(note('nnet-loss', decay, { [target && isFactor(target, source) ? 'factor' : 'either']: y }));
	return { ...decay, loss: 'binary-cross-entropy' };
}

/** What stands before the `~` of a formula. */
export function targetOf(args: Arguments, { scope }: Source, use: FoundCall['use']): Expression | undefined {
	const given = args.get(['formula', 'x'], 0);
	const formula = given && scope.resolve(given, use);
	return formula?.kind === 'operation' && formula.operator === '~' ? formula.operands[0] : undefined;
}

/** Columns of R's own data that have two values. */
export const isOfTwo = (target: Expression | undefined, args: Arguments): boolean =>
	/^(am|vs)$/.test(target ? calledName(target) : '') && isOfNumbers(target, args);

/** Whether y is a column of R's own data that is no factor. */
function isOfNumbers(target: Expression | undefined, args: Arguments): boolean {
	const data = args.get(['data']);
	return target?.kind === 'name' && /^(mtcars|Boston)$/.test(data ? calledName(data) : '');
}

const isMade = (one: Expression | null) =>
	one?.kind === 'call' && /^(as\.)?(factor|ordered)$/.test(calledName(one.callee));

/** `factor(y)`, or a name that one is given: `d$y <- factor(d$y)`. */
const isFactor = (target: Expression, { program }: Source): boolean =>
	isMade(target) || program.bindings.some((one) => calledName(one.target) === calledName(target) && isMade(one.value));
