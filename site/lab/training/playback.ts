import { OPENING_SPEED, SECONDS } from './speed.ts';
import type { LiveRun, Trainings } from './trainings.ts';

const FRAMES_PER_SECOND = 60;

/** Moves the trainings on, one piece a frame of the screen, and has drawn what came. */
export class Playback {
	readonly #host: HTMLElement;
	readonly #trainings: Trainings;
	readonly #draw: (isStill: boolean) => void;
	#isPlaying = false;
	#isAwake = false;
	#frames = 0;
	speed: number = OPENING_SPEED;

	/** @param host carries `data-playing`, and how many frames there were (`data-frames`) */
	constructor(host: HTMLElement, trainings: Trainings, draw: (isStill: boolean) => void) {
		this.#host = host;
		this.#trainings = trainings;
		this.#draw = draw;
	}

	toggle(): void {
		if (this.#isPlaying) {
			this.pause();
			return;
		}
		if (this.#trainings.isOver) this.#trainings.reset();
		this.#frames = 0;
		this.#playing(true);
		this.wake();
	}

	pause(): void {
		if (this.#isPlaying) this.#playing(false);
	}

	/** One epoch further, in every run. */
	step(): void {
		this.pause();
		this.#trainings.advance(() => 1);
		this.wake();
	}

	/** Looks at every frame until all that was asked for is drawn. */
	wake(): void {
		if (this.#isAwake) return;
		this.#isAwake = true;
		requestAnimationFrame(() => this.#frame());
	}

	#frame(): void {
		if (this.#isPlaying) {
			this.#frames += 1;
			this.#host.dataset.frames = String(this.#frames);
		}
		const { runs } = this.#trainings;
		const hasNews = runs.some(isNew);
		const isOver = this.#trainings.isOver;
		if (hasNews) {
			this.#draw(isOver || !this.#isPlaying);
			for (const run of runs) run.isDrawn = run.frame !== null || run.failure !== null;
		}
		if (this.#isPlaying && isOver) this.#playing(false);
		if (this.#isPlaying) this.#trainings.advance((epochs) => this.#epochsAFrame(epochs));
		// A still page asks for nothing; what is on its way is waited for.
		this.#isAwake = this.#isPlaying || runs.some(isAwaited);
		if (this.#isAwake) requestAnimationFrame(() => this.#frame());
	}

	#epochsAFrame(epochs: number): number {
		const seconds = SECONDS[this.speed] ?? null;
		if (seconds === null) return 1;
		return seconds === 0 ? epochs : Math.max(1, Math.ceil(epochs / (seconds * FRAMES_PER_SECOND)));
	}

	#playing(isPlaying: boolean): void {
		this.#isPlaying = isPlaying;
		this.#host.toggleAttribute('data-playing', isPlaying);
		if (!isPlaying) this.#draw(true);
	}
}

const isNew = ({ isDrawn, frame, failure }: LiveRun) => !isDrawn && (frame !== null || failure !== null);
const isAwaited = ({ isAsked, failure }: LiveRun) => isAsked && failure === null;
