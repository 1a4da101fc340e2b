import type { Language } from '../../../src/language.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Scope } from '../state/changes.ts';
import { readTable } from './csv.ts';
import { type OwnData, ownData } from './ownData.ts';

/** A reader's own table: pasted, dropped or chosen, read anew at every change, taken for one run or all when it is right. */
export class OwnDataView {
	readonly #place: HTMLElement;
	readonly #language: Language;
	/** The columns that are offered as targets. */
	#columns: readonly string[] = [];
	/** The target's name, once the reader has chosen one: it stays theirs in another table that has it. */
	#chosen: string | null = null;
	/** Counts the files: of two the later one is taken, however long each is read. */
	#taken = 0;

	/** @param used hears of data that are right, once the reader takes them */
	constructor(place: HTMLElement, language: Language, used: (own: OwnData, scope: Scope) => void, signal: AbortSignal) {
		this.#place = place;
		this.#language = language;
		place.addEventListener(
			'input',
			({ target }) => {
				if (target === this.#select('target')) this.#chosen = this.#columns[this.#target()] ?? null;
				this.#check();
			},
			{ signal },
		);
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
				if (read.ok) used(read.value, this.#select('for')?.value === 'one' ? 'one' : 'all');
			},
			{ signal },
		);
		// This comes when its part of the page is opened: a hand may have been faster.
		void this.#file(place.querySelector('input[type="file"]'));
		if (place.querySelector('textarea')?.value) this.#check();
	}

	async #file(target: EventTarget | null): Promise<void> {
		const file = target instanceof HTMLInputElement && target.type === 'file' ? target.files?.[0] : undefined;
		if (file) await this.#take(file);
	}

	async #take(file: File): Promise<void> {
		const taken = ++this.#taken;
		const text = await file.text();
		const area = this.#place.querySelector('textarea');
		if (!area || taken !== this.#taken) return;
		area.value = text;
		this.#check();
	}

	#check() {
		const text = LAB_TEXT[this.#language];
		const table = readTable(this.#place.querySelector('textarea')?.value ?? '', text.ownProblems);
		this.#offer(table.ok ? table.value.columns : []);
		const choice = {
			target: this.#target(),
			heldOut: Number(this.#place.querySelector<HTMLInputElement>('input[name="heldOut"]')?.value ?? 0),
			standardize: this.#place.querySelector<HTMLInputElement>('input[name="standardize"]')?.checked ?? true,
		};
		const read = table.ok ? ownData(table.value, choice, text.ownProblems) : table;
		const button = this.#place.querySelector<HTMLButtonElement>('[data-action="use-own"]');
		if (button) button.disabled = !read.ok;
		const said = this.#place.querySelector('[data-part="own-said"]');
		if (said) said.innerHTML = read.ok ? this.#summary(read.value) : this.#problems(read.problems);
		return read;
	}

	/** Offers the columns of the table as it is now, right or wrong in its rows: the one that was chosen, or else the last. */
	#offer(columns: readonly string[]): void {
		const select = this.#select('target');
		if (!select || JSON.stringify(columns) === JSON.stringify(this.#columns)) return;
		this.#columns = columns;
		select.replaceChildren(...columns.map((name, index) => new Option(name, String(index))));
		const known = this.#chosen === null ? -1 : columns.indexOf(this.#chosen);
		select.selectedIndex = known < 0 ? columns.length - 1 : known;
	}

	#target = (): number => this.#select('target')?.selectedIndex ?? -1;

	#select = (name: string) => this.#place.querySelector<HTMLSelectElement>(`select[name="${name}"]`);

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
