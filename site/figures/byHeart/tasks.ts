import type { LiveTask } from '../../training/live/messages.ts';
import { EPOCHS, GRID, thirtyMoons } from '../thirtyMoons.ts';

/** What the reader takes hold of: the moment of the training, and any of the thirty points. */
export interface ByHeartState {
	epoch: number;
	/** Points that lie elsewhere than they were drawn, by their place in the sample. */
	moved: Readonly<Record<number, readonly [number, number]>>;
}

const STEP = 10;
/** Every moment that the training is looked at and measured. */
export const EPOCH_STOPS: readonly number[] = Array.from({ length: EPOCHS / STEP + 1 }, (_, i) => i * STEP);

export const PUBLISHED_BY_HEART: ByHeartState = { epoch: EPOCHS, moved: {} };

/** The point whose grip is shown first: it lies among those of the other class. */
export const FIRST_POINT = 11;

/** The training on the points as they lie, looked at after these epochs. */
export function byHeartTask(moved: ByHeartState['moved'], lookAt: readonly number[]): LiveTask {
	const isMoved = Object.keys(moved).length > 0;
	return { spec: thirtyMoons({ lambda: 0, recordEvery: STEP }), ...(isMoved && { moved }), lookAt, grid: GRID };
}
