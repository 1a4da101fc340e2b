import type { Language } from '../../../src/language.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import type { LabStore } from '../state/labStore.ts';
import { SETTINGS, shownRun } from '../state/ratios.ts';
import { OPENING_LAMBDA } from '../state/state.ts';
import type { Trainings } from '../training/trainings.ts';
import { areLost, effectOf, type Seen } from './effectOf.ts';
import { movedBetween } from './movedBetween.ts';
import { sayEffects, sayMoves } from './sayEffects.ts';

/** Somebody waits for pictures that take longer, in milliseconds. */
const LATE_MS = 300;

/** In the place of what the page is about: what the last change has done to the runs, as soon as that is drawn. */
export class EffectLine {
	readonly #place: HTMLElement;
	readonly #store: LabStore;
	readonly #trainings: Trainings;
	readonly #language: Language;
	/** How each setting was last seen. */
	readonly #seen = new WeakMap<RunSpec, Seen>();
	#said = '';
	/** The runs of which it says what the last change has done to them. */
	#saidOf: unknown = null;
	/** Since when the setting under the hand is another one than what is said. */
	#behindSince: number | null = null;
	/** Whether it is drawn again once somebody waits. */
	#isAwaited = false;

	/** @param place says by `data-changed` that a reader has changed the runs, and by `data-effect` that it has one, in a part that is shown and in one that is read out */
	constructor(
		place: HTMLElement,
		{ store, trainings, language }: { store: LabStore; trainings: Trainings; language: Language },
	) {
		this.#place = place;
		this.#store = store;
		this.#trainings = trainings;
		this.#language = language;
	}

	/** @param isStill whether a screen reader is told: under the hand it would hear every step */
	draw(isStill: boolean): void {
		const { runs } = this.#trainings;
		const seen = new Map(runs.flatMap(({ key, of, look }) => (of && look ? [[key, { of, look }] as const] : [])));
		// Epochs that only pass by while runs play are nothing to compare with.
		if (!this.#isPlaying) for (const one of seen.values()) this.#seen.set(one.of, one);
		const said = this.#say(seen);
		if (said !== this.#said) this.#behindSince = null;
		if (isStill) this.#offerLambda(seen);
		if (said !== this.#said) {
			this.#said = said;
			this.#put('effect', said);
			this.#place.toggleAttribute('data-effect', said !== '');
		}
		if (isStill) this.#put('effect-read', said);
	}

	recolour(): void {}

	get #isPlaying(): boolean {
		return this.#place.closest('[data-playing]') !== null;
	}

	/** What the change has done, or what trains of it; '' where there is nothing to say. */
	#say(seen: ReadonlyMap<number, Seen>): string {
		const { state, stepFrom } = this.#store;
		// A question or a claim that is chosen has words of its own.
		if (!stepFrom || !this.#place.hasAttribute('data-changed')) return '';
		const before = new Map(stepFrom.runs.map(({ key, spec }) => [key, wholeSpec(spec)]));
		const moved = this.#trainings.runs.flatMap(({ key, spec }) => {
			const was = before.get(key);
			const moves = was && spec && movedBetween(was, spec);
			return moves ? [{ key, was, spec, moves }] : [];
		});
		const { moves } = moved.find(({ key }) => key === state.selected) ?? moved[0] ?? {};
		if (!moves) return '';
		const isThere = moved.every(({ key, spec }) => seen.get(key)?.of === spec);
		const { effect: text } = LAB_TEXT[this.#language];
		if (!isThere) return this.#isSoon() ? this.#said : text.training(sayMoves(moves, this.#language));
		// A film is no change: what was said of one stands, and of one under way only what it is.
		if (this.#isPlaying) return this.#saidOf === state ? this.#said : sayMoves(moves, this.#language);
		const effects = moved.flatMap(({ key, was }) => {
			const [from, now] = [this.#seen.get(was), seen.get(key)];
			const effect = from && now && effectOf(from, now);
			return effect ? [{ key, name: this.#nameOf(key), effect }] : [];
		});
		this.#saidOf = state;
		return sayEffects(moves, effects, state.selected, this.#language);
	}

	/** Under the hand one sentence follows the other: that of the setting before stands until somebody waits. */
	#isSoon(): boolean {
		if (this.#said === '' || this.#isPlaying) return false;
		this.#behindSince ??= performance.now();
		if (performance.now() - this.#behindSince >= LATE_MS) return false;
		if (!this.#isAwaited) {
			this.#isAwaited = true; // one timer, however many frames are drawn meanwhile
			setTimeout(() => {
				this.#isAwaited = false;
				this.draw(false);
			}, LATE_MS);
		}
		return true;
	}

	/** By what its λ is divided by, where that names each of the runs. */
	#nameOf(key: number): string {
		const text = LAB_TEXT[this.#language];
		const penalized = this.#trainings.runs.flatMap((run) => (run.spec && run.spec.penalty.lambda > 0 ? [run] : []));
		const scalings = new Set(penalized.map(({ spec }) => spec?.penalty.scaling));
		const own = penalized.find((run) => run.key === key)?.spec?.penalty.scaling;
		if (penalized.length > 1 && scalings.size === penalized.length)
			return own ? text.divided[own] : text.effect.unpenalized;
		return text.run(key);
	}

	/** One press brings λ back where every boundary is gone. */
	#offerLambda(seen: ReadonlyMap<number, Seen>): void {
		const { state, view } = this.#store;
		const { runs } = this.#trainings;
		const lambda = SETTINGS.lambda.of(shownRun(state, SETTINGS.lambda, view.scope).spec) ?? 0;
		const isThere = runs.every(({ key, spec }) => seen.get(key)?.of === spec);
		this.#place.toggleAttribute('data-lost', isThere && lambda > OPENING_LAMBDA && areLost([...seen.values()]));
	}

	#put(part: string, said: string): void {
		const place = this.#place.querySelector(`[data-part="${part}"]`);
		if (place) putText(place, said);
	}
}
