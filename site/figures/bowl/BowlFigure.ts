import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { BOWL_TEXT } from '../../text/figures/bowl.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { bindPlaneGrip, showGrip } from '../kit/planeGrip.ts';
import { BOWL_STOPS, type BowlState, bowlSpec, PUBLISHED_BOWL, WAYS, walkAll } from './model.ts';
import { BOWL_PLANE, bowlSvg } from './picture.ts';
import { bowlAway, bowlCaption, bowlStart } from './words.ts';

/** Milliseconds from one stop of the steps to the next while it plays. */
const PAUSE = 90;

/** `<bowl-figure>`: paths through a bowl from wherever the reader puts their start. */
class BowlFigure extends LiveFigure<BowlState> {
	protected readonly published = PUBLISHED_BOWL;
	#timer = 0;

	protected override connect(): void {
		super.connect();
		const signal = this.lifetime;
		const grip = this.findPart('grip');
		bindPlaneGrip(grip, {
			plane: BOWL_PLANE,
			now: () => [this.state.w1, this.state.w2],
			step: 0.1,
			move: ([w1, w2], event) => this.change({ w1, w2 }, event),
			signal,
		});
		showGrip(grip, BOWL_PLANE, [this.state.w1, this.state.w2], bowlStart(this.state, this.language));
		this.findPart('play').addEventListener('click', (event) => this.#play(event), { signal });
		this.addEventListener('input', () => this.#stop(), { signal });
		signal.addEventListener('abort', () => this.#stop());
	}

	protected override draw(state: BowlState): boolean {
		const { language } = this;
		const walked = walkAll(state);
		const caption = bowlCaption(state, walked, language);
		this.findPart('drawing').innerHTML = bowlSvg(state, walked, BOWL_TEXT[language].label(caption), language);
		showGrip(this.findPart('grip'), BOWL_PLANE, [state.w1, state.w2], bowlStart(state, language));
		for (const way of WAYS) {
			this.findPart(`row-${way}`).toggleAttribute('data-chosen', way === state.way);
			this.findPart(`away-${way}`).textContent = bowlAway(way, walked, language);
		}
		this.say(caption);
		return true;
	}

	protected override specs(state: BowlState): RunSpecInput[] {
		return WAYS.map((way) => bowlSpec(way, state));
	}

	protected override rows(state: BowlState): (string | number)[][] {
		const { paths } = walkAll(state);
		return [
			['step', ...WAYS.flatMap((way) => [`${way} w1`, `${way} w2`])],
			...paths.adamw.map((_, step) => [step, ...WAYS.flatMap((way) => [...(paths[way][step] ?? [])])]),
		];
	}

	/** Walks from the start to the last stop, or pauses. */
	#play(event: Event): void {
		if (this.#timer !== 0) {
			this.#stop();
			return;
		}
		const stops = BOWL_STOPS.steps;
		const { steps } = this.state;
		const isOver = steps === stops.at(-1);
		this.findPart('play').textContent = BOWL_TEXT[this.language].pause;
		if (isOver) this.change({ steps: stops[0] }, event);
		this.#timer = window.setInterval(() => {
			const next = stops.find((stop) => stop > this.state.steps);
			if (next === undefined) this.#stop();
			else this.change({ steps: next });
		}, PAUSE);
	}

	#stop(): void {
		window.clearInterval(this.#timer);
		this.#timer = 0;
		this.findPart('play').textContent = BOWL_TEXT[this.language].play;
	}
}

customElements.define('bowl-figure', BowlFigure);
