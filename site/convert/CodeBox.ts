import type { CodeField } from '../../src/schema/codeQuery.ts';
import { PageElement } from '../elements/PageElement.ts';
import { CODE_TEXT } from '../text/converter/codeText.ts';
import { fillForm } from './form.ts';

/** The reader of code is as large as the converter: it comes when the box is touched. */
const onDemand = () => import('./codeOnDemand.ts');

/** `<code-box>`: reads what is typed or pasted into it, asks for what is missing, and fills the converter around it. */
class CodeBox extends PageElement {
	/** Counts the readings, so that an earlier one that ends later is dropped. */
	#reading = 0;

	protected override connect(): void {
		const signal = this.lifetime;
		const code = this.#code();
		this.addEventListener('focusin', () => void onDemand().catch(() => {}), { signal, once: true });
		code.addEventListener('focus', () => code.select(), { signal, once: true }); // the example makes way
		this.addEventListener(
			'input',
			(event) => {
				event.stopPropagation(); // the converter's own fields are another form
				void this.#read();
			},
			{ signal },
		);
	}

	async #read(): Promise<void> {
		const reading = ++this.#reading;
		const place = this.findPart('answer');
		let reader: Awaited<ReturnType<typeof onDemand>>;
		try {
			reader = await onDemand();
		} catch {
			place.textContent = CODE_TEXT[this.language].failed;
			return;
		}
		if (reading !== this.#reading) return;
		const fields = this.#fields();
		const { answer, wrong } = reader.readBox(this.#code().value, fields, this.language);
		place.innerHTML = this.#code().value.trim() === '' ? '' : reader.codeAnswerHtml(answer, this.language);
		this.#ask(answer.missing);
		this.#sayWrong(wrong);
		const state = reader.converterStateOf(answer, fields);
		const form = this.closest('lambda-converter')?.querySelector('form');
		if (!state || !form) return;
		fillForm(form, state);
		form.dispatchEvent(new Event('input', { bubbles: true }));
		form.querySelector('[data-part="from-code"]')?.toggleAttribute('hidden', false);
	}

	/** Shows the fields of what is missing; one that a reader has filled stays. */
	#ask(missing: readonly CodeField[]): void {
		const asked = this.#eachField().filter(({ place, name, field }) => {
			place.hidden = !missing.includes(name) && field.value === '';
			return !place.hidden;
		});
		this.findPart('missing').hidden = asked.length === 0;
	}

	#sayWrong(wrong: readonly CodeField[]): void {
		for (const { name, field } of this.#eachField()) {
			if (wrong.includes(name)) field.setAttribute('aria-invalid', 'true');
			else field.removeAttribute('aria-invalid');
		}
		this.findPart('invalid').textContent = wrong.length > 0 ? CODE_TEXT[this.language].invalid : '';
	}

	#fields(): Partial<Record<CodeField, string>> {
		return Object.fromEntries(this.#eachField().map(({ name, field }) => [name, field.value]));
	}

	#eachField() {
		return [...this.querySelectorAll<HTMLElement>('[data-field]')].flatMap((place) => {
			const field = place.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
			return field ? [{ place, field, name: place.dataset.field as CodeField }] : []; // `CodeBox.astro` wrote it
		});
	}

	#code(): HTMLTextAreaElement {
		const code = this.findPart('code');
		if (!(code instanceof HTMLTextAreaElement)) throw new Error('the box for code is no textarea');
		return code;
	}
}

customElements.define('code-box', CodeBox);
