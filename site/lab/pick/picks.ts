import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Scope } from '../state/changes.ts';
import { isPlanarKind, withDataKind, withHidden, withNoise } from './choices.ts';

/** Hears what to change in each run, and the name of what was touched. */
type Change = (field: string, change: (spec: RunSpecInput) => RunSpecInput) => void;

/** The pictures that data sets and networks are chosen by, and the slider of the noise. */
export class Picks {
	readonly #place: HTMLElement;
	readonly #language: Language;

	constructor(place: HTMLElement, language: Language, change: Change, signal: AbortSignal) {
		this.#place = place;
		this.#language = language;
		place.addEventListener(
			'input',
			({ target }) => {
				if (!(target instanceof HTMLInputElement)) return;
				const { name, value } = target;
				if (name === 'pick-noise') change('noise', (spec) => withNoise(spec, Number(value)));
				else if (name === 'pick-model') {
					const hidden = value === '' ? [] : value.split(', ').map(Number);
					change('hidden', (spec) => withHidden(spec, hidden));
				} else if (isPlanarKind(value)) change('kind', (spec) => withDataKind(spec, value));
			},
			{ signal },
		);
	}

	/**
	 * Shows what a run has; nothing is chosen where it has something else.
	 *
	 * @param scope whether a choice is made for all runs, or for that one
	 */
	become({ data, network }: RunSpecInput, key: number, scope: Scope): void {
		const { pickFor } = LAB_TEXT[this.#language];
		for (const legend of this.#place.querySelectorAll<HTMLElement>('legend'))
			putText(legend, pickFor[legend.dataset.pick === 'data' ? 'data' : 'model'](scope === 'all' ? null : key));
		const hidden = Array.isArray(network?.hidden) ? network.hidden.join(', ') : null;
		for (const input of this.#place.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
			input.checked = input.value === (input.name === 'pick-data' ? data?.kind : hidden);
		}
		const slider = this.#place.querySelector<HTMLInputElement>('input[type="range"]');
		if (!slider) return;
		const { noise } = Object(data) as { noise?: unknown };
		slider.disabled = typeof noise !== 'number' || !isPlanarKind(data?.kind);
		if (typeof noise !== 'number') return;
		slider.value = String(noise);
		const said = formatInProse(noise, { language: this.#language });
		this.#place.querySelector('[data-part="noise"]')?.replaceChildren(said);
	}
}
