import { Arguments, type FoundCall, hasPart } from './calls.ts';
import { coversOfMask } from './optaxMasks.ts';
import { lastName, pathOf } from './path.ts';
import { calledName } from './products.ts';
import { byDefault, type Decay, decayAt, isTrue, type Note, note, type Source } from './reading.ts';
import { readRate } from './readRate.ts';
import type { Expression } from './syntax.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** Links that turn the gradient into a step of Adam's kind, those that step by a rate, and those that do both. */
const SCALING = /^scale_by_(adam|rms|adagrad|amsgrad|belief|yogi|lion|radam|novograd)/;
const STEPPING = /^(scale|scale_by_learning_rate|scale_by_schedule)$/;
const ROW = { sgd: 'optax', adam: 'pytorch-adam', adamw: 'optax-adamw' } as const;
const DECAYING = /^(add_decayed_weights|additive_weight_decay)$/;
const WHOLE = /^(sgd|adam|rmsprop|noisy_sgd|adagrad|yogi|radam|adabelief)$/;

/**
 * `optax.chain(…, add_decayed_weights(d), …)`: the place of the decay says what it is. Before Adam's scaling, or before a
 * whole optimizer, it is a penalty's gradient; behind the scaling and before the rate it is AdamW's; behind the rate it is added to
 * the weights and makes them grow.
 */
export function readChain(found: FoundCall, source: Source): Decay[] {
	const { call, name, use } = found;
	const { scope } = source;
	if (DECAYING.test(name)) return readLink(found, source);
	if (name !== 'chain') return [];
	const written = call.args.flatMap(({ value, spread }) => {
		const list = spread === 1 ? scope.resolve(value, use) : null;
		return list?.kind === 'list' ? list.items : [value];
	});
	const links = written.map((value) => {
		const found = scope.resolve(value, use);
		// `optax.masked(optax.add_decayed_weights(d), mask)`
		const isMasked = found?.kind === 'call' && calledName(found.callee) === 'masked';
		const link = isMasked && found.args[0] ? scope.resolve(found.args[0].value, use) : found;
		return {
			mask: isMasked ? found.args[1]?.value : undefined,
			expression: link ?? value,
			name: link?.kind === 'call' ? lastName(pathOf(link.callee) ?? '') : '',
			isGiven: link === null && value.kind === 'name',
		};
	});
	const place = links.findIndex((link) => DECAYING.test(link.name));
	const link = links[place];
	if (link?.expression.kind !== 'call') return [];
	const args = new Arguments({ call: link.expression, use }, scope);
	const said = args.get(['weight_decay'], 0);
	const masked = link.mask ?? args.get(['mask'], 1);
	const kept = masked && coversOfMask(masked, source, use);
	const notes: Note[] = kept?.notes ?? [];
	const [before, after] = [links.slice(0, place), links.slice(place + 1)];
	const has = (some: typeof links, pattern: RegExp) => some.some((one) => pattern.test(one.name));
	const isBehindStep = has(before, STEPPING) || has(before, WHOLE);
	const isDecoupled = has(before, SCALING);
	const isAdaptive = has(after, SCALING) || after.some((one) => WHOLE.test(one.name) && !/sgd/.test(one.name));
	const kind = isDecoupled ? 'adamw' : isAdaptive ? 'adam' : 'sgd';
	// Behind a momentum of its own the decay is that of SGDW, before it that of SGD.
	const isBesideMomentum = kind === 'sgd' && has(before, /^trace$/);
	const own = isBesideMomentum ? 'timm-sgdw' : ROW[kind];
	if (isBehindStep) notes.push(note('grows-weights', link.expression));
	const ratio = after.find((one) => one.name === 'scale_by_trust_ratio')?.expression;
	const isRated = ratio !== undefined && kind !== 'sgd'; // the decay goes through the ratio
	if (ratio) notes.push(note(isRated ? 'trust-ratio' : 'rate-by-layer', ratio, { name: 'scale_by_trust_ratio' }));
	if ((kind !== 'sgd' || isBesideMomentum) && !isBehindStep && !isRated)
		notes.push(note('read-as', link.expression, { name: 'add_decayed_weights', row: own }));
	const stepping = links.find((one) => STEPPING.test(one.name) || WHOLE.test(one.name))?.expression;
	const given = stepping ? undefined : links.find(({ isGiven }) => isGiven); // an optimizer that is passed in
	if (given) notes.push(note('unknown-optimizer', given.expression, { name: scope.written(given.expression) }));
	return [
		decayAt(call, {
			...{ name: 'optax.add_decayed_weights', row: isBehindStep || isRated || given ? null : own },
			...{ parameter: 'weight_decay', notes },
			...withoutMisspelt(
				said
					? { value: scope.number(said, use), isDefault: false }
					: { value: byDefault(0, link.expression.from), isDefault: true },
				args,
				{ name: link.name, arguments: ['weight_decay', 'mask'], strength: ['weight_decay'], isComplete: true },
				notes,
			),
			optimizer: {
				kind: given ? null : kind,
				...rateOf(stepping, scope, use, notes),
				...momentumOf(links.find(({ name: one }) => one === 'trace')?.expression, scope, use),
			},
			covers: kept?.covers ?? 'everything',
		}),
	];
}

/** A decay that stands in no chain: one that is put before an optimizer is a penalty's gradient. */
function readLink({ call, use, path }: FoundCall, source: Source): Decay[] {
	const chains = source.calls.filter(({ name }) => name === 'chain');
	const isWithin = chains.some((chain) =>
		hasPart(chain.call, (one) => one === call || holds(one, call, source, chain.use)),
	);
	const isSpread = chains.some((chain) => chain.call.args.some(({ spread }) => spread > 0));
	const args = new Arguments({ call, use }, source.scope);
	const said = args.get(['weight_decay'], 0);
	if (isWithin || isSpread || !said) return [];
	const mask = args.get(['mask'], 1);
	const kept = mask && coversOfMask(mask, source, use);
	return [
		decayAt(call, {
			...{ name: path, row: 'optax', parameter: 'weight_decay', value: source.scope.number(said, use) },
			covers: kept?.covers ?? 'everything',
			notes: [...(kept?.notes ?? []), note('no-chain', call, { name: path })],
		}),
	];
}

/** Whether a link of a chain is a name for a decay, or for one with a mask. */
function holds(link: Expression, decay: Expression, { scope }: Source, use: FoundCall['use']): boolean {
	const made = link.kind === 'name' ? scope.resolve(link, use) : null;
	return made !== null && made.from <= decay.from && decay.to <= made.to;
}

/** `optax.trace(decay=0.9, nesterov=True)`. */
function momentumOf(trace: Expression | undefined, scope: Source['scope'], use: FoundCall['use']) {
	if (trace?.kind !== 'call') return {};
	const args = new Arguments({ call: trace, use }, scope);
	const decay = args.get(['decay'], 0);
	return { momentum: (decay && scope.number(decay, use).value) || 0, nesterov: isTrue(args.get(['nesterov'])) };
}

function rateOf(step: Expression | undefined, scope: Source['scope'], use: FoundCall['use'], notes: Note[]) {
	if (step?.kind !== 'call') return { learningRate: null, momentum: 0, nesterov: false };
	const args = new Arguments({ call: step, use }, scope);
	const rate = args.get(['learning_rate', 'step_size', 'step_size_fn'], 0);
	const found = rate && readRate(rate, scope, use, notes);
	const isSgd = pathOf(step.callee)?.endsWith('sgd') ?? false;
	const momentum = args.get(['momentum'], isSgd ? 1 : -1);
	const isNegative = found?.value !== undefined && found.value !== null && found.value < 0;
	return {
		learningRate: found ? (isNegative ? { ...found, value: -found.value } : found) : null,
		momentum: (momentum && scope.number(momentum, use).value) || 0,
		nesterov: isTrue(args.get(['nesterov'], isSgd ? 2 : -1)),
	};
}
