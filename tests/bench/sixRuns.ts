import { ofSpecs } from '../../site/lab/state/state.ts';

const LAMBDAS = [0, 0.1, 0.5, 2, 8, 32];

/** As many runs as the Lab has room for, of 300 examples each: what its speed is measured with. */
export const sixRuns = ofSpecs(
	LAMBDAS.map((lambda) => ({
		data: { kind: 'moons', m: 300 },
		network: { hidden: [16, 8], activation: 'tanh' },
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty: { lambda },
		training: { epochs: 4000 },
	})),
);
