import { livePool } from '../../training/live/LivePool.ts';
import { LiveFigure } from './LiveFigure.ts';

/** A live figure whose networks are trained in workers; they are warm (`data-warm`) before the reader takes hold of it. */
export abstract class TrainedFigure<State extends object> extends LiveFigure<State> {
	protected override wake(): void {
		void livePool()
			.warm()
			.then(
				() => {
					this.toggleAttribute('data-warm', true);
					this.warmed();
				},
				(error) => this.fail(error),
			);
	}

	/** The workers are there. */
	protected warmed(): void {}
}
