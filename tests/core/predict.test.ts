/** A network that is asked again says what training has measured of it, to float32. */
import { describe, expect, test } from 'vitest';
import { host, train } from '../../scripts/nodeHost.ts';
import { at } from '../../src/at.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import type { Sample } from '../../src/data/sample.ts';
import { predict } from '../../src/engine/predict.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { expectClose } from './expectClose.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const numbers = (prediction: unknown) => prediction as number[]; // of one output
const training = { epochs: 200, recordEvery: 100 };

/** A spec, its data without any scaling, and the loss of predictions in the units that the run trains in. */
const CASES: { what: string; spec: RunSpecInput }[] = [
	{ what: 'a generator', spec: { data: { kind: 'moons' }, optimizer: { learningRate: 0.1 }, training } },
	{
		what: 'standardized columns',
		spec: { data: { kind: 'breast-cancer' }, optimizer: { learningRate: 0.05 }, training },
	},
	{
		what: 'classes on standardized columns, some of them constant',
		spec: { data: { kind: 'digits', m: 300 }, network: { hidden: [20] }, optimizer: { learningRate: 0.1 }, training },
	},
	{ what: 'columns as they are', spec: { data: { kind: 'wine', standardize: false }, training } },
	{
		what: 'rows that validate',
		spec: { data: { kind: 'breast-cancer', validation: 100 }, optimizer: { learningRate: 0.05 }, training },
	},
];

describe.each(['fused', 'reference'] as const)('%s', (engine) => {
	test.each(CASES)('$what: the same losses, and the same rows classified rightly', async ({ spec: input }) => {
		const epochs = engine === 'fused' ? 200 : 20;
		const spec = canonical({ ...input, engine, training: { epochs, recordEvery: 10 }, output: { weights: true } });
		const { final, weights } = await train(spec);
		if (!weights) throw new Error('it diverged');
		const data = 'standardize' in spec.data ? { ...spec.data, standardize: false } : spec.data;
		const { train: rows, test: heldOut } = await loadDataSet(data, host.tables);
		const resolved = resolve(spec);
		const from = resolved.facts.validationRows;
		const tested = { X: heldOut?.X.slice(from) ?? [], y: heldOut?.y.slice(from) ?? [] };
		const judge = async ({ X, y }: Sample) => {
			const said = await predict(resolved, weights, X, host);
			const probability = (i: number) => {
				const p = at<number | null | (number | null)[]>(said.prediction, i);
				return Array.isArray(p) ? at(p, at(y, i)) : at(y, i) === 1 ? p : 1 - (p ?? Number.NaN);
			};
			return {
				loss: mean(y.map((_, i) => -Math.log(probability(i) ?? Number.NaN))),
				accuracy: mean(y.map((own, i) => Number(said.class?.[i] === own))),
			};
		};
		const [ofTraining, ofTest] = [await judge(rows), await judge(tested)];
		expectClose([ofTraining.loss, ofTest.loss], [final.dataLoss ?? 0, final.testLoss ?? 0], 1e-5);
		expect(ofTraining.accuracy).toBeCloseTo(final.trainAccuracy ?? 0, 12);
		expect(ofTest.accuracy).toBeCloseTo(final.testAccuracy ?? 0, 12);
	});
});

test('a regression is given back in the units of its targets', async () => {
	const kind = { kind: 'diabetes', m: 200 } as const;
	const spec = canonical({
		data: { ...kind, standardizeTargets: true },
		network: { hidden: [] },
		optimizer: { learningRate: 0.1 },
		training: { epochs: 500, recordEvery: 500 },
		output: { weights: true },
	});
	const { final, weights } = await train(spec);
	if (!weights) throw new Error('it diverged');
	const raw = await loadDataSet(canonical({ data: { ...kind, standardize: false } }).data, host.tables);
	const said = numbers((await predict(resolve(spec), weights, raw.train.X, host)).prediction);
	const squares = mean(raw.train.y.map((y, i) => (y - at(said, i)) ** 2));
	const variance = mean(raw.train.y.map((y) => (y - mean(raw.train.y)) ** 2));
	expectClose(squares / variance / 2, final.dataLoss, 1e-5); // half the squared error in units of the variance
	expectClose(mean(said), mean(raw.train.y), 1e-5); // an intercept that has converged
});

test('points of a boundary have its probabilities', async () => {
	const spec = canonical({
		data: { kind: 'moons' },
		optimizer: { learningRate: 0.1 },
		output: { weights: true, boundary: { resolution: 9 } },
	});
	const { boundary, weights } = await train(spec);
	if (!boundary || !weights) throw new Error('it diverged');
	const place = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / 8;
	const X = Array.from({ length: 81 }, (_, i) => [place(boundary.x, i % 9), place(boundary.y, Math.floor(i / 9))]);
	const said = await predict(resolve(spec), weights, X, host);
	expectClose(numbers(said.prediction), boundary.probability, 1e-6);
});

test('what float32 does not hold is null', async () => {
	const spec = canonical({
		data: { kind: 'inline', X: [[0], [1]], y: [0.5, 1] },
		network: { hidden: [] },
		training: { epochs: 1 },
	});
	const said = await predict(resolve(spec), { W: [[[1e38]]], b: [[0]] }, [[1e9], [1]], host);
	expect(said.prediction).toEqual([null, Math.fround(1e38)]);
});
