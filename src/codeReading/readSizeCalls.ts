import { Arguments, type FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { type Candidate, examplesOf } from './readExamples.ts';
import { byDefault, type Note, note, type Source } from './reading.ts';
import { HELD_OUT, isCalled, SIZES, type Size } from './sizeNames.ts';

/** The sizes that a call says or has by default: loaders, `fit`, trainers and their arguments, data sets. */
export function readSizeCall(found: FoundCall, source: Source, to: Record<Size, Candidate[]>): void {
	const { scope, program, calls } = source;
	const { call, name, path, use } = found;
	const args = new Arguments(found, scope);
	const number = (names: readonly string[], position = -1) => {
		const said = args.get(names, position);
		return said ? scope.number(said, use) : null;
	};
	const add = (size: Size, rank: number, quantity: Quantity | null, notes: Note[] = []) => {
		if (quantity) to[size].push({ rank, quantity, notes });
	};
	const isHeld = () => {
		const target = program.bindings.find(
			({ value }) => value !== null && value.from <= call.from && call.to <= value.to,
		)?.target;
		return HELD_OUT.test(
			`${target ? scope.written(target) : ''} ${call.args[0] ? scope.written(call.args[0].value) : ''}`,
		);
	};
	if (name === 'TensorDataset') {
		const made = call.args[0]?.value; // `TensorDataset(torch.randn(500, 3), …)`
		const rows = made?.kind === 'call' && /(^|\.)(randn?|zeros|ones)$/.test(pathOf(made.callee) ?? '') && made.args[0];
		if (rows && rows.name === null && !isHeld()) add('m', 1, scope.number(rows.value, use));
		const first = /^\w+\[:([\d_]+)\]$/.exec(made ? scope.written(made) : '')?.[1];
		if (first && !isHeld()) add('m', 0, byDefault(Number(first.replaceAll('_', '')), call.from)); // `TensorDataset(X[:8000], …)`
	} else if (name === 'select' && !HELD_OUT.test(scope.written(call.callee)) && !isHeld()) {
		const [range] = call.args; // `ds.select(range(16000))`
		const chosen = range?.value.kind === 'call' && pathOf(range.value.callee) === 'range' ? range.value.args : [];
		if (chosen[0] && chosen.length === 1) add('m', 0, scope.number(chosen[0].value, use));
	} else if (name === 'load_dataset' && !isHeld()) {
		const part = /^train\[:(\d+)\]$/.exec(scope.text(args.get(['split']), use) ?? '')?.[1];
		if (part) add('m', 1, byDefault(Number(part), call.from)); // Hugging Face's
	} else if (/Loader$/.test(name)) {
		const isHeldOut = isHeld();
		const size = number(['batch_size'], 1);
		add('batchSize', isHeldOut ? 3 : 1, size ?? byDefault(1, call.from), size ? [] : [leftOut(call, 'batch_size', 1)]);
	} else if (/^fit(_generator)?$/.test(name)) {
		const epochs = number(['epochs', 'nb_epoch', 'max_epochs']);
		const size = number(['batch_size']);
		add('batchSize', 0, size);
		add('epochs', 0, epochs);
		const isBatched = call.args[0] && /generator|dataset|loader|_ds$|^ds/i.test(scope.written(call.args[0].value));
		const isKeras = calls.some((one) => one.name === 'compile');
		if (!size && !isBatched && isKeras)
			add('batchSize', 4, byDefault(32, call.from), [leftOut(call, 'batch_size', 32)]);
		if (!epochs && isKeras && !args.unknownSpread)
			add('epochs', 4, byDefault(1, call.from), [leftOut(call, 'epochs', 1)]);
	} else if (/DataModule$/.test(name)) add('batchSize', 2, number(['batch_size']));
	else if (/DataLoaders\b/.test(path) || (/^(dataloaders|databunch)$/.test(name) && call.callee.kind === 'member')) {
		const size = number(['bs']); // fastai's
		add('batchSize', 1, size ?? byDefault(64, call.from), size ? [] : [leftOut(call, 'bs', 64)]);
	} else if (/^flow(_from_\w+)?$/.test(name)) add('batchSize', 2, number(['batch_size']) ?? byDefault(32, call.from));
	else if (name === 'add_argument') readArgument(found, source, to);
	else if (name === 'batch' && call.args.length > 0) add('batchSize', 2, number(['batch_size'], 0));
	else if (/TrainingArguments$|Config$/.test(name)) {
		const size = number(['per_device_train_batch_size', 'per_gpu_train_batch_size']);
		const epochs = number(['num_train_epochs']);
		add('batchSize', 0, size);
		add('epochs', 0, epochs);
		if (name.endsWith('TrainingArguments') && !args.unknownSpread) {
			if (!size) add('batchSize', 4, byDefault(8, call.from), [leftOut(call, 'per_device_train_batch_size', 8)]);
			const steps = number(['max_steps']);
			add('steps', 0, steps);
			if (!epochs && !steps) add('epochs', 4, byDefault(3, call.from), [leftOut(call, 'num_train_epochs', 3)]);
		}
	} else if (/Trainer$/.test(name)) add('epochs', 0, number(['max_epochs']));
	else if (/^fit_(one_cycle|flat_cos)$/.test(name)) add('epochs', 0, number(['n_epoch', 'cyc_len'], 0));
	else if (name === 'fine_tune') {
		const frozen = args.get(['freeze_epochs'], 2);
		const epochs = frozen ? scope.written(frozen) : 1;
		add('epochs', 0, number(['epochs'], 0), epochs === '0' ? [] : [note('epochs-frozen', call, { name, epochs })]);
	} else if (args.get(['epochs', 'n_epochs']) && !/PPO/.test(name)) {
		add('epochs', 4, number(['epochs', 'n_epochs']));
		add('batchSize', 4, number(['batch_size', 'batch']));
	}
	to.m.push(...examplesOf(found, source));
}

/** `parser.add_argument("--batch-size", default=32)`, where nothing says it more certainly. */
function readArgument({ call, use }: FoundCall, { scope }: Source, to: Record<Size, Candidate[]>): void {
	const said = call.args.find(({ name }) => name === 'default')?.value;
	if (!said) return;
	for (const { name, value } of call.args) {
		const written = name === null && value.kind === 'string' ? value.value.replace(/^-+/, '').replaceAll('-', '_') : '';
		for (const size of SIZES) {
			const isIt = written.length > 1 && isCalled(written.replace(/^per_device_train_/, ''), size);
			if (!isIt) continue;
			const quantity = scope.number(said, use);
			to[size].push({
				rank: 5,
				quantity:
					quantity.value === null ? quantity : { ...quantity, from: value.from + 1, ways: ['argument-default'] },
			});
		}
	}
}

const leftOut = (at: { from: number }, field: string, value: number): Note => note('left-out', at, { field, value });
