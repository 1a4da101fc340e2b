import { Arguments, type FoundCall } from './calls.ts';
import { kindOf } from './optimizers.ts';
import { lastName } from './path.ts';
import { byDefault, type Decay, note, type Source } from './reading.ts';
import { compiledOptimizer } from './readRegularizers.ts';

/**
 * Beside regularizers of layers an optimizer that decays nothing is only how they are trained. Without them it is worth
 * saying that its decay is 0.
 */
export function settleOptimizers(optimizers: readonly Decay[], others: readonly Decay[], source: Source): Decay[] {
	const layers = others.filter(({ row }) => row === 'keras-l2' || row === 'lambda-norm-squared' || row === 'lambda');
	// An optimizer that a trainer is given (`opt_func=partial(SGD)`) is that trainer's.
	const own = optimizers.filter(
		(one) => !others.some(({ from, to, optimizer }) => optimizer && from < one.from && one.to <= to),
	);
	const [first] = optimizers;
	const trainedBy = first?.optimizer ?? compiled(source);
	// A penalty goes through the optimizer, AdamW's as Adam's.
	const through = trainedBy && { ...trainedBy, kind: trainedBy.kind === 'adamw' ? ('adam' as const) : trainedBy.kind };
	const named = first ? lastName(first.name) : (compiledWith(source)?.name ?? '');
	const isLike = through?.kind === 'adam' && !/^adam(w|optimizer)?$/i.test(named) && /[a-z]/i.test(named);
	for (const layer of layers) {
		layer.optimizer ??= through;
		if (isLike) layer.notes.push(note('read-as', first ?? layer, { name: named, row: 'Adam' }));
		const rate = first ? null : trainedBy?.learningRate;
		if (rate) layer.notes.push(note('left-out', rate, { field: 'learning_rate', value: rate.value ?? '' }));
	}
	for (const found of source.calls) if (found.name === 'exclude_from_weight_decay') exclude(found, optimizers, source);
	return [...(layers.length > 0 ? own.filter((one) => !isIdle(one)) : own), ...others];
}

/** Keras' `opt.exclude_from_weight_decay(var_names=["bias"])`: of the optimizer that it is called on, and only what the names match. */
function exclude(found: FoundCall, optimizers: readonly Decay[], { program, scope }: Source): void {
	const { call, use } = found;
	const { callee } = call;
	const [bound] = callee.kind === 'member' && callee.of.kind === 'name' ? scope.parts(callee.of.name, use) : [];
	const value = bound?.value;
	const own = value ? optimizers.filter(({ from, to }) => value.from <= from && to <= value.to) : optimizers;
	const args = new Arguments(found, scope);
	const given = args.get(['var_names'], 1) ?? args.get(['var_list'], 0);
	const names = given && scope.resolve(given, use);
	const said = names?.kind === 'list' ? names.items.flatMap((one) => (one.kind === 'string' ? [one.value] : [])) : [];
	const has = (pattern: RegExp) => said.some((one) => pattern.test(one));
	const isAll = has(/bias/i) && (has(/norm/i) || (has(/gamma/i) && has(/beta/i)));
	for (const one of own) {
		one.covers = isAll ? 'weights' : 'group';
		const written = said.join(', ') || (given && scope.written(given)) || program.text.slice(call.from, call.to);
		one.notes.push(isAll ? note('biases-left-out', call) : note('names-without-decay', call, { names: written }));
	}
}

/** Whether a decay is an optimizer's own 0. */
export const isIdle = ({ isDefault, value }: Decay) => isDefault && value.value === 0;

/** Whether a decay's strength is one beside the loss: that of an optimizer or a layer, but none beside Adam's step. */
export const isBesideLoss = ({ optimizer, covers }: Decay) =>
	optimizer === null ? covers === 'layers' : optimizer.kind !== 'adamw';

/** What a model is compiled with, and where. */
const compiledWith = (source: Source) => {
	const named = source.calls.map((one) => ({ name: compiledOptimizer(one, source), from: one.call.from }));
	return named.find((one): one is { name: string; from: number } => one.name !== null);
};

/** How Keras trains where the optimizer is a string. */
function compiled(source: Source): Decay['optimizer'] {
	const call = compiledWith(source);
	const kind = call && kindOf(call.name);
	if (!kind) return null;
	const learningRate = byDefault(kind === 'sgd' ? 0.01 : 0.001, call.from); // Keras' own
	return { kind, learningRate, momentum: 0, nesterov: false };
}
