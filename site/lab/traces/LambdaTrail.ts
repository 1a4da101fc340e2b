import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { drawnAs } from '../state/copies.ts';
import type { LiveRun } from '../training/liveRun.ts';

/** What a run has lost at one λ. */
export interface TrailDot {
	lambda: number;
	dataLoss: number | null;
	testLoss: number | null;
}

/** What a dot is of, beside its λ. */
interface Setting {
	/** All but penalty and m. */
	rest: string;
	/** The penalty without its λ; null where that is 0 and the penalty is none: so every penalty has it. */
	penalty: string | null;
	/** Rows to train on; null where they are a reader's own. */
	rows: number | null;
}

/** What was tried of a run at one m: by epoch, then by λ. */
interface Trail extends Setting {
	byEpoch: Map<number, Map<number, TrailDot>>;
}

/** A run as it is looked at. */
type Seen = Pick<LiveRun, 'key' | 'of' | 'look' | 'isOver' | 'trained' | 'isCatchingUp'>;

/**
 * The losses of every λ that a reader has tried, as they were seen: nothing is trained for them. Another m begins a trail of its own
 * and keeps the last one; a run that becomes another one in anything else begins anew. Another epoch has dots of its own, and finds
 * them again.
 */
export class LambdaTrail {
	/** Of each run, that of its m now first, then that of the m before. */
	readonly #trails = new Map<number, readonly [now: Trail, before?: Trail]>();
	readonly #settings = new WeakMap<RunSpec, Setting>();
	/** Runs that have left nothing since all was cleared: what they still show is of before. */
	readonly #arriving = new Set<number>();
	#isBegunAnew = false;

	/** Whether dots were left behind by another setting, and none of the new one have come beside the first. */
	get isBegunAnew(): boolean {
		return this.#isBegunAnew;
	}

	/** Leaves the dots of what is looked at. @param epoch that is asked for: runs on their way there leave none */
	note(runs: readonly Seen[], epoch: number): void {
		const keys = new Set(runs.map(({ key }) => key));
		for (const gone of [...this.#trails.keys()].filter((key) => !keys.has(key))) this.#trails.delete(gone);
		for (const run of runs) {
			if (!run.isCatchingUp) this.#arriving.delete(run.key);
			if (run.of && run.look && !this.#arriving.has(run.key)) this.#noteRun(run, run.of, run.look, epoch);
		}
	}

	#noteRun({ key, isOver, trained }: Seen, of: RunSpec, look: NonNullable<LiveRun['look']>, epoch: number): void {
		if (look.epoch !== epoch && !(isOver && look.epoch === trained && trained < epoch)) return;
		const trail = this.#become(key, this.#settingOf(of));
		for (const [other, { size }] of trail.byEpoch) if (other !== epoch && size < 2) trail.byEpoch.delete(other); // only passed by
		const dots = trail.byEpoch.get(epoch) ?? new Map<number, TrailDot>();
		const { lambda } = of.penalty;
		const { dataLoss, testLoss } = look.measured;
		dots.set(lambda, { lambda, dataLoss, testLoss });
		trail.byEpoch.set(epoch, dots);
		if (dots.size > 1) this.#isBegunAnew = false;
	}

	/** The trail of a run's setting, which is then that of now. */
	#become(key: number, setting: Setting): Trail {
		const kept = (this.#trails.get(key) ?? []).flatMap((trail) => trail ?? []);
		const alike = kept.filter((trail) => areAlike(trail, setting));
		if (alike.length < kept.length && kept.some(isWorthKeeping)) this.#isBegunAnew = true;
		const now = alike.find(({ rows }) => rows === setting.rows) ?? { ...setting, byEpoch: new Map() };
		now.penalty ??= setting.penalty;
		// Of the values of m that a hand has only passed by nothing is kept.
		const before = alike.find((trail) => trail !== now && isWorthKeeping(trail));
		this.#trails.set(key, before ? [now, before] : [now]);
		return now;
	}

	/** The dots of a run at an epoch, from the least λ to the largest. */
	dotsOf(key: number, epoch: number): TrailDot[] {
		return dotsAt(this.#trails.get(key)?.[0], epoch);
	}

	/** What the run left at the m before; null where that is less than two dots. */
	beforeOf(key: number, epoch: number): { rows: number | null; dots: TrailDot[] } | null {
		const before = this.#trails.get(key)?.[1];
		const dots = dotsAt(before, epoch);
		return before && dots.length > 1 ? { rows: before.rows, dots } : null;
	}

	/** @param runs those on their way to another setting leave nothing of the one that they still show */
	clear(runs: readonly Seen[]): void {
		this.#trails.clear();
		for (const { key, isCatchingUp } of runs) if (isCatchingUp) this.#arriving.add(key);
		this.#isBegunAnew = false;
	}

	#settingOf(spec: RunSpec): Setting {
		const setting = this.#settings.get(spec) ?? settingOf(spec);
		this.#settings.set(spec, setting);
		return setting;
	}
}

function settingOf({ penalty, data, ...rest }: RunSpec): Setting {
	const { once, copies } = drawnAs(data) ?? { once: data, copies: 1 }; // copies are another m and nothing else
	const hasRows = 'm' in once;
	return {
		rest: JSON.stringify([rest, { ...once, ...(hasRows && { m: undefined }) }]),
		penalty: penalty.lambda === 0 ? null : JSON.stringify({ ...penalty, lambda: undefined }),
		rows: hasRows ? once.m * copies : null,
	};
}

/** Whether these differ in m at most. */
const areAlike = (trail: Setting, { rest, penalty }: Setting): boolean =>
	trail.rest === rest && (trail.penalty === null || penalty === null || trail.penalty === penalty);

const isWorthKeeping = ({ byEpoch }: Trail): boolean => [...byEpoch.values()].some(({ size }) => size > 1);

const dotsAt = (trail: Trail | undefined, epoch: number): TrailDot[] =>
	[...(trail?.byEpoch.get(epoch)?.values() ?? [])].toSorted((a, b) => a.lambda - b.lambda);
