import type { Host } from '../../../src/engine/host.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { epochsWithin } from '../../../src/engine/train.ts';
import { beginTrainingOn } from '../../../src/engine/training.ts';
import { ENGINE_VERSION } from '../../../src/engine/version.ts';
import { runId } from '../../../src/schema/identity.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { type FieldColours, fieldPixels } from '../../pictures/boundary/fieldPixels.ts';
import { Samples } from '../live/samples.ts';
import type { Goal, LabAnswer, LabQuestion, LabReplies, LabRequest } from './messages.ts';
import { type Paint, RememberedTraining } from './RememberedTraining.ts';

/** Arithmetic between two turns, in FLOP: a few milliseconds, so that whatever ends a training is heard soon. */
const PIECE_FLOP = 5e7;
/** Milliseconds after which it is said how far a training is, and said again. */
const TOLD_MS = 250;

/** What a trainer needs of the place where it works. */
interface Place {
	host: Host;
	/** @param transfer what is handed over and not copied */
	answer: (answer: LabAnswer, transfer: Transferable[]) => void;
	/** Lets what has been asked meanwhile have its turn. */
	turn: () => Promise<void>;
}

interface Held {
	/** Its requests are done one after the other. */
	last: Promise<void>;
	isEnded: boolean;
	training: RememberedTraining | null;
	/** Epochs at a time that let others have their turn. */
	piece: number;
	/** Rows of the trace that were told. */
	told: number;
	isResultTold: boolean;
}

/**
 * Holds several trainings, moves each on when it is told to, and shows it wherever it has been. Trainings take turns, a
 * piece each; one that is ended is left where it is, and nothing is heard of it any more.
 */
export class LabTrainer {
	readonly #place: Place;
	readonly #samples: Samples;
	readonly #held = new Map<number, Held>();
	#colours: FieldColours | null = null;

	constructor(place: Place) {
		this.#place = place;
		this.#samples = new Samples(place.host.tables);
	}

	hear(request: LabRequest): void {
		switch (request.kind) {
			case 'colours':
				this.#colours = request.colours;
				return;
			case 'begin': {
				const { id, spec, goal } = request;
				const held = { training: null, isEnded: false, piece: 1, told: 0, isResultTold: false };
				this.#held.set(id, { ...held, last: Promise.resolve() });
				this.#queue(id, async (one) => {
					await this.#begin(one, spec);
					await this.#go(id, one, goal);
				});
				return;
			}
			case 'advance':
				this.#queue(request.id, (one) => this.#go(request.id, one, request.goal));
				return;
			case 'ask':
				this.#queue(request.id, async ({ training }) => {
					if (training) this.#reply(request.id, request.number, answerTo(training, request.question));
				});
				return;
			case 'end':
				this.#end(request.id);
		}
	}

	#queue(id: number, work: (held: Held) => Promise<void>): void {
		const held = this.#held.get(id);
		if (!held) return; // ended: asked for before the reader changed their mind
		held.last = held.last
			.then(() => (held.isEnded ? undefined : work(held)))
			.catch((error) => {
				const message = error instanceof Error ? error.message : String(error);
				if (!held.isEnded) this.#place.answer({ kind: 'failure', id, message }, []);
			});
	}

	#end(id: number): void {
		const held = this.#held.get(id);
		if (!held) return;
		this.#held.delete(id);
		held.isEnded = true;
		held.training?.dispose();
	}

	async #begin(held: Held, spec: RunSpec): Promise<void> {
		const { host } = this.#place;
		const resolved = resolve(spec);
		const data = await this.#samples.of(resolved.spec.data);
		const training = await beginTrainingOn(resolved, data, host);
		if (held.isEnded) return training.dispose();
		held.piece = epochsWithin(resolved, PIECE_FLOP);
		held.training = new RememberedTraining(resolved, training, this.#paint);
	}

	async #go(id: number, held: Held, { to, show, isGlimpse = false, view }: Goal): Promise<void> {
		const { training } = held;
		if (!training) return;
		const begun = performance.now();
		let elsewhere = 0;
		let told = begun;
		while (training.epoch < to && !training.isOver) {
			training.advance(Math.min(held.piece, to - training.epoch));
			const left = performance.now();
			await this.#place.turn();
			const now = performance.now();
			elsewhere += now - left;
			if (held.isEnded) return;
			if (now - told < TOLD_MS) continue;
			told = now;
			this.#place.answer({ kind: 'progress', id, share: training.epoch / Math.min(to, training.epochs) }, []);
		}
		const milliseconds = performance.now() - begun - elsewhere;
		const { epoch, epochs, isOver } = training;
		const trace = training.trace(held.told);
		held.told += trace.epoch.length;
		const isPassing = isGlimpse && !(isOver && show !== null && show >= epoch);
		const look = show === null || isPassing ? null : training.look(show, view);
		const glimpse = show === null || !isPassing ? null : training.glimpse(show, view);
		const hasRun = isOver && !held.isResultTold;
		const result = hasRun ? training.result() : null;
		const run = result && { id: await runId(result.spec, ENGINE_VERSION), ...result };
		if (held.isEnded) return;
		held.isResultTold ||= hasRun;
		const frame = { trained: epoch, epochs, isOver, trace, look, glimpse, run, milliseconds };
		const { values, pixels } = (look ?? glimpse)?.field ?? {};
		this.#place.answer(
			{ kind: 'frame', id, frame },
			[values, pixels].flatMap((numbers) => numbers?.buffer ?? []),
		);
	}

	#reply(id: number, number: number, reply: LabReplies[keyof LabReplies]): void {
		const pixels = reply && 'pixels' in reply ? reply.pixels : null;
		this.#place.answer(
			{ kind: 'reply', id, number, reply },
			[reply?.values, pixels].flatMap((numbers) => numbers?.buffer ?? []),
		);
	}

	readonly #paint: Paint = (shares, { resolution, pixels: size }) => {
		if (!this.#colours) return null;
		const pixels = new Uint8ClampedArray(4 * size * size);
		fieldPixels(shares, resolution, size, this.#colours, pixels);
		return pixels;
	};
}

function answerTo(training: RememberedTraining, question: LabQuestion): LabReplies[keyof LabReplies] {
	switch (question.about) {
		case 'unit':
			return training.unit(question.epoch, question.layer, question.unit, question.view);
		case 'weight':
			return training.weight(question.layer, question.from, question.to);
	}
}
