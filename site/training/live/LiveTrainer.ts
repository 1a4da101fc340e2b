import { gridPoints } from '../../../src/engine/boundary.ts';
import type { Host } from '../../../src/engine/host.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { beginTrainingOn, type Training } from '../../../src/engine/training.ts';
import { canonical, settle } from '../../../src/schema/canonical.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { changeRows, hasChanges } from './changeRows.ts';
import type { LiveOutcome, LiveTask, Look } from './messages.ts';
import { Samples } from './samples.ts';

/** Trains tasks one after the other; the build, a page's workers and the edge come to the same bits. */
export class LiveTrainer {
	readonly #host: Host;
	readonly #samples: Samples;

	constructor(host: Host) {
		this.#host = host;
		this.#samples = new Samples(host.tables);
	}

	/**
	 * Trains a task from its first epoch to its last.
	 *
	 * @throws ZodError for a spec that is none; what loading measured data throws
	 */
	async train(task: LiveTask): Promise<LiveOutcome> {
		const spec = await this.#specOf(task);
		const data = await this.#samples.of(spec.data);
		const training = await beginTrainingOn(resolve(spec), data, this.#host);
		try {
			const looks: Look[] = [];
			for (const epoch of task.lookAt ?? [training.epochs]) {
				training.advance(epoch - training.epoch);
				if (training.epoch === epoch) looks.push(lookAt(training, task));
				if (training.isOver) break;
			}
			training.advance(training.epochs - training.epoch);
			const { status, trace, final } = training.result();
			return { spec, status, trace, final, looks, sample: data.train };
		} finally {
			training.dispose();
		}
	}

	async #specOf(task: LiveTask): Promise<RunSpec> {
		const asked = canonical(task.spec);
		if (!hasChanges(task)) return asked;
		const { train, test } = await this.#samples.rounded(asked.data);
		const data = { kind: 'inline' as const, ...changeRows(train, task), test };
		return settle({ ...asked, data }); // rows of a valid sample are valid: a schema reads seven hundred of them longer than thirty are trained on
	}
}

function lookAt(training: Training, { grid, weights = false }: LiveTask): Look {
	return {
		epoch: training.epoch,
		probability: grid ? training.probabilities(gridPoints(grid, grid.resolution)) : new Float32Array(),
		weights: weights ? training.weights() : null,
	};
}
