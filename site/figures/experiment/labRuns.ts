import { at } from '../../../src/at.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpec, RunSpecInput } from '../../../src/schema/runSpec.ts';
import { MOST_RUNS } from '../../lab/state/state.ts';

/** Whether a run of an experiment is to be opened, among all of them. */
type Choice = (run: RunSpec, all: readonly RunSpec[]) => boolean;

const hasOneOf = (value: unknown, ...values: unknown[]) => values.includes(value);
const epochsOf = ({ training }: RunSpec) => ('epochs' in training ? training.epochs : 0);
/** Of the seed that the first run has, in the data or in the initial weights. */
const isOfFirstSeed: Choice = (run, [first]) => seedOf(run) === (first && seedOf(first));
const seedOf = ({ data, init }: RunSpec) => ('seed' in data ? data.seed : 'seed' in init ? init.seed : null);
const hidden = ({ network }: RunSpec) => network.hidden.join('-');
const momentumOf = ({ optimizer }: RunSpec) => ('momentum' in optimizer ? optimizer.momentum : 0);
/** ηd of the penalty λ/2. */
const strengthOf = ({ optimizer, penalty }: RunSpec) => optimizer.learningRate * penalty.lambda;

/** Longest path through the bowl that is opened, in steps: later ones hardly move. */
const LONGEST_PATH = 1100;

/**
 * Which runs of an experiment the Lab opens, by its name. One that is not here has none that it could: nothing is trained,
 * or its own rows are too many for a link.
 */
const CHOICES: Readonly<Record<string, Choice | 'last three'>> = {
	notebook: () => true,
	'gradient-factor': ({ penalty }) => penalty.lambda > 0,
	'decay-under-sgd': 'last three', // of a hundred whose batches take long to read
	'decay-under-adam': () => true,
	bowl: (run, all) => epochsOf(run) === Math.max(...all.map(epochsOf).filter((epochs) => epochs <= LONGEST_PATH)),
	'lambda-across-sizes': (run, all) =>
		isOfFirstSeed(run, all) &&
		'm' in run.data &&
		hasOneOf(run.data.m, 30, 300) &&
		hasOneOf(run.penalty.lambda, 0.1, 0.3, 1),
	'per-example-decay': ({ penalty }) => penalty.lambda > 0,
	'weight-of-one-example': isOfFirstSeed,
	overfitting: isOfFirstSeed,
	augmentation: (run, all) =>
		isOfFirstSeed(run, all) &&
		run.data.kind === 'moons' &&
		hasOneOf(run.regularizers.inputNoise, 0, 0.4) &&
		(run.regularizers.dropout > 0 ? run.regularizers.dropout === 0.1 : hasOneOf(run.penalty.lambda, 0, 0.3)),
	'early-stopping': (run, all) => epochsOf(run) === Math.max(...all.map(epochsOf)),
	dropout: (run, all) => isOfFirstSeed(run, all) && run.penalty.lambda === 0,
	capacity: (run, all) =>
		isOfFirstSeed(run, all) &&
		epochsOf(run) === 5000 &&
		hasOneOf(run.network.activation, 'relu', 'tanh') &&
		hasOneOf(hidden(run), '1', '8', '64'),
	'unstable-decay': (run) =>
		epochsOf(run) === 20 && [0.5, 1.5, 1.99, 2.01, 2.5, 3].some((one) => Math.abs(strengthOf(run) - one) < 1e-9),
	'adamw-timescale': (run, all) =>
		isOfFirstSeed(run, all) &&
		'm' in run.data &&
		hasOneOf(run.data.m, 100, 1600) &&
		hasOneOf(run.penalty.lambda, 0.01, 0.1, 1),
	'momentum-decay': (run) => run.data.kind === 'linear-teacher' && hasOneOf(momentumOf(run), 0, 0.5, 0.9),
	'momentum-network': (run, all) => isOfFirstSeed(run, all) && hasOneOf(run.penalty.lambda, 0.3, 3),
};

/** Points of a trace that the Lab draws: an experiment looks at the end of most runs alone. */
const WATCHED = 100;

/**
 * Runs of an experiment for the Lab, as many as it holds: what is trained is the experiment's own, to the bit; only what is
 * looked at on the way is more.
 */
export function labRunsOf(name: string, specs: readonly RunSpecInput[]): RunSpecInput[] {
	const choice = CHOICES[name];
	if (!choice) return [];
	return chosen(specs, choice)
		.slice(0, MOST_RUNS)
		.map(({ output: _, ...spec }) => ({ ...spec, training: watched(spec) }));
}

function chosen(specs: readonly RunSpecInput[], choice: Choice | 'last three'): RunSpecInput[] {
	if (choice === 'last three') return specs.slice(-3);
	const runs = specs.map((spec) => canonical(spec));
	return specs.filter((_, i) => choice(at(runs, i), runs));
}

/** How long a run trains, in epochs, or in steps where it is given its batches. */
export function lengthOf(spec: RunSpecInput): number {
	const { training } = canonical(spec);
	return 'batches' in training ? training.batches.length : training.epochs;
}

/** The same training, of which as much is looked at as a trace shows. */
function watched(spec: RunSpecInput): NonNullable<RunSpecInput['training']> {
	return { ...spec.training, recordEvery: Math.max(1, Math.floor(lengthOf(spec) / WATCHED)) } as NonNullable<
		RunSpecInput['training']
	>; // of the kind that it was
}
