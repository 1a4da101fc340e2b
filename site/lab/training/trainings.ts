import type { Language } from '../../../src/language.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import type { Run, Trace } from '../../../src/schema/run.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { LabAnswer, LabFrame } from '../../training/lab/messages.ts';
import { type PooledTraining, TrainingPool } from '../../training/lab/trainingPool.ts';
import { checkSpec } from '../form/checkSpec.ts';
import { type LabState, MOST_RUNS } from '../state/state.ts';

/** A run of the Lab and how far it is. */
export interface LiveRun {
	key: number;
	/** In canonical form; null while it is not valid. */
	spec: RunSpec | null;
	errors: FieldError[];
	trace: Trace;
	frame: LabFrame | null;
	/** Once it is over. */
	result: Run | null;
	failure: string | null;
	/** Drawn since the last frame came. */
	isDrawn: boolean;
	/** A frame is on its way. */
	isAsked: boolean;
}

interface Held extends LiveRun {
	/** What the training was begun with. */
	text: string;
	training: PooledTraining | null;
}

/** Points along a side of a boundary that moves. */
const RESOLUTION = 48;

const noTrace = (): Trace => ({
	epoch: [],
	dataLoss: [],
	penalty: [],
	objective: [],
	testLoss: [],
	trainAccuracy: [],
	testAccuracy: [],
	weightNorm: [],
});

/** The trainings of the Lab's runs: as many as there are runs, each begun again when its spec becomes another one. */
export class Trainings {
	readonly #pool = new TrainingPool(MOST_RUNS);
	readonly #language: Language;
	#held: Held[] = [];

	constructor(language: Language) {
		this.#language = language;
	}

	get runs(): readonly LiveRun[] {
		return this.#held;
	}

	get isOver(): boolean {
		return this.#held.every(({ spec, frame, failure }) => spec === null || failure !== null || frame?.isOver === true);
	}

	/** The longest run's epochs. */
	get epochs(): number {
		return Math.max(1, ...this.#held.map(({ frame }) => frame?.epochs ?? 0));
	}

	/** Begins what is new, ends what is gone, and leaves the rest as far as it is. */
	become(state: LabState): void {
		const before = new Map(this.#held.map((one) => [one.key, one]));
		this.#held = state.runs.map(({ key, spec }) => {
			const text = JSON.stringify(spec);
			const known = before.get(key);
			before.delete(key);
			if (known?.text === text) return known;
			known?.training?.end();
			return this.#begun(key, text, checkSpec(spec, this.#language));
		});
		for (const gone of before.values()) gone.training?.end();
	}

	/** Every run at epoch 0 again. */
	reset(): void {
		this.#held = this.#held.map((one) => {
			one.training?.end();
			return this.#begun(
				one.key,
				one.text,
				one.spec ? { ok: true, spec: one.spec } : { ok: false, errors: one.errors },
			);
		});
	}

	/** Asks every run that waits for so many epochs more; `epochsOf` knows the run's own length. */
	advance(epochsOf: (epochs: number) => number): void {
		for (const one of this.#held) {
			if (one.isAsked || !one.isDrawn || !one.training || !one.frame || one.frame.isOver || one.failure) continue;
			one.isAsked = true;
			one.training.advance(epochsOf(one.frame.epochs));
		}
	}

	close(): void {
		this.#pool.close();
	}

	#begun(key: number, text: string, check: ReturnType<typeof checkSpec>): Held {
		const held: Held = {
			key,
			text,
			spec: check.ok ? check.spec : null,
			errors: check.ok ? [] : check.errors,
			trace: noTrace(),
			frame: null,
			result: null,
			failure: null,
			isDrawn: false,
			training: null,
			isAsked: false,
		};
		if (check.ok) {
			held.isAsked = true;
			const resolution = isPlane(check.spec) ? RESOLUTION : null;
			held.training = this.#pool.begin(key, check.spec, resolution, (answer) => hear(held, answer));
		}
		return held;
	}
}

/** Two features and one logit: what a boundary can be drawn of. */
const isPlane = ({ data, loss }: RunSpec): boolean => dataFacts(data).features === 2 && loss === 'binary-cross-entropy';

function hear(held: Held, answer: LabAnswer): void {
	held.isAsked = false;
	held.isDrawn = false;
	if (answer.kind === 'failure') {
		held.failure = answer.message;
		return;
	}
	held.frame = answer.frame;
	held.result = answer.run;
	for (const name of Object.keys(held.trace) as (keyof Trace)[]) {
		(held.trace[name] as (number | null)[]).push(...answer.frame.trace[name]);
	}
}
