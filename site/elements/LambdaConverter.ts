import type { LibraryId } from '../../src/schema/convertQuery.ts';
import { type ConverterState, inputOf, queryOf, stateOf } from '../convert/state.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import { languageOf } from '../text/languages.ts';
import { copyText } from './save.ts';

/** `<lambda-converter>`: converts as its reader types, proves rows by training, and keeps its state in the address. */
class LambdaConverter extends HTMLElement {
	readonly #language = languageOf(document.documentElement.lang);
	readonly #text = CONVERTER_TEXT[this.#language];
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		const { signal } = this.#lifetime;
		const form = this.#form();
		form.hidden = false;
		form.addEventListener('submit', (event) => event.preventDefault(), { signal });
		form.addEventListener('input', () => void this.#convert(), { signal });
		this.addEventListener('click', ({ target }) => void this.#act(target), { signal });
		this.#showButtons();
		if (this.#isEmbedded || location.search === '') return;
		this.#fill(stateOf(location.search));
		void this.#convert();
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
	}

	get #isEmbedded(): boolean {
		return 'embedded' in this.dataset;
	}

	async #convert(): Promise<void> {
		const state = this.#state();
		const link = this.querySelector<HTMLAnchorElement>('[data-part="link"]');
		if (link) link.search = queryOf(state);
		if (!this.#isEmbedded) history.replaceState(null, '', `?${queryOf(state)}`);
		const [{ convert }, { convertQuerySchema }, { fieldErrors }, { equivalentsHtml }] = await Promise.all([
			import('../../src/convert/convert.ts'),
			import('../../src/schema/convertQuery.ts'),
			import('../../src/schema/fieldErrors.ts'),
			import('../convert/equivalentsHtml.ts'),
		]);
		const input = inputOf(state, this.#language);
		const query = convertQuerySchema.safeParse(input);
		const outcome = query.success
			? convert(query.data)
			: { ok: false as const, errors: fieldErrors(query.error, input) };
		this.#showErrors(outcome.ok ? [] : outcome.errors);
		if (!outcome.ok) return;
		const opened = new Set(
			[...this.querySelectorAll('details[open]')].map((one) => one.closest('li')?.dataset.library),
		);
		const html = equivalentsHtml(outcome.conversion, {
			language: this.#language,
			from: state.from,
			isEmbedded: this.#isEmbedded,
		});
		this.#part('rows').innerHTML = html;
		for (const row of this.querySelectorAll<HTMLElement>('.spelling')) {
			if (opened.has(row.dataset.library) && row.dataset.library)
				row.querySelector('details')?.setAttribute('open', '');
		}
		this.#showButtons();
	}

	#showErrors(errors: readonly { path: string; message: string }[]): void {
		for (const place of this.querySelectorAll<HTMLElement>('[data-error]')) {
			const name = place.dataset.error ?? '';
			const message = errors.find(({ path }) => path === name)?.message ?? '';
			place.textContent = message;
			this.#form()
				.querySelector(`[name="${name}"]`)
				?.setAttribute('aria-invalid', String(message !== ''));
		}
	}

	async #act(target: EventTarget | null): Promise<void> {
		if (!(target instanceof HTMLButtonElement)) return;
		const row = target.closest('li');
		if ('copy' in target.dataset) {
			await copyText(row?.querySelector('pre')?.textContent ?? '');
			target.textContent = this.#text.copied;
		} else if ('prove' in target.dataset && row) await this.#prove(row, target);
	}

	async #prove(row: HTMLElement, button: HTMLButtonElement): Promise<void> {
		const place = row.querySelector('.proof');
		if (!place) return;
		button.disabled = true;
		place.textContent = this.#text.proving;
		try {
			const [{ inWorker }, { proofHtml }] = await Promise.all([
				import('../training/inWorker.ts'),
				import('../convert/proofHtml.ts'),
			]);
			const { from } = this.#state();
			// The row's and the form's values are LIBRARY_IDS, which the build wrote.
			const to = row.dataset.library as LibraryId;
			const pair = from === to ? { to } : { from: from as LibraryId | 'lambda', to };
			const proof = await inWorker<'proof'>({ kind: 'proof', pair }, () => {}, this.#lifetime.signal);
			place.innerHTML = proofHtml(proof, this.#language);
		} catch (error) {
			place.textContent = this.#text.failed(error instanceof Error ? error.message : String(error));
		} finally {
			button.disabled = false;
		}
	}

	#showButtons(): void {
		for (const button of this.querySelectorAll('button')) button.hidden = false;
	}

	#state(): ConverterState {
		const data = new FormData(this.#form());
		const field = (name: keyof ConverterState) => String(data.get(name) ?? '');
		return {
			from: field('from'),
			value: field('value'),
			m: field('m'),
			batchSize: field('batchSize'),
			learningRate: field('learningRate'),
		};
	}

	#fill(state: ConverterState): void {
		for (const [name, value] of Object.entries(state)) {
			const field = this.#form().elements.namedItem(name);
			if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
		}
	}

	#form(): HTMLFormElement {
		const form = this.querySelector('form');
		if (!form) throw new Error('the converter has no form');
		return form;
	}

	#part(name: string): HTMLElement {
		const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`the converter has no part "${name}"`);
		return part;
	}
}

customElements.define('lambda-converter', LambdaConverter);
