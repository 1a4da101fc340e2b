import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LiveTask } from '../../training/live/messages.ts';
import { GRID, POINTS } from '../thirtyMoons.ts';

/** What the reader takes hold of. */
export interface RowsState {
	lambda: number;
	/** How often each of the thirty moons stands among the rows. */
	copies: number;
	/** Standard deviation of the noise that moves the copies. */
	jitter: number;
}

export const PUBLISHED_ROWS: RowsState = { lambda: 0.2, copies: 10, jitter: 0 };

export const ROWS_STOPS = {
	lambda: [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5],
	copies: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
	jitter: [0, 0.02, 0.05, 0.08, 0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6],
} as const;

/** Thirty moons, the same ones several times, and as many different ones. */
export const PANELS = ['few', 'copied', 'fresh'] as const;
export type Panel = (typeof PANELS)[number];

/** Rows of a panel, the m of its λ/2m. */
export const rowsOf = (panel: Panel, { copies }: RowsState): number => (panel === 'few' ? POINTS : POINTS * copies);

/** Examples of which every panel's are the beginning, so that the thirty stand in all three. */
const MOST = POINTS * 10;
const EPOCHS = 400;

const specOf = (lambda: number, m: number): RunSpecInput => ({
	data: { kind: 'moons', m, noise: 0.3, seed: 24, test: { m: 500, seed: 1001 } },
	network: { hidden: [16, 16], activation: 'tanh' },
	init: { kind: 'glorot-normal', seed: 1 },
	optimizer: { kind: 'adam', learningRate: 0.02 },
	penalty: { lambda },
	training: { epochs: EPOCHS, recordEvery: EPOCHS, learningRateDecay: 'linear' },
});

/** The training behind a panel: what its state does not change of it stays the same task. */
export function rowsTask(panel: Panel, state: RowsState): LiveTask {
	const task: LiveTask = { spec: specOf(state.lambda, MOST), first: POINTS, grid: GRID };
	switch (panel) {
		case 'few':
			return task;
		case 'copied':
			return { ...task, copies: { count: state.copies, jitter: state.jitter } };
		case 'fresh':
			return { ...task, first: POINTS * state.copies };
	}
}

export const rowsTasks = (state: RowsState): Record<Panel, LiveTask> => ({
	few: rowsTask('few', state),
	copied: rowsTask('copied', state),
	fresh: rowsTask('fresh', state),
});

/** What the small print says: the samples as if each were drawn for its m. */
export const rowsSettings = (state: RowsState): RunSpecInput[] =>
	PANELS.map((panel) => specOf(state.lambda, rowsOf(panel, state)));
