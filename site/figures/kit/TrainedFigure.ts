import { livePool } from '../../training/live/LivePool.ts';
import { LiveFigure } from './LiveFigure.ts';

/** A live figure whose networks are trained in workers; they are warm (`data-warm`) before the reader takes hold of it. */
export abstract class TrainedFigure<State extends object> extends LiveFigure<State> {
	protected override wake(): void {
		void this.#warm();
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
