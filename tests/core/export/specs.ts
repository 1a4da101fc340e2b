import { SCALINGS } from '../../../src/schema/objective.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

const moons = { kind: 'moons', m: 24, test: null } as const;
const training = { epochs: 40, recordEvery: 8 } as const;
const network: NonNullable<RunSpecInput['network']> = { hidden: [6, 4], activation: 'tanh' };
const sgd = { kind: 'sgd', learningRate: 0.1 } as const;

/** Runs that every library is tried on. */
export const SPECS: Record<string, RunSpecInput> = {
	'the article’s network': {
		data: { kind: 'moons', m: 30, test: null },
		penalty: { lambda: 0.5 },
		training: { epochs: 300, recordEvery: 100 },
	},
	'no hidden layer': {
		data: { kind: 'breast-cancer', m: 60 },
		network: { hidden: [] },
		optimizer: sgd,
		penalty: { lambda: 1 },
		training,
	},
	'softmax on digits': {
		data: { kind: 'digits', m: 60 },
		network: { hidden: [12] },
		optimizer: sgd,
		penalty: { lambda: 1 },
		training,
	},
	'softmax of two classes': { data: moons, network, loss: 'softmax-cross-entropy', optimizer: sgd, training },
	regression: {
		data: { kind: 'diabetes', m: 60 },
		network,
		optimizer: { kind: 'sgd', learningRate: 1e-5 },
		penalty: { lambda: 1 },
		training,
	},
	'squared error': {
		data: { kind: 'linear-teacher', m: 40, features: 3 },
		network,
		loss: 'squared-error',
		optimizer: { kind: 'sgd', learningRate: 0.02 },
		penalty: { lambda: 1 },
		training,
	},
	sigmoid: {
		data: moons,
		network: { hidden: [5], activation: 'sigmoid' },
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training,
	},
	linear: {
		data: moons,
		network: { hidden: [5], activation: 'linear' },
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training,
	},
	momentum: { data: moons, network, optimizer: { ...sgd, momentum: 0.9 }, penalty: { lambda: 0.3 }, training },
	nesterov: {
		data: moons,
		network,
		optimizer: { ...sgd, momentum: 0.8, nesterov: true },
		penalty: { lambda: 0.3 },
		training,
	},
	'falling rate': {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training: { ...training, learningRateDecay: 'linear' },
	},
	'falling rate beside momentum': {
		data: moons,
		network,
		optimizer: { ...sgd, momentum: 0.9 },
		training: { ...training, learningRateDecay: 'linear' },
	},
	minibatches: {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training: { ...training, batchSize: 8, shuffleSeed: 5 },
	},
	'minibatches with a rest': {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training: { ...training, batchSize: 7 },
	},
	'explicit batches': {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { lambda: 0.3 },
		training: {
			batches: [
				[0, 3, 5],
				[1, 2, 9],
				[4, 4, 20],
			],
			recordEvery: 1,
		},
	},
	adam: {
		data: moons,
		network,
		optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.8, epsilon: 1e-6 },
		penalty: { lambda: 0.3 },
		training,
	},
	adamw: {
		data: moons,
		network,
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty: { lambda: 0.5, scaling: 'half', application: 'decoupled' },
		training,
	},
	'adamw, falling rate': {
		data: moons,
		network,
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty: { lambda: 0.5, scaling: 'half', application: 'decoupled' },
		training: { ...training, learningRateDecay: 'linear' },
	},
	'decoupled beside sgd': {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { lambda: 0.5, scaling: 'half', application: 'decoupled' },
		training,
	},
	'raw decay': {
		data: moons,
		network,
		optimizer: { ...sgd, momentum: 0.5 },
		penalty: { lambda: 0.01, scaling: 'half', application: 'decoupled-raw' },
		training,
	},
	'L1 through the gradient': { data: moons, network, optimizer: sgd, penalty: { norm: 'l1', lambda: 0.3 }, training },
	'proximal L1': {
		data: moons,
		network,
		optimizer: sgd,
		penalty: { norm: 'l1', lambda: 0.3, scaling: 'over-m', application: 'decoupled' },
		training,
	},
	elastic: { data: moons, network, optimizer: sgd, penalty: { norm: 'elastic', lambda: 0.3, l1Ratio: 0.3 }, training },
	'proximal elastic under Adam': {
		data: moons,
		network,
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty: { norm: 'elastic', lambda: 0.3, scaling: 'half', application: 'decoupled' },
		training,
	},
	'biases penalized': { data: moons, network, optimizer: sgd, penalty: { lambda: 2, penalizeBiases: true }, training },
	'early stopping': {
		data: { kind: 'moons', m: 20, test: { m: 200 } },
		network,
		optimizer: { kind: 'adam', learningRate: 0.05 },
		training: { epochs: 400, recordEvery: 5 },
		regularizers: { earlyStopping: { patience: 30 } },
	},
	'early stopping at every epoch': {
		data: { kind: 'moons', m: 20, test: { m: 200 } },
		network,
		optimizer: { kind: 'adam', learningRate: 0.05 },
		training: { epochs: 400, recordEvery: 1 },
		regularizers: { earlyStopping: { patience: 20 } },
	},
	...Object.fromEntries(
		SCALINGS.map((scaling) => [
			`scaling ${scaling}`,
			{
				data: moons,
				network,
				optimizer: sgd,
				penalty: { lambda: 0.2, scaling },
				training: { ...training, batchSize: 12 },
			} satisfies RunSpecInput,
		]),
	),
};

/** What a library cannot express, and the field that says so. */
export const REFUSED: { target: 'pytorch' | 'keras' | 'scikit-learn'; path: string; spec: RunSpecInput }[] = [
	...(['pytorch', 'keras', 'scikit-learn'] as const).flatMap((target) => [
		{ target, path: 'regularizers.dropout', spec: { data: moons, regularizers: { dropout: 0.5 } } },
		{ target, path: 'regularizers.inputNoise', spec: { data: moons, regularizers: { inputNoise: 0.1 } } },
		{ target, path: 'data', spec: { data: { kind: 'linear-teacher' as const, m: 2000, features: 60, test: null } } },
		{ target, path: 'network', spec: { data: moons, network: { hidden: [400, 300] } } },
		{
			target,
			path: 'training.batches',
			spec: {
				data: moons,
				training: { batches: Array.from({ length: 10_001 }, () => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) },
			},
		},
	]),
	{ target: 'keras', path: 'regularizers.earlyStopping', spec: SPECS['early stopping'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'regularizers.earlyStopping', spec: SPECS['early stopping'] as RunSpecInput },
	{ target: 'keras', path: 'penalty.application', spec: SPECS['proximal L1'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'penalty.application', spec: SPECS['proximal L1'] as RunSpecInput },
	{ target: 'keras', path: 'training.learningRateDecay', spec: SPECS['falling rate beside momentum'] as RunSpecInput },
	{
		target: 'keras',
		path: 'penalty.application',
		spec: {
			data: moons,
			penalty: { lambda: 0.01, application: 'decoupled-raw' },
			training: { learningRateDecay: 'linear' },
		},
	},
	{ target: 'scikit-learn', path: 'training.learningRateDecay', spec: SPECS['falling rate'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'loss', spec: SPECS['squared error'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'loss', spec: SPECS['softmax of two classes'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'penalty.norm', spec: SPECS.elastic as RunSpecInput },
	{ target: 'scikit-learn', path: 'penalty.application', spec: SPECS.adamw as RunSpecInput },
	{ target: 'scikit-learn', path: 'penalty.penalizeBiases', spec: SPECS['biases penalized'] as RunSpecInput },
	{ target: 'scikit-learn', path: 'training', spec: SPECS['minibatches with a rest'] as RunSpecInput },
];
