import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { LiveRun } from '../training/liveRun.ts';

/** What a run has lost at one λ. */
export interface TrailDot {
	lambda: number;
	dataLoss: number | null;
	testLoss: number | null;
}

/** What was tried of a run: by epoch, then by λ. */
interface Trail {
	/** The spec without its λ, so that all else in it is the same. */
	setting: string;
	byEpoch: Map<number, Map<number, TrailDot>>;
}

/** A run as it is looked at. */
type Seen = Pick<LiveRun, 'key' | 'of' | 'look' | 'isOver' | 'trained'>;

/**
 * The losses of every λ that a reader has tried, as they were seen: nothing is trained for them. A run that becomes another one in
 * anything but λ begins anew; another epoch has dots of its own, and finds them again.
 */
export class LambdaTrail {
	readonly #trails = new Map<number, Trail>();
	readonly #settings = new WeakMap<RunSpec, string>();
	#isBegunAnew = false;

	/** Whether dots were left behind by another setting, and none of the new one have come beside the first. */
	get isBegunAnew(): boolean {
		return this.#isBegunAnew;
	}

	/** Leaves the dots of what is looked at. @param epoch that is asked for: runs on their way there leave none */
	note(runs: readonly Seen[], epoch: number): void {
		const keys = new Set(runs.map(({ key }) => key));
		for (const gone of [...this.#trails.keys()].filter((key) => !keys.has(key))) this.#trails.delete(gone);
		for (const run of runs) if (run.of && run.look) this.#noteRun(run, run.of, run.look, epoch);
	}

	#noteRun({ key, isOver, trained }: Seen, of: RunSpec, look: NonNullable<LiveRun['look']>, epoch: number): void {
		if (look.epoch !== epoch && !(isOver && look.epoch === trained && trained < epoch)) return;
		const setting = this.#settingOf(of);
		const before = this.#trails.get(key);
		const isAnother = before !== undefined && before.setting !== setting;
		if (isAnother && [...before.byEpoch.values()].some(({ size }) => size > 1)) this.#isBegunAnew = true;
		const trail = before && !isAnother ? before : { setting, byEpoch: new Map<number, Map<number, TrailDot>>() };
		this.#trails.set(key, trail);
		for (const [other, { size }] of trail.byEpoch) if (other !== epoch && size < 2) trail.byEpoch.delete(other); // only passed by
		const dots = trail.byEpoch.get(epoch) ?? new Map<number, TrailDot>();
		const { lambda } = of.penalty;
		const { dataLoss, testLoss } = look.measured;
		dots.set(lambda, { lambda, dataLoss, testLoss });
		trail.byEpoch.set(epoch, dots);
		if (dots.size > 1) this.#isBegunAnew = false;
	}

	/** The dots of a run at an epoch, from the least λ to the largest. */
	dotsOf(key: number, epoch: number): TrailDot[] {
		return [...(this.#trails.get(key)?.byEpoch.get(epoch)?.values() ?? [])].toSorted((a, b) => a.lambda - b.lambda);
	}

	clear(): void {
		this.#trails.clear();
		this.#isBegunAnew = false;
	}

	#settingOf(spec: RunSpec): string {
		const setting =
			this.#settings.get(spec) ?? JSON.stringify({ ...spec, penalty: { ...spec.penalty, lambda: undefined } });
		this.#settings.set(spec, setting);
		return setting;
	}
}
