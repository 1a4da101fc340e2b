import { expect, test } from 'vitest';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';

const data = { kind: 'moons' };
const inline = (X: unknown, y: unknown) => ({ kind: 'inline', X, y });

/** What is sent, the field that is named, and a part of the sentence that says what is allowed. */
const refusals: [object | number, string, string][] = [
	[{}, 'data', 'is required'],
	[7, '', '7 is not an object'],
	[{ data: { kind: 'mooons' } }, 'data.kind', '; did you mean "moons"?'],
	[{ data: { kind: 'mooons' } }, 'data.kind', '"mooons" is not allowed: one of "moons", "circles"'],
	[{ data: { kind: 'moons', m: 20001 } }, 'data.m', '20,001 is not allowed: at most 20,000'],
	[{ data: { kind: 'moons', m: 1.5 } }, 'data.m', '1.5 is not a whole number'],
	[{ data: { kind: 'moons', noise: '0.3' } }, 'data.noise', '"0.3" is not a number: write it without quotes'],
	[{ data: inline([[1], [2]], ['ham', 'spam']) }, 'data.y.1', '"spam" is not a number: number the classes 0, 1, 2 …'],
	[{ data: inline([[1], [2]], [-1, 1]) }, 'loss', 'must be stated: the targets are -1 and 1'],
	[
		{ data: inline([[1], [2]], [-1, 1]), loss: 'binary-cross-entropy' },
		'loss',
		'real targets, -1 and 1: send 0 for -1',
	],
	[
		{ data: { ...inline([[1], [2]], [0, 1]), test: { X: [[3]], y: [2] } } },
		'loss',
		'must be stated: data.test.y has 2, a class that no training row has',
	],
	[
		{
			data: inline(
				[...Array(21).keys()].map((x) => [x]),
				[...Array(21).keys()],
			),
		},
		'loss',
		'which could be 21 classes or measurements (up to 20 classes without gaps need no loss)',
	],

	[{ data: { kind: 'moons', noize: 1 } }, 'data.noize', 'is not a field'],
	[{ data: { kind: 'moons', standardize: true } }, 'data.standardize', 'is not a field'],
	[{ data: { kind: 'digits', m: 1798 } }, 'data.m', 'at most 1,797'],
	[{ data: { kind: 'network-teacher', hidden: 65 } }, 'data.hidden', 'at most 64'],
	[{ data: { kind: 'network-teacher' }, loss: 'binary-cross-entropy' }, 'loss', 'real targets'],
	[{ data: { kind: 'linear-teacher', hidden: 4 } }, 'data.hidden', 'is not a field'],
	[{ data: { kind: 'wine', m: 179 } }, 'data.m', 'at most 178'],
	[{ data: { kind: 'mnist', m: 10_001 } }, 'data.m', 'at most 10,000'],
	[{ data: { kind: 'diamonds', m: 12_001 } }, 'data.m', 'at most 12,000'],
	[{ data, penalty: { lambda: -1 } }, 'penalty.lambda', '-1 is not allowed: at least 0'],
	[{ data, penalty: { scaling: 'over-2n' } }, 'penalty.scaling', '"over-2m"'],
	[{ data, penalty: { l1Ratio: 0.2 } }, 'penalty.l1Ratio', 'use norm "elastic"'],
	[{ data, optimizer: { kind: 'sgd', learningRate: 0 } }, 'optimizer.learningRate', 'more than 0'],
	[{ data, optimizer: { kind: 'adam', momentum: 0.9 } }, 'optimizer.momentum', 'is not a field'],
	[{ data, optimizer: { kind: 'sgd', nesterov: true } }, 'optimizer.nesterov', 'needs a momentum above 0'],
	[{ data, optimizer: { momentum: 0.9, beta1: 0.9 } }, 'optimizer.beta1', 'is not a field'],
	[{ data, optimizer: { kind: 'sdg' } }, 'optimizer.kind', '"sdg" is not allowed: one of "sgd", "adam"'],
	[
		{ data, optimizer: { beta1: 0.5 } },
		'optimizer.beta1',
		'"sgd", the kind taken where none is given; allowed: kind, learningRate, momentum, nesterov; it belongs to "adam": add "kind": "adam"',
	],
	[
		{ data, optimizer: { kind: 'adam', nesterov: true } },
		'optimizer.nesterov',
		'of "adam"; allowed: kind, learningRate, beta1, beta2, epsilon; it belongs to "sgd"',
	],
	[{ data, penalty: { lamda: 1 } }, 'penalty.lamda', 'allowed: norm, lambda, scaling'],
	[{ data: { kind: 'moons', test: { X: [[1]] } } }, 'data.test.X', 'of this object; allowed: m, seed'],
	[{ data, network: { toString: 1 } }, 'network.toString', 'allowed: hidden, activation'],
	[{ data, init: { W: [[[1, 2]]] } }, 'init.W', 'is not a field'],
	[{ data, training: { epochs: 1000001 } }, 'training.epochs', 'at most 1,000,000'],
	[{ data, training: { batchSize: 0 } }, 'training.batchSize', '0 is not allowed: at least 1'],
	[{ data, training: { batchSize: 31 } }, 'training.batchSize', 'at most 30, or "full"'],
	[{ data, training: { shuffleSeed: 3 } }, 'training.shuffleSeed', 'no effect'],
	[{ data, training: { batches: [[0, 30]] } }, 'training.batches.0', 'rows are 0 to 29'],
	[{ data, training: { batches: [[0]], epochs: 3 } }, 'training.epochs', 'allowed: batches, recordEvery'],
	[{ data, training: { batches: [[0.5]] } }, 'training.batches.0.0', '0.5 is not a whole number'],
	[{ data, training: { batches: 'x' } }, 'training.batches', '"x" is not an array'],
	[
		{ data, penalty: { lambda: 1, scaling: 'over-2b' }, training: { batches: [[0, 1], [2]] } },
		'training.batches.1',
		'another length',
	],
	[{ data, network: { hidden: Array(9).fill(4) } }, 'network.hidden', 'at most 8 items'],
	[{ data, network: { hidden: [513] } }, 'network.hidden.0', 'at most 512'],
	[{ data, network: { hidden: [] }, regularizers: { dropout: 0.5 } }, 'regularizers.dropout', 'no hidden layer'],
	[{ data, regularizers: { seed: 4 } }, 'regularizers.seed', 'no effect'],
	[
		{ data: { kind: 'moons', test: null }, regularizers: { earlyStopping: {} } },
		'regularizers.earlyStopping',
		'data.test',
	],
	[{ data: { kind: 'diabetes' }, loss: 'binary-cross-entropy' }, 'loss', 'real targets'],
	[{ data: { kind: 'digits' }, loss: 'squared-error' }, 'loss', 'softmax-cross-entropy'],
	[{ data: { kind: 'wine' }, loss: 'squared-error' }, 'loss', 'the three cultivars are names'],
	[{ data: { kind: 'mnist' }, loss: 'half-squared-error' }, 'loss', 'the ten digits are names'],
	[{ data: { kind: 'diamonds' }, loss: 'softmax-cross-entropy' }, 'loss', 'real targets'],
	[{ data: { kind: 'diabetes' }, output: { boundary: {} } }, 'output.boundary', 'two features'],
	[{ data: { ...inline([[1, 2]], [0]), columns: ['a'] } }, 'data.columns', 'has 1 different name(s) for 2 columns'],
	[{ data: { ...inline([[1, 2]], [0]), columns: ['a', 'a'] } }, 'data.columns', 'one each, or leave it out'],
	[{ data: { ...inline([[1, 2]], [0]), columns: ['a', ' a'] } }, 'data.columns', 'one each, or leave it out'],
	[{ data: { ...inline([[1, 2]], [0]), columns: ['\u00e9', 'e\u0301'] } }, 'data.columns', 'one each, or leave it out'],
	[{ data: { ...inline([[1, 2]], [0]), columns: ['a', 'b\u0000'] } }, 'data.columns.1', 'holds U+0000'],
	[{ data: inline([[1], [2]], [0, 20]) }, 'loss', '"half-squared-error" for a regression'],
	[{ data: inline([[1], [2]], [35, 61]) }, 'loss', '"softmax-cross-entropy" for classes'],
	[{ data: inline([[1], [2], [3]], [0, 3, 7]) }, 'loss', 'the targets are 3 different whole numbers up to 7'],
	[{ data: inline([[1], [2], [3]], [1, 2, 1]) }, 'loss', '2 classes without gaps are numbered 0 to 1'],
	[{ data: inline([[1], [2]], [0, 0]) }, 'loss', 'all 2 targets are 0, from which there is nothing to learn'],
	[{ data: { ...inline([[1], [2]], [0.5, 0.5]), test: { X: [[3]], y: [0.5] } } }, 'loss', 'all 3 targets are 0.5'],
	[{ data: inline([[1, 2], [3]], [0, 1]) }, 'data.X.1', 'has 1 features'],
	[{ data: inline([[1], [2]], [0]) }, 'data.y', 'has 1 targets for 2 rows'],
	[{ data: inline([[1e10]], [0]) }, 'data.X.0.0', 'at most 1,000,000,000'],
	[
		{ data, init: { kind: 'explicit', W: [[[1, 2]]], b: [[0], [0]] }, network: { hidden: [] } },
		'init.b',
		'the network has 1',
	],
	[{ data, init: { kind: 'explicit', W: [[[1]]], b: [[0]] }, network: { hidden: [] } }, 'init.W.0', 'must be [1][2]'],
];

const errorsOf = (input: unknown) => {
	const { error } = runSpecSchema.safeParse(input);
	return error ? fieldErrors(error, input, runSpecSchema) : [];
};

test.each(refusals)('%j is refused at "%s"', (input, path, message) => {
	expect(errorsOf(input)).toContainEqual({ path, message: expect.stringContaining(message) });
});

test('a bound of one counts in the singular', () => {
	const message = 'an array of 0 is not allowed: at least 1 item';
	expect(errorsOf({ data, training: { batches: [] } })).toEqual([{ path: 'training.batches', message }]);
});
