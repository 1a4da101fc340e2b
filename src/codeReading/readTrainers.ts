import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { kindOf, TORCH_ROW } from './optimizers.ts';
import { byDefault, type Decay, decayAt, type Note, note, type Source } from './reading.ts';
import { readMomentum } from './readRate.ts';
import { givenStrength } from './settle.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** Trainers that have an optimizer inside: Hugging Face's arguments, fastai's Learner. */
export function readTrainer(found: FoundCall, source: Source): Decay[] {
	const args = new Arguments(found, source.scope);
	const isArguments =
		/TrainingArguments$/.test(found.name) ||
		(/^(SFT|DPO|PPO|GRPO|ORPO|KTO|Reward)Config$/.test(found.name) &&
			args.get(['learning_rate', 'weight_decay', 'per_device_train_batch_size']));
	return isArguments ? readTrainingArguments(found, args, source) : readLearner(found, args, source);
}

const STRENGTH = ['weight_decay'];

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
	const known = { name: found.name, arguments: STRENGTH, strength: STRENGTH, isComplete: false };
	const own = givenStrength(found, args, scope, said, 0, 'weight_decay', notes);
	const given = withoutMisspelt(own, args, known, notes);
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

/** What trains fastai's Learner, and how it calls η. */
const FITTING = /^fit(_one_cycle|_flat_cos)?$|^fine_tune$/;
const RATES = ['lr', 'lr_max', 'max_lr', 'base_lr'];

/**
 * `vision_learner(…, wd=0.1)` and `learn.fit_one_cycle(4, wd=0.1)`; 0.01, the default of its Adam, where neither says it. A learner's
 * holds in every fit that has none of its own, with the η of that.
 */
function readLearner(found: FoundCall, args: Arguments, { scope, calls }: Source): Decay[] {
	const { name, call, path, use } = found;
	const wd = args.get(['wd']);
	const isLearner = /(^|_)[Ll]earner$/.test(name);
	if (!isLearner && !FITTING.test(name)) return [];
	const given = args.get(['opt_func']);
	const fits = isLearner ? calls.filter((one) => FITTING.test(one.name) && one.call.callee.kind === 'member') : [];
	const own = fits.filter((fit) => !new Arguments(fit, scope).get(['wd']));
	if (!wd && (!isLearner || given || own.length === 0)) return [];
	if (wd && fits.length > 0 && own.length === 0) {
		scope.see(wd.from); // every fit has another
		return [];
	}
	const parts = given ? [...everyPart(given)] : [];
	const isSgd = parts.some((one) => one.kind === 'name' && one.name === 'SGD');
	const momentum = parts.find((one) => one.kind === 'call')?.args.find((one) => one.name === 'mom')?.value;
	const rates = (isLearner && !args.get(RATES) ? own : [found]).map((one) => ({
		rate: new Arguments(one, scope).get(RATES, isLearner && one === found ? -1 : 1),
		cycle: /^fit$|earner$/.test(one.name) ? null : one,
	}));
	const written = rates.map(({ rate }) => (rate ? scope.written(rate) : ''));
	const distinct = rates.filter((_, at) => written.indexOf(written[at] ?? '') === at);
	return (distinct.length > 0 ? distinct : [{ rate: undefined, cycle: null }]).map(({ rate, cycle }) => {
		const notes: Note[] = [note('biases-left-out', call)];
		if (!isSgd) notes.push(note('read-as', call, { name: path, row: TORCH_ROW.adamw }));
		const isTuned = cycle?.name === 'fine_tune'; // halves its rate once nothing is frozen
		const rates = isTuned ? ' (base_lr/2/lr_mult … base_lr/2)' : '';
		if (cycle) notes.push(note('schedule', cycle.call, { name: `${cycle.name}${rates}` }));
		const own = rate ? scope.number(rate, use) : isTuned ? byDefault(2e-3, call.from) : null;
		const learningRate = isTuned && own && own.value !== null ? { ...own, value: own.value / 2, of: own.value } : own;
		return decayAt(call, {
			...{ name: path, row: isSgd ? ('fastai' as const) : TORCH_ROW.adamw, parameter: 'wd' },
			...{ value: wd ? scope.number(wd, use) : byDefault(0.01, call.from), isDefault: !wd, notes },
			optimizer: {
				kind: isSgd ? 'sgd' : 'adamw',
				learningRate,
				momentum: readMomentum(isSgd ? momentum : undefined, scope, use, notes),
				nesterov: false,
			},
		});
	});
}
