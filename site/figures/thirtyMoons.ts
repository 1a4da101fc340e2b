/** What the figures about overfitting share: the network that learns thirty points, the plane, and how losses are drawn. */
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import type { LiveTask, Window } from '../training/live/messages.ts';

export const POINTS = 30;
export const EPOCHS = 600;
/** The sample that the pictures show. */
const SHOWN_SEED = 9;

/** The part of the plane that is drawn. */
export const WINDOW: Window = { x: [-1.9, 2.9], y: [-1.4, 1.9] };
export const GRID: NonNullable<LiveTask['grid']> = { ...WINDOW, resolution: 48 };

interface Choice {
	lambda: number;
	/** Draws the thirty points. */
	seed?: number;
	recordEvery?: number;
}

/** 2-16-16-1 on thirty noisy moons: as many weights as it takes to learn all of them where no penalty holds it back. */
export const thirtyMoons = ({ lambda, seed = SHOWN_SEED, recordEvery = EPOCHS }: Choice): RunSpecInput => ({
	data: { kind: 'moons', m: POINTS, noise: 0.3, seed, test: { m: 300, seed: 1001 } },
	network: { hidden: [16, 16], activation: 'tanh' },
	init: { kind: 'glorot-normal', seed: 1 },
	optimizer: { kind: 'adam', learningRate: 0.02 },
	penalty: { lambda },
	training: { epochs: EPOCHS, recordEvery, learningRateDecay: 'linear' },
});

/** The two losses, drawn alike wherever they stand beside each other. */
export const LOSS_LINES = {
	fresh: { colour: 'var(--series-4)', dash: [7, 4], shape: 'rectRot' },
	training: { colour: 'var(--ink)', dash: [], shape: 'circle' },
} as const;
