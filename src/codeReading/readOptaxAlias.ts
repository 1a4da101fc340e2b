import { type Arguments, type FoundCall, hasPart } from './calls.ts';
import { coversOfMask } from './optaxMasks.ts';
import { type OptimizerEntry, ofLayers } from './optimizers.ts';
import { lastName, pathOf } from './path.ts';
import { byDefault, type Decay, decayAt, isTrue, type Note, note, type Source } from './reading.ts';
import { readMomentum, readRate } from './readRate.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** `optax.adamw(…)` outside of a chain, which reads its parts itself. */
export function readOptaxAlias(
	{ call, path, use }: FoundCall,
	args: Arguments,
	entry: OptimizerEntry,
	source: Source,
): Decay[] {
	const { scope } = source;
	const name = lastName(path);
	const notes: Note[] = [];
	const rate = args.get(['learning_rate'], 0);
	const position = entry.order.indexOf('weight_decay');
	const said = position < 0 ? undefined : args.get(['weight_decay'], position);
	const momentum = args.get(['momentum'], entry.order.indexOf('momentum'));
	const masked = args.get(['mask']);
	const kept = masked && coversOfMask(masked, source, use);
	notes.push(...(kept?.notes ?? []), ...ofLayers(call, path, entry));
	if (entry.row && entry.isLike) notes.push(note('read-as', call, { name, row: entry.row }));
	const learningRate = rate ? readRate(rate, scope, use, notes) : null;
	const given = said
		? { value: scope.number(said, use), isDefault: false }
		: { value: byDefault(entry.defaultDecay, call.from), isDefault: true };
	const known = { name, arguments: entry.order, strength: ['weight_decay'], isComplete: entry.isComplete ?? false };
	return [
		decayAt(call, {
			...{ name: path, row: entry.row, parameter: 'weight_decay', notes },
			...withoutMisspelt(given, args, known, notes),
			optimizer: {
				kind: entry.kind,
				learningRate,
				momentum: readMomentum(momentum, scope, use, notes),
				nesterov: isTrue(args.get(['nesterov'])),
			},
			covers: kept?.covers ?? 'everything',
		}),
	];
}

/** Whether an optimizer is a link of a chain that has a decay of its own. */
export const isWithinChain = ({ call }: FoundCall, { calls }: Source) =>
	calls.some(
		({ name, call: chain }) =>
			name === 'chain' &&
			chain.from < call.from &&
			call.to <= chain.to &&
			hasPart(
				chain,
				(one) => one.kind === 'call' && /add_decayed_weights$|additive_weight_decay$/.test(pathOf(one.callee) ?? ''),
			),
	);
