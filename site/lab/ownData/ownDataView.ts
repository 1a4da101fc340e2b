import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { type OwnData, ownData } from './ownData.ts';

/** A reader's own table: pasted, dropped or chosen, checked at every change, taken for a run when it is right. */
export class OwnDataView {
	readonly #place: HTMLElement;
	readonly #language: Language;
	#columns = '';

	/** @param used hears of data that are right, once the reader takes them */
	constructor(
		place: HTMLElement,
		language: Language,
		used: (data: RunSpecInput['data'], loss: OwnData['loss']) => void,
		signal: AbortSignal,
	) {
		this.#place = place;
		this.#language = language;
		place.addEventListener('input', () => this.#check(), { signal });
		place.addEventListener('change', ({ target }) => void this.#file(target), { signal });
		place.addEventListener('dragover', (event) => event.preventDefault(), { signal });
		place.addEventListener(
			'drop',
			(event) => {
				const file = event.dataTransfer?.files[0];
				if (!file) return;
				event.preventDefault();
				void this.#take(file);
			},
			{ signal },
		);
		place.querySelector('[data-action="use-own"]')?.addEventListener(
			'click',
			() => {
				const read = this.#check();
				if (read.ok) used(read.value.data, read.value.loss);
			},
			{ signal },
		);
	}

	async #file(target: EventTarget | null): Promise<void> {
		const file = target instanceof HTMLInputElement && target.type === 'file' ? target.files?.[0] : undefined;
		if (file) await this.#take(file);
	}

	async #take(file: File): Promise<void> {
		const area = this.#place.querySelector('textarea');
		if (area) area.value = await file.text();
		this.#columns = '';
		this.#check();
	}

	#check() {
		const text = LAB_TEXT[this.#language];
		const select = this.#place.querySelector('select');
		const chosen = select && select.options.length > 0 && this.#columns !== '' ? Number(select.value) : null;
		const choice = {
			target: chosen,
			heldOut: Number(this.#place.querySelector<HTMLInputElement>('input[name="heldOut"]')?.value ?? 0),
			standardize: this.#place.querySelector<HTMLInputElement>('input[name="standardize"]')?.checked ?? true,
		};
		const read = ownData(this.#place.querySelector('textarea')?.value ?? '', choice, text.ownProblems);
		const button = this.#place.querySelector<HTMLButtonElement>('[data-action="use-own"]');
		if (button) button.disabled = !read.ok;
		const said = this.#place.querySelector('[data-part="own-said"]');
		if (said) said.innerHTML = read.ok ? this.#summary(read.value) : this.#problems(read.problems);
		if (read.ok && select) {
			const columns = JSON.stringify(read.value.columns);
			if (columns !== this.#columns) {
				this.#columns = columns;
				select.replaceChildren(...read.value.columns.map((name, index) => new Option(name, String(index))));
				select.value = String(read.value.target);
			}
		}
		return read;
	}

	#summary({ data, m, columns, target, classes }: OwnData): string {
		const text = LAB_TEXT[this.#language];
		const features = String(columns.length - 1);
		const used = text.ownUsed(String(m), features, String(data.test?.X.length ?? 0), columns[target] ?? '');
		return `<p>${escapeHtml(used)}${classes ? ` ${escapeHtml(text.ownClasses(classes.map((name, i) => `${i} = ${name}`).join(', ')))}` : ''}</p>`;
	}

	#problems(problems: readonly { row: number; column: string; message: string }[]): string {
		const text = LAB_TEXT[this.#language];
		const items = problems.map(
			({ row, column, message }) => `<li>${escapeHtml(row === 0 ? message : text.ownError(row, column, message))}</li>`,
		);
		return `<p>${text.ownErrors(problems.length)}</p><ul>${items.join('')}</ul>`;
	}
}
