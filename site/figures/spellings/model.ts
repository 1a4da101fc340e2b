import { decayCoefficient } from '../../../src/penalty.ts';
import type { Scaling } from '../../../src/schema/objective.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** What the reader takes hold of: m, λ, and how far the picture is magnified. */
export interface SpellingsState {
	m: number;
	lambda: number;
	zoom: number;
}

export const PUBLISHED_SPELLINGS: SpellingsState = { m: 30, lambda: 0.5, zoom: 1 };

export const SPELLINGS_STOPS = {
	m: [10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 500, 700, 1000, 2000, 3000, 5000, 10_000],
	lambda: [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2],
	zoom: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
} as const;

/** Rows of a batch, whatever m is. */
export const BATCH = 10;

/** The six spellings in the order of the article, as they are written, with what is left of each in front of w. */
export const SPELLINGS = [
	{ scaling: 'full', penalty: 'λ · ‖W‖²', pull: '2λ' },
	{ scaling: 'half', penalty: 'λ/2 · ‖W‖²', pull: 'λ' },
	{ scaling: 'over-m', penalty: 'λ/m · ‖W‖²', pull: '2λ/m' },
	{ scaling: 'over-2m', penalty: 'λ/2m · ‖W‖²', pull: 'λ/m' },
	{ scaling: 'over-2b', penalty: 'λ/2B · ‖W‖²', pull: 'λ/B' },
	{ scaling: 'over-2sqrt-m', penalty: 'λ/2√m · ‖W‖²', pull: 'λ/√m' },
] as const satisfies readonly { scaling: Scaling; penalty: string; pull: string }[];

/** d of each spelling: the pull on a weight w is d·w, and the weight of the picture is 1. */
export const pullsOf = ({ m, lambda }: Pick<SpellingsState, 'm' | 'lambda'>): number[] =>
	SPELLINGS.map(({ scaling }) =>
		decayCoefficient(
			{ norm: 'l2', lambda, scaling, application: 'loss', penalizeBiases: false, l1Ratio: 0.5 },
			{ m, batchSize: BATCH },
		),
	);

/** One pass over m moons under each spelling. */
export const spellingsSpecs = ({ m, lambda }: SpellingsState): RunSpecInput[] =>
	SPELLINGS.map(({ scaling }) => ({
		data: { kind: 'moons', m, noise: 0.3, test: { m: 400, seed: 1001 } },
		network: { hidden: [8], activation: 'tanh' },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		penalty: { lambda, scaling },
		training: { epochs: 100, batchSize: BATCH, recordEvery: 10 },
	}));
