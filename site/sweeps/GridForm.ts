import type { Language } from '../../src/language.ts';
import { isUntouched } from '../elements/isUntouched.ts';
import { putText } from '../elements/putText.ts';
import type { FormField, SweepForm } from './axes.ts';
import { isTooLarge, type SweepLimits, sayCost } from './sayCost.ts';
import { failureWords } from './sweepWords.ts';

interface Heard {
	sent: () => void;
	changed: () => void;
}

/** The form of a grid of trainings: what is written in it, what that costs, and what is wrong with it. */
export class GridForm {
	readonly #form: HTMLFormElement;
	readonly #cost: HTMLElement;
	readonly #note: HTMLElement;
	readonly #language: Language;
	/** What the server takes; null until it has said so, and where it takes no sweep. */
	limits: SweepLimits | null = null;

	/** @param page holds the form and the places of its cost and of a note on its λ */
	constructor(page: HTMLElement, language: Language) {
		const form = page.querySelector('form');
		const cost = page.querySelector<HTMLElement>('[data-part="cost"]');
		const note = page.querySelector<HTMLElement>('[data-part="note"]');
		if (!form || !cost || !note) throw new Error('the sweep has no form, or no place for its cost and its note');
		this.#form = form;
		this.#cost = cost;
		this.#note = note;
		this.#language = language;
	}

	listen({ sent, changed }: Heard, signal: AbortSignal): void {
		const submitted = (event: Event) => {
			event.preventDefault();
			sent();
		};
		const typed = () => {
			changed();
			void this.price();
		};
		this.#form.addEventListener('submit', submitted, { signal });
		this.#form.addEventListener('input', typed, { signal });
	}

	/** Says what the form costs as the page opens: one that nobody has touched the build has asked the schema about. */
	async open(): Promise<void> {
		if (!isUntouched(this.#form)) {
			await this.price();
			return;
		}
		const { cells, gflop } = this.#cost.dataset;
		const cost = { cells: Number(cells), gflop: Number(gflop) };
		this.#cost.textContent = sayCost(cost, this.limits, this.#language);
		this.#cost.toggleAttribute('data-wrong', isTooLarge(cost, this.limits));
	}

	/** Says what the form would cost, or what is wrong with it, and returns what can be sent of it. */
	async price() {
		const { said, wrong, input, note } = await import('./quoteSweep.ts')
			.then(({ quoteSweep }) => quoteSweep(this.#read(), this.limits, this.#language))
			.catch((error) => ({ said: failureWords(error, this.#language), wrong: {}, input: null, note: '' }));
		putText(this.#cost, said);
		this.#cost.toggleAttribute('data-wrong', input === null);
		putText(this.#note, note);
		this.#mark(wrong);
		return input;
	}

	focusWrong(): void {
		this.#form.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid]')?.focus();
	}

	/** What stands in the form, as one text to compare with another. */
	get written(): string {
		return JSON.stringify(this.#read());
	}

	/** Puts into the form what a sweep is of, so that it says what is shown beside it. */
	write({ scaling, ...fields }: Omit<SweepForm, 'base'> & Partial<SweepForm>): void {
		for (const input of this.#form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
			if (input instanceof HTMLInputElement && input.name === 'scaling') input.checked = scaling.includes(input.value);
			else input.value = fields[input.name as keyof typeof fields] ?? input.value; // its other names are those of the form's fields
		}
		this.#cost.textContent = '';
		this.#mark({});
	}

	#read(): SweepForm {
		const data = new FormData(this.#form);
		const field = (name: string) => String(data.get(name) ?? '');
		return {
			lambda: field('lambda'),
			m: field('m'),
			scaling: data.getAll('scaling').map(String),
			seeds: field('seeds'),
			base: field('base'),
		};
	}

	/** Says at each field what is wrong with it. */
	#mark(wrong: Partial<Record<FormField, string>>): void {
		for (const place of this.#form.querySelectorAll<HTMLElement>('.wrong')) {
			const name = place.id.replace('wrong-', '') as FormField; // SweepRunner.astro names them so
			const said = wrong[name] ?? '';
			putText(place, said);
			for (const field of this.#form.querySelectorAll(`[name="${name}"]`)) {
				if (said) field.setAttribute('aria-invalid', 'true');
				else field.removeAttribute('aria-invalid');
			}
			const folded = place.closest('details');
			if (folded && said) folded.open = true;
		}
	}
}
