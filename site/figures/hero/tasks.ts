import type { Scaling } from '../../../src/schema/objective.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LiveTask, Window } from '../../training/live/messages.ts';

/** What the reader takes hold of: the λ, the 2 and the m of Eq 1. */
export interface HeroState {
	m: number;
	lambda: number;
	two: 'with' | 'without';
}

export const PUBLISHED_HERO: HeroState = { m: 300, lambda: 0.5, two: 'with' };

export const HERO_STOPS = {
	m: [
		10, 12, 15, 18, 22, 26, 30, 36, 42, 50, 60, 70, 80, 100, 120, 150, 180, 220, 260, 300, 360, 420, 500, 600, 700, 800,
		1000,
	],
	lambda: [
		0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3,
		5, 7, 10, 15, 20, 30, 50, 100,
	],
} as const;

/** The two spellings beside each other: without m, and with it. */
export const SIDES = ['undivided', 'divided'] as const;
export type Side = (typeof SIDES)[number];

export const scalingOf = (side: Side, { two }: HeroState): Scaling =>
	side === 'undivided' ? (two === 'with' ? 'half' : 'full') : two === 'with' ? 'over-2m' : 'over-m';

/** The part of the plane that both panels show. */
const WINDOW: Window = { x: [-1.9, 2.9], y: [-1.4, 1.9] };
const RESOLUTION = 48;
/** Examples of which every sample is the beginning, so that points come as m grows and none moves. */
const MOST = 1000;
const EPOCHS = 400;

const specOf = (side: Side, state: HeroState, m: number): RunSpecInput => ({
	data: { kind: 'moons', m, noise: 0.25, seed: 4, test: { m: 400, seed: 1001 } },
	network: { hidden: [16, 8], activation: 'tanh' },
	init: { kind: 'glorot-normal', seed: 2 },
	optimizer: { kind: 'adam', learningRate: 0.03 },
	penalty: { lambda: state.lambda, scaling: scalingOf(side, state) },
	training: { epochs: EPOCHS, recordEvery: EPOCHS, learningRateDecay: 'linear' },
});

/** The training behind a panel. */
export const heroTask = (side: Side, state: HeroState): LiveTask => ({
	spec: specOf(side, state, MOST),
	first: state.m,
	grid: { ...WINDOW, resolution: RESOLUTION },
});

export const heroTasks = (state: HeroState): Record<Side, LiveTask> => ({
	undivided: heroTask('undivided', state),
	divided: heroTask('divided', state),
});

/** What the small print says of both: the sample as if it were drawn for its m. */
export const heroSettings = (state: HeroState): RunSpecInput[] => SIDES.map((side) => specOf(side, state, state.m));
