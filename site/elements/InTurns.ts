import { turn } from '../training/lab/turn.ts';

/** The next one waits for it. */
type Step = () => void | Promise<void>;

/**
 * Steps that follow a change, in their order, each in a task of its own once the browser has painted: the page answers
 * the reader first, and between any two of them. What changes meanwhile begins again with the first step, so that what
 * matters most is never behind.
 */
export class InTurns {
	readonly #steps: readonly Step[];
	readonly #ended: () => void;
	readonly #signal: AbortSignal;
	#waiting = new Set<Step>();
	#running: Promise<void> | null = null;

	/** @param steps each does the newest state @param ended hears that all are done */
	constructor(steps: readonly Step[], ended: () => void, signal: AbortSignal) {
		this.#steps = steps;
		this.#ended = ended;
		this.#signal = signal;
	}

	/** Whether a step is still to come. */
	get isUnderWay(): boolean {
		return this.#running !== null;
	}

	/** Has all steps follow. Settles once none is left. */
	begin(): Promise<void> {
		this.#waiting = new Set(this.#steps);
		this.#running ??= this.#run();
		return this.#running;
	}

	/** Settles once no step is left. */
	get done(): Promise<void> {
		return this.#running ?? Promise.resolve();
	}

	async #run(): Promise<void> {
		try {
			await new Promise(requestAnimationFrame);
			await turn(); // after the picture
			for (let [step] = this.#waiting; step && !this.#signal.aborted; [step] = this.#waiting) {
				this.#waiting.delete(step);
				await step();
				await turn();
			}
		} finally {
			this.#running = null;
			this.#ended();
		}
	}
}
