/** What a run is judged by, held against scikit-learn's own functions on what the network says. */
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { host } from '../../scripts/nodeHost.ts';
import { at } from '../../src/at.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { predict } from '../../src/engine/predict.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train, trainAndJudge } from '../../src/engine/train.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { finalNumbers } from '../../src/schema/finalNumbers.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { expectClose } from './expectClose.ts';
import { pythonWith } from './export/python.ts';

const SCORES = `
import json, sys
import numpy as np
from sklearn.metrics import confusion_matrix, log_loss, mean_absolute_error, mean_squared_error, r2_score

def score(asked):
    y, said = np.array(asked["y"]), np.array(asked["said"])
    if "classes" not in asked:
        return [r2_score(y, said), float(np.sqrt(mean_squared_error(y, said))), mean_absolute_error(y, said)]
    labels = list(range(asked["classes"]))
    return [confusion_matrix(y, asked["class"], labels=labels).tolist(), log_loss(y, said, labels=labels)]

print(json.dumps([score(asked) for asked in json.load(sys.stdin)]))
`;

const program = pythonWith('sklearn');

const training = { epochs: 100, recordEvery: 100 };
const optimizer = { learningRate: 0.05 };

/** A judged run, its own data and what its network says of them. */
async function judge(input: RunSpecInput) {
	const resolved = resolve(canonical({ ...input, output: { weights: true } }));
	const { final, weights } = await trainAndJudge(resolved, host);
	if (!weights) throw new Error('it diverged');
	const data = await loadDataSet(resolved.spec.data, host.tables);
	const { validationRows } = resolved.facts;
	const samples = {
		train: data.train,
		...(data.test && { test: { X: data.test.X.slice(validationRows), y: data.test.y.slice(validationRows) } }),
	};
	// Rows that are standardised already must not be once more.
	const plain = { ...resolved, spec: { ...resolved.spec, data: { ...resolved.spec.data, kind: 'inline' } as never } };
	return { final, samples, say: (X: number[][]) => predict(plain, weights, X, host) };
}

const CASES: [string, RunSpecInput, number?][] = [
	['diabetes', { data: { kind: 'diabetes', standardizeTargets: true }, optimizer, training }],
	['a teacher', { data: { kind: 'linear-teacher', m: 50, features: 4 }, loss: 'squared-error', optimizer, training }],
	['rows that validate', { data: { kind: 'diabetes', validation: 50 }, optimizer: { learningRate: 1e-5 }, training }],
	['no held-out rows', { data: { kind: 'inline', X: [[0], [1], [2]], y: [0.5, 1, 2.5] }, optimizer, training }],
	['two classes', { data: { kind: 'moons', m: 100 }, optimizer, training }, 2],
	['softmax of two', { data: { kind: 'moons' }, loss: 'softmax-cross-entropy', optimizer, training }, 2],
	['ten classes', { data: { kind: 'digits', m: 300 }, network: { hidden: [16] }, optimizer, training }, 10],
	['a class that is never predicted', { data: { kind: 'wine', m: 60 }, training: { epochs: 1 } }, 3],
];

describe.skipIf(program === null)('as scikit-learn has it', () => {
	const judged: Awaited<ReturnType<typeof judge>>[] = [];
	const scores = new Map<string, [number | number[][], number, number?]>();

	// Python once for all cases: it takes seconds to load scikit-learn.
	beforeAll(async () => {
		const asked: { key: string; given: object }[] = [];
		for (const [index, [, input, classes]] of CASES.entries()) {
			const run = await judge(input);
			judged.push(run);
			for (const [name, { X, y }] of Object.entries(run.samples)) {
				const { prediction, class: taken } = await run.say(X);
				asked.push({
					key: `${index} ${name}`,
					given: { y, said: prediction, ...(classes && { class: taken, classes }) },
				});
			}
		}
		const input = JSON.stringify(asked.map(({ given }) => given));
		const found = JSON.parse(execFileSync(program ?? '', ['-c', SCORES], { input, encoding: 'utf8' }));
		for (const [i, { key }] of asked.entries()) scores.set(key, found[i]);
	}, 120_000);

	test.each(CASES.map(([what, , classes], index) => ({ what, classes, index })))('$what', ({ classes, index }) => {
		const { final } = at(judged, index);
		expect(final).not.toHaveProperty(classes ? 'r2' : 'confusion');
		for (const name of ['train', 'test'] as const) {
			const theirs = scores.get(`${index} ${name}`);
			const errors = [final.r2?.[name], final.rmse?.[name], final.mae?.[name]];
			if (!theirs) expect(errors).toEqual([null, null, null]);
			else if (!classes) expectClose(errors.map(Number), theirs as number[], 1e-6);
			else {
				expect(final.confusion?.[name]).toEqual(theirs[0]);
				expectClose(name === 'train' ? final.dataLoss : final.testLoss, theirs[1], 1e-5);
			}
		}
	});
});

test('the diagonal of a confusion matrix is the accuracy, and its rows are the classes', async () => {
	const { final, samples } = await judge({ data: { kind: 'digits', m: 200 }, optimizer, training });
	const matrix = final.confusion?.train ?? [];
	const right = matrix.reduce((sum, row, i) => sum + at(row, i), 0);
	expect(right / samples.train.y.length).toBe(final.trainAccuracy);
	const counts = matrix.map((_, own) => samples.train.y.filter((y) => y === own).length);
	expect(matrix.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual(counts);
});

test('a run is the same with and without being judged', async () => {
	const resolved = resolve(canonical({ data: { kind: 'diabetes' }, optimizer: { learningRate: 1e-5 }, training }));
	const [judged, plain] = await Promise.all([trainAndJudge(resolved, host), train(resolved, host)]);
	expect({ ...judged, final: finalNumbers(judged.final) }).toEqual(plain);
	expect(Object.keys(judged.final).slice(0, Object.keys(plain.final).length)).toEqual(Object.keys(plain.final));
});

test('what cannot be said is left out, or null', async () => {
	const judged = (input: RunSpecInput) => trainAndJudge(resolve(canonical(input)), host);
	const { final: diverged, status } = await judged({
		data: { kind: 'moons' },
		optimizer: { learningRate: 1e6 },
		penalty: { lambda: 1e9 },
	});
	expect(status).toBe('diverged');
	expect(diverged).not.toHaveProperty('confusion');

	const { final } = await judged({
		data: { kind: 'inline', X: [[0], [1]], y: [0.5, 0.5] },
		loss: 'half-squared-error',
		training: { epochs: 1 },
	});
	expect(final.r2).toEqual({ train: null, test: null });
	expect(final.rmse?.train).toBeGreaterThan(0);

	const y = Array.from({ length: 51 }, (_, i) => i);
	const many = { kind: 'inline', X: y.map((value) => [value / 51]), y } as const;
	const { final: ofMany } = await judged({
		data: { ...many, X: y.map((value) => [value / 51]), y },
		loss: 'softmax-cross-entropy',
		training: { epochs: 1 },
	});
	expect(ofMany).not.toHaveProperty('confusion');
});
