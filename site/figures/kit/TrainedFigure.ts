import { whenIdle } from '../../elements/whenIdle.ts';
import { livePool } from '../../training/live/LivePool.ts';
import { LiveFigure } from './LiveFigure.ts';

/** Most milliseconds that the workers wait for a moment without anything to do. */
const PATIENCE_MS = 300;

/** A live figure whose networks are trained in workers; they are warm (`data-warm`) before the reader takes hold of it. */
export abstract class TrainedFigure<State extends object> extends LiveFigure<State> {
	/** Beside the first layout of the page the workers would be in its way; whoever drags before has them at once. */
	protected override wake(): void {
		whenIdle(() => void this.#warm(), PATIENCE_MS);
	}

	async #warm(): Promise<void> {
		try {
			await livePool().warm();
		} catch (error) {
			this.fail(error);
			return;
		}
		this.toggleAttribute('data-warm', true);
		this.warmed();
	}

	/** The workers are there. */
	protected warmed(): void {}
}
