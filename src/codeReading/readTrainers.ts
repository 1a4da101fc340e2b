import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { kindOf, TORCH_ROW } from './optimizers.ts';
import { byDefault, type Decay, type Note, type Source } from './reading.ts';

/** Trainers that have an optimizer inside: Hugging Face's arguments, fastai's Learner. */
export function readTrainer(found: FoundCall, source: Source): Decay[] {
	const { name, call, path, use } = found;
	const { scope } = source;
	const args = new Arguments(found, scope);
	const isHuggingFace =
		/TrainingArguments$/.test(name) ||
		(/^(SFT|DPO|PPO|GRPO|ORPO|KTO|Reward)Config$/.test(name) &&
			args.get(['learning_rate', 'weight_decay', 'per_device_train_batch_size']));
	if (isHuggingFace) {
		const optim = scope.text(args.get(['optim']), use) ?? 'adamw_torch';
		const kind = kindOf(optim) ?? 'adamw';
		const notes: Note[] = [{ code: 'biases-left-out', from: call.from, params: {} }];
		const scheduled = scope.text(args.get(['lr_scheduler_type']), use) ?? 'linear';
		if (!scheduled.startsWith('constant'))
			notes.push({ code: 'schedule', from: call.from, params: { name: scheduled } });
		if (!/^adamw_|^sgd$/.test(optim))
			notes.push({
				code: 'read-as',
				from: call.from,
				params: { name: optim, row: kind === 'adamw' ? 'huggingface-trainer' : TORCH_ROW[kind] },
			});
		const rate = args.get(['learning_rate']);
		return [
			trainerDecay(found, {
				kind,
				row: kind === 'adamw' ? 'huggingface-trainer' : TORCH_ROW[kind],
				said: args.get(['weight_decay']),
				fallback: 0,
				parameter: 'weight_decay',
				learningRate: rate ? scope.number(rate, use) : byDefault(5e-5, call.from),
				notes,
				source,
				args,
			}),
		];
	}
	const wd = args.get(['wd']);
	if (!/(^|_)[Ll]earner$|^fit(_one_cycle)?$|^fine_tune$/.test(name) || !wd) return [];
	const given = args.get(['opt_func']);
	const isSgd = given !== undefined && [...everyPart(given)].some((one) => one.kind === 'name' && one.name === 'SGD');
	const rate = args.get(['lr', 'lr_max', 'base_lr'], name.startsWith('fit') || name === 'fine_tune' ? 1 : -1);
	const notes: Note[] = [
		{ code: 'biases-left-out', from: call.from, params: {} },
		...(isSgd ? [] : [{ code: 'read-as', from: call.from, params: { name: path, row: TORCH_ROW.adamw } } as const]),
	];
	const fit = source.calls.find((one) => /^fit(_one_cycle)?$|^fine_tune$/.test(one.name));
	const later = rate || !fit ? rate : new Arguments(fit, scope).get(['lr_max', 'lr', 'base_lr'], 1);
	const learningRate = later ? scope.number(later, use) : null;
	const kind = isSgd ? 'sgd' : 'adamw';
	return [
		trainerDecay(found, {
			kind,
			row: isSgd ? 'fastai' : TORCH_ROW.adamw,
			said: wd,
			fallback: 0,
			parameter: 'wd',
			learningRate,
			notes,
			source,
			args,
		}),
	];
}

interface TrainerParts {
	kind: 'sgd' | 'adam' | 'adamw';
	row: NonNullable<Decay['row']>;
	said: ReturnType<Arguments['get']>;
	fallback: number;
	parameter: string;
	learningRate: NonNullable<Decay['optimizer']>['learningRate'];
	notes: Note[];
	source: Source;
	args: Arguments;
}

function trainerDecay(
	{ call, path, use }: FoundCall,
	{ kind, row, said, fallback, parameter, learningRate, notes, source: { scope }, args }: TrainerParts,
): Decay {
	const spread = args.unknownSpread;
	const isHidden = !said && spread !== null;
	if (isHidden)
		notes.push({ code: 'spread-unknown', from: spread.from, params: { written: `**${scope.written(spread.value)}` } });
	return {
		name: path,
		from: call.from,
		to: call.to,
		row,
		parameter,
		value: said
			? scope.number(said, use)
			: isHidden
				? { value: null, from: call.from, unknown: { code: 'computed', written: scope.written(spread.value) } }
				: byDefault(fallback, call.from),
		isDefault: !said && !isHidden,
		optimizer: { kind, learningRate, momentum: 0, nesterov: false },
		covers: 'weights',
		count: 1,
		notes,
	};
}
