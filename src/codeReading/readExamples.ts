import { Arguments, type FoundCall } from './calls.ts';
import { frameOf, GENERATED, GENERATORS, KERAS_SIZES, KNOWN_SIZES } from './dataSets.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, computed, isTrue, type Note, note, type Source } from './reading.ts';
import { chosenOf } from './readSubsets.ts';
import { isSeenData } from './seenData.ts';
import type { Binding, Expression } from './syntax.ts';

/** A place that says a size. Those of a lower rank are asked first; two of one rank must agree. */
export interface Candidate {
	rank: number;
	quantity: Quantity;
	notes?: Note[];
	/** Whether only the shape of a variable says it: a batch that is larger shows that it was another's. */
	isGuess?: true;
}

const INPUTS = /^(x|inputs?|features|data|x_?train|train_?x|x_tr)$/i;

/** The examples of a generator (`make_moons(n_samples=500)`) or of a data set that is always of one size. */
export function examplesOf(found: FoundCall, { scope, program }: Source): Candidate[] {
	const { call, name, path, use } = found;
	const args = new Arguments(found, scope);
	if (GENERATORS.test(name)) {
		const said = args.get(['n_samples'], 0);
		return [{ rank: 1, quantity: said ? scope.number(said, use) : byDefault(GENERATED, call.from) }];
	}
	const frame = frameOf(found, program);
	const known = frame?.examples ?? (Object.hasOwn(KNOWN_SIZES, name) ? KNOWN_SIZES[name] : undefined);
	const part = args.get(['train', 'split']);
	const isTest =
		(part?.kind === 'constant' && part.value === false) || (part?.kind === 'string' && part.value === 'test');
	const module = path.split('.').at(-2) ?? '';
	const keras = name === 'load_data' && Object.hasOwn(KERAS_SIZES, module) ? KERAS_SIZES[module] : undefined;
	const size = known ?? keras;
	if (size !== undefined && !isTest && !args.get(['n_class'])) {
		const params = { name: frame?.name ?? (keras === undefined ? name : module), examples: size };
		return [
			{ rank: 1, quantity: byDefault(size, call.from), notes: [{ code: 'known-data-set', from: call.from, params }] },
		];
	}
	return [];
}

/** `X = np.zeros((500, 3))`, `X = torch.randn(500, 3)`, R's `X <- matrix(rnorm(1500), 500, 3)`. */
export function readInputs(binding: Binding, source: Source, to: Candidate[]): void {
	const { scope } = source;
	const { target, value } = binding;
	if (target.kind !== 'name' || !INPUTS.test(target.name) || value?.kind !== 'call' || value.callee.kind === 'call')
		return;
	const callee = value.callee.kind === 'member' || value.callee.kind === 'name' ? value.callee.name : '';
	const args = new Arguments({ call: value, use: binding }, scope);
	const add = (rows: Expression | undefined) => {
		const quantity = rows && scope.number(rows, binding);
		const seen = quantity && quantity.value !== 1 ? isSeenData(target.name, source) : false;
		if (quantity && seen) to.push({ rank: 1, quantity, ...(seen !== 'held' && { isGuess: true }) });
	};
	if (callee === 'matrix') {
		add(args.get(['nrow'], 1));
		return;
	}
	if (!/^(zeros|ones|empty|full|randn|rand|random|normal|uniform|standard_normal|randint|random_sample)$/.test(callee))
		return;
	const shape =
		args.get(['size', 'shape']) ??
		value.args.map((one) => one.value).find(({ kind }) => kind === 'list') ??
		args.get([], 0);
	const list = shape && (scope.resolve(shape, binding) ?? shape);
	add(list?.kind === 'list' ? list.items[0] : /^(randn|rand|zeros|ones|empty)$/.test(callee) ? shape : undefined);
}

/** The examples that are trained on: what a split leaves of them, and then scikit-learn's `early_stopping`. */
export function trained(m: Quantity | null, source: Source, notes: Note[]): Quantity | null {
	const left = splitOff(chosenOf(m, source, notes), source, notes);
	for (const { name, call, use } of source.calls) {
		if (!/^(MLP|SGD|HistGradientBoosting)(Classifier|Regressor)$/.test(name)) continue;
		const args = new Arguments({ call, use }, source.scope);
		if (!isTrue(args.get(['early_stopping']))) continue;
		const given = args.get(['validation_fraction']);
		const share = given ? source.scope.number(given, use).value : 0.1;
		notes.push(note('held-out', call, { name: `${name}(early_stopping=True)`, share: share ?? '' }));
		if (left && left.value !== null && share !== null)
			return { ...left, value: left.value - Math.ceil(share * left.value) };
	}
	return left;
}

/** What `train_test_split` or `random_split` leaves of the examples. */
function splitOff(m: Quantity | null, { calls, scope }: Source, notes: Note[]): Quantity | null {
	const split = calls.find(({ name }) => name === 'train_test_split');
	const [held] = calls.flatMap((found) => {
		const name = found.name === 'fit' ? 'validation_split' : 'valid_pct'; // fastai's
		const given = new Arguments(found, scope).get([name]);
		const share = given ? scope.number(given, found.use).value : null;
		return share === null ? [] : [{ share, name, from: found.call.from }];
	});
	if (m === null || m.value === null) {
		for (const one of calls) {
			const part = /(^|\.)load_dataset$|^(tfds|tensorflow_datasets)\.load$/.test(one.path)
				? scope.text(new Arguments(one, scope).get(['split']), one.use)
				: null;
			const [, percent] = /^train\[:(\d+)%\]$/.exec(part ?? '') ?? [];
			if (percent)
				notes.push(note('held-out', one.call, { name: `split = '${part}'`, share: `${100 - Number(percent)}%` }));
		}
		const size = split && new Arguments(split, scope).get(['test_size']);
		if (split) notes.push(note('held-out', split.call, { name: split.name, share: size ? scope.written(size) : 0.25 }));
		else if (held) notes.push(note('held-out', held, { name: held.name, share: held.share }));
		return m;
	}
	const left = (value: number, from: number) => {
		notes.push({ code: 'found-by', from, params: { way: 'split', value } });
		return { ...m, value };
	};
	for (const found of split ? [] : calls) {
		const parts = found.name === 'random_split' ? new Arguments(found, scope).get(['lengths'], 1) : undefined;
		const part = parts?.kind === 'list' && parts.items[0] ? scope.number(parts.items[0], found.use).value : null;
		if (part !== null) return left(part < 1 ? Math.floor(m.value * part) : part, found.call.from);
	}
	if (!split) return held ? left(Math.floor(m.value * (1 - held.share)), held.from) : m;
	const args = new Arguments(split, scope);
	const test = args.get(['test_size']);
	const train = args.get(['train_size']);
	const share = test ? scope.number(test, split.use).value : train ? scope.number(train, split.use).value : 0.25;
	if (share === null) return computed(m.from, scope.written(split.call));
	const tested =
		test || !train
			? share < 1
				? Math.ceil(m.value * share)
				: share
			: m.value - (share < 1 ? Math.floor(m.value * share) : share);
	return left(m.value - tested, split.call.from);
}
