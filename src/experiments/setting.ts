import type { Text } from '../language.ts';
import { roundTo } from '../numberFormat.ts';
import { dataFacts, layerWidths } from '../schema/dimensions.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Setting } from '../schema/setting.ts';

/** Digits of a strength or a rate: what committed results keep, so that 0.1·0.03 is 0.003. */
const DIGITS = 5;

/**
 * What the runs of an experiment are trained on and with, each value once.
 *
 * @param specs in canonical form
 * @param computed what is computed beside the engine, in words; null for nothing
 */
export function settingOf(specs: readonly RunSpec[], computed: Text | null): Setting {
	return {
		models: distinct(specs.map(modelOf)),
		data: distinct(specs.map(({ data }) => ({ kind: data.kind, ...('noise' in data && { noise: data.noise }) }))),
		m: ascending(specs.map(({ data }) => dataFacts(data).m)),
		optimizers: collect(specs.map(optimizerOf)).map(([optimizer, learningRates]) => {
			const { kind, ...rest } = optimizer;
			return { kind, learningRates, ...rest };
		}),
		penalties: collect(specs.map(penaltyOf)).map(([penalty, lambdas]) => ({ ...penalty, lambdas })),
		dropout: ascending(specs.map(({ regularizers }) => regularizers.dropout)),
		inputNoise: ascending(specs.map(({ regularizers }) => regularizers.inputNoise)),
		batchSizes: distinct(specs.flatMap(batchSizesOf)),
		epochs: ascending(specs.flatMap(({ training }) => ('epochs' in training ? [training.epochs] : []))),
		steps: ascending(specs.flatMap(({ training }) => ('batches' in training ? [training.batches.length] : []))),
		seeds: countSeeds(specs),
		runs: specs.length,
		...(computed && { computed }),
	};
}

function modelOf(spec: RunSpec): Setting['models'][number] {
	return { layers: layerWidths(spec, dataFacts(spec.data)), activation: spec.network.activation };
}

type Optimizer = Omit<Setting['optimizers'][number], 'learningRates'>;

/** An optimizer without its learning rate, and that. */
function optimizerOf({ optimizer, training }: RunSpec): [Optimizer, number] {
	const { kind, learningRate } = optimizer;
	const { learningRateDecay } = training;
	if (kind === 'adam' || optimizer.momentum === 0) return [{ kind, learningRateDecay }, learningRate];
	const { momentum, nesterov } = optimizer;
	return [{ kind, learningRateDecay, momentum, ...(nesterov && { nesterov }) }, learningRate];
}

/** A penalty without its strength, and that. */
function penaltyOf({ penalty }: RunSpec): [Omit<Setting['penalties'][number], 'lambdas'>, number] {
	const { norm, scaling, application, lambda } = penalty;
	return [{ norm, scaling, application }, lambda];
}

function batchSizesOf({ data, training }: RunSpec): (number | 'full')[] {
	const { m } = dataFacts(data);
	const sizes = 'batches' in training ? training.batches.map(({ length }) => length) : [training.batchSize];
	return sizes.map((size) => (size === m ? 'full' : size));
}

/** A seed may draw the data, the initial weights or both. */
function countSeeds(specs: readonly RunSpec[]): number {
	const ofData = specs.flatMap(({ data }) => ('seed' in data ? [data.seed] : []));
	const ofWeights = specs.flatMap(({ init }) => ('seed' in init ? [init.seed] : []));
	return Math.max(new Set(ofData).size, new Set(ofWeights).size);
}

/** Each once, in the order in which they come. */
const distinct = <Value>(values: readonly Value[]): Value[] => [
	...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

const ascending = (values: readonly number[]): number[] =>
	[...new Set(values.map((value) => roundTo(value, DIGITS)))].sort((a, b) => a - b);

/** What is used at several numbers, once, with all of them. */
function collect<Value>(pairs: readonly [Value, number][]): [Value, number[]][] {
	const keyOf = (value: Value) => JSON.stringify(value);
	return distinct(pairs.map(([value]) => value)).map((value) => [
		value,
		ascending(pairs.filter(([other]) => keyOf(other) === keyOf(value)).map(([, number]) => number)),
	]);
}
