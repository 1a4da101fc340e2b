import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { kindOf, TORCH_ROW } from './optimizers.ts';
import { byDefault, type Decay, decayAt, type Note, note, type Source } from './reading.ts';
import { readMomentum } from './readRate.ts';
import { givenStrength } from './settle.ts';

/** Trainers that have an optimizer inside: Hugging Face's arguments, fastai's Learner. */
export function readTrainer(found: FoundCall, source: Source): Decay[] {
	const args = new Arguments(found, source.scope);
	const isArguments =
		/TrainingArguments$/.test(found.name) ||
		(/^(SFT|DPO|PPO|GRPO|ORPO|KTO|Reward)Config$/.test(found.name) &&
			args.get(['learning_rate', 'weight_decay', 'per_device_train_batch_size']));
	return isArguments ? readTrainingArguments(found, args, source) : readLearner(found, args, source);
}

function readTrainingArguments(found: FoundCall, args: Arguments, { scope, calls }: Source): Decay[] {
	const { call, path, use } = found;
	const optim = scope.text(args.get(['optim']), use) ?? 'adamw_torch';
	const kind = kindOf(optim) ?? 'adamw';
	const row = kind === 'adamw' ? 'huggingface-trainer' : TORCH_ROW[kind];
	const notes: Note[] = [note('biases-left-out', call)];
	const scheduled = scope.text(args.get(['lr_scheduler_type']), use) ?? 'linear';
	if (!scheduled.startsWith('constant')) notes.push(note('schedule', call, { name: scheduled }));
	if (!/^adamw_|^sgd$/.test(optim)) notes.push(note('read-as', call, { name: optim, row }));
	const rate = args.get(['learning_rate']);
	const learningRate = rate ? scope.number(rate, use) : byDefault(5e-5, call.from);
	const said = args.get(['weight_decay']);
	const given = givenStrength(found, args, scope, said, 0, 'weight_decay', notes);
	const decay = decayAt(call, {
		...{ name: path, row, parameter: 'weight_decay', ...given, notes },
		optimizer: { kind, learningRate, momentum: 0, nesterov: false },
	});
	if (!calls.some((one) => /Trainer$/.test(one.name) && bringsOptimizer(one, scope))) return [decay];
	const overruled = { ...decay, row: null, notes: [note('overruled', said ?? call, { parameter: 'weight_decay' })] };
	return said ? [overruled] : [];
}

/** `Trainer(…, optimizers=(optimizer, scheduler))`; a first `None` leaves the optimizer to the trainer. */
function bringsOptimizer({ call, use }: FoundCall, scope: Source['scope']): boolean {
	const given = new Arguments({ call, use }, scope).get(['optimizers']);
	const pair = given && (scope.resolve(given, use) ?? given);
	return pair !== undefined && !(pair.kind === 'list' && pair.items[0]?.kind === 'constant');
}

function readLearner(found: FoundCall, args: Arguments, { scope, calls }: Source): Decay[] {
	const { name, call, path, use } = found;
	const wd = args.get(['wd']);
	if (!/(^|_)[Ll]earner$|^fit(_one_cycle)?$|^fine_tune$/.test(name) || !wd) return [];
	const given = args.get(['opt_func']);
	const parts = given ? [...everyPart(given)] : [];
	const isSgd = parts.some((one) => one.kind === 'name' && one.name === 'SGD');
	const partial = parts.find((one) => one.kind === 'call');
	const momentum = partial?.args.find((one) => one.name === 'mom')?.value;
	const kind = isSgd ? 'sgd' : 'adamw';
	const notes: Note[] = [note('biases-left-out', call)];
	if (!isSgd) notes.push(note('read-as', call, { name: path, row: TORCH_ROW.adamw }));
	const isFit = name.startsWith('fit') || name === 'fine_tune';
	const rate = args.get(['lr', 'lr_max', 'base_lr'], isFit ? 1 : -1);
	const fit = calls.find((one) => /^fit(_one_cycle)?$|^fine_tune$/.test(one.name));
	const later = rate || !fit ? rate : new Arguments(fit, scope).get(['lr_max', 'lr', 'base_lr'], 1);
	return [
		decayAt(call, {
			...{ name: path, row: isSgd ? 'fastai' : TORCH_ROW.adamw, parameter: 'wd' },
			...{ value: scope.number(wd, use), isDefault: false, notes },
			optimizer: {
				kind,
				learningRate: later ? scope.number(later, use) : null,
				momentum: readMomentum(isSgd ? momentum : undefined, scope, use, notes),
				nesterov: false,
			},
		}),
	];
}
