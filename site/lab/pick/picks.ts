import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { rangeInWords } from '../bar/rangeInWords.ts';
import { isPlanarKind, withDataKind, withHidden, withNoise } from './choices.ts';

/** Hears what to change in each run, and the name of what was touched. */
type Change = (field: string, change: (spec: RunSpecInput) => RunSpecInput) => void;

/** A link may hold anything where any of these belongs. */
const kindOf = ({ data }: RunSpecInput): unknown => data?.kind;
const hiddenOf = ({ network }: RunSpecInput): string | null =>
	Array.isArray(network?.hidden) ? network.hidden.join(', ') : null;
function noiseOf({ data }: RunSpecInput): number | null {
	const { noise } = Object(data) as { noise?: unknown };
	return typeof noise === 'number' && isPlanarKind(data?.kind) ? noise : null;
}

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
	 * Shows what runs have; nothing is chosen where they have something else, or not all the same.
	 *
	 * @param specs of the runs that a choice is made for @param key of the only one of them; null: all are meant
	 */
	become(specs: readonly RunSpecInput[], key: number | null): void {
		const { pickFor } = LAB_TEXT[this.#language];
		const had = { data: [...new Set(specs.map(kindOf))], model: [...new Set(specs.map(hiddenOf))] };
		for (const legend of this.#place.querySelectorAll<HTMLElement>('legend')) {
			const name = legend.dataset.pick === 'data' ? 'data' : 'model';
			putText(legend, pickFor[name](key, had[name].length > 1));
		}
		for (const input of this.#place.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
			const [one, ...others] = had[input.name === 'pick-data' ? 'data' : 'model'];
			input.checked = others.length === 0 && input.value === one;
		}
		const slider = this.#place.querySelector<HTMLInputElement>('input[type="range"]');
		if (!slider) return;
		const noises = specs.map(noiseOf).filter((noise) => noise !== null);
		slider.disabled = noises.length === 0;
		const [least, most] = [Math.min(...noises), Math.max(...noises)];
		if (noises.length > 0) slider.value = String(least);
		const said = rangeInWords(noises.length > 0 ? [least, most] : null, this.#language);
		slider.setAttribute('aria-valuetext', said);
		this.#place.querySelector('[data-part="noise"]')?.replaceChildren(said);
	}
}
