import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import type { LabStore } from '../state/labStore.ts';
import type { Trainings } from '../training/trainings.ts';
import { type Effect, effectOf, type Moved, movedBetween, type Seen } from './effectOf.ts';

/** In the place of what the page is about: what the last change of λ or m has done to a run, as soon as that is drawn. */
export class EffectLine {
	readonly #place: HTMLElement;
	readonly #store: LabStore;
	readonly #trainings: Trainings;
	readonly #language: Language;
	/** How each setting was last seen. */
	readonly #seen = new WeakMap<RunSpec, Seen>();
	#said = '';

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

	/** Of the chosen run, or of the first that the change has moved, or what trains of it; '' where there is nothing to say. */
	#say(seen: ReadonlyMap<number, Seen>): string {
		const { state, stepFrom } = this.#store;
		// A question or a claim that is chosen has words of its own.
		if (!stepFrom || !this.#place.hasAttribute('data-changed')) return '';
		const before = new Map(stepFrom.runs.map(({ key, spec }) => [key, wholeSpec(spec)]));
		const [chosen, ...others] = state.runs.toSorted(
			(a, b) => Number(b.key === state.selected) - Number(a.key === state.selected),
		);
		for (const run of [chosen, ...others]) {
			const was = run && before.get(run.key);
			if (!was) continue;
			const from = this.#seen.get(was);
			const now = seen.get(run.key);
			const effect = from && now && effectOf(from, now);
			if (effect) return this.#effectInWords(run.key, effect);
			const { spec = null, isCatchingUp = false } = this.#trainings.runs.find(({ key }) => key === run.key) ?? {};
			const moved = (isCatchingUp || this.#isPlaying) && spec && movedBetween(was, spec);
			if (moved) return LAB_TEXT[this.#language].effect.training(this.#movesInWords(moved));
		}
		return '';
	}

	#movesInWords({ lambda, rows }: Moved): string {
		const { list, effect } = LAB_TEXT[this.#language];
		const number = (value: number) => formatInProse(value, { language: this.#language });
		const count = (value: number) => formatCount(value, this.#language);
		return list([
			...(lambda ? [effect.moved('λ', number(lambda[0]), number(lambda[1]))] : []),
			...(rows ? [effect.moved('m', count(rows[0]), count(rows[1]))] : []),
		]);
	}

	#effectInWords(key: number, { coefficient, shape, loss, norm, ...moves }: Effect): string {
		const text = LAB_TEXT[this.#language];
		const number = (value: number) => formatInProse(value, { language: this.#language });
		const { moved, became, said } = text.effect;
		const short = (value: number) => formatInProse(value, { language: this.#language, mantissaDigits: 2 });
		const effects = [
			...(coefficient ? [moved(coefficient.formula, short(coefficient.change[0]), short(coefficient.change[1]))] : []),
			...(shape ? [became[shape]] : []),
			...(loss
				? [moved(loss.isHeldOut ? text.heldOutLoss : text.objective, number(loss.change[0]), number(loss.change[1]))]
				: []),
			...(norm && !shape ? [moved('‖W‖', number(norm[0]), number(norm[1]))] : []),
		];
		return said(
			this.#movesInWords(moves),
			String(key),
			text.list(effects.length > 0 ? effects : [text.effect.nothing]),
		);
	}

	#put(part: string, said: string): void {
		const place = this.#place.querySelector(`[data-part="${part}"]`);
		if (place) putText(place, said);
	}
}
