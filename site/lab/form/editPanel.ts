import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { OwnData } from '../ownData/ownData.ts';
import { describeDifferences } from '../runs/describeDifferences.ts';
import { findingsHtml, refusalHtml } from '../runs/findingsHtml.ts';
import { type Scope, withEach } from '../state/changes.ts';
import { copiesOf, uncopied, withCopies } from '../state/copies.ts';
import type { LabStore } from '../state/labStore.ts';
import { OPENING, selectedRun, withSpec } from '../state/state.ts';
import { checkSpec } from './checkSpec.ts';
import { SpecForm } from './specForm.ts';
import { specOfJson } from './specOfJson.ts';
import { writtenOut } from './writtenOut.ts';

interface Holding {
	store: LabStore;
	language: Language;
	say: (said: string) => void;
	signal: AbortSignal;
}

/** Everything of the selected run as text: its fields, what it implies, how it differs from the first, its JSON, a reader's own data. */
export class EditPanel {
	readonly #place: HTMLElement;
	readonly #holding: Holding;
	readonly #form: SpecForm;
	/** What the form shows, so that it is filled when that is another one, and not while the reader types. */
	#shown: { key: number; spec: RunSpecInput } | null = selectedRun(OPENING); // the build has filled it

	#scope: Scope | null = null;

	constructor(place: HTMLElement, holding: Holding) {
		this.#place = place;
		this.#holding = holding;
		const { store, signal } = holding;
		const become = (spec: RunSpecInput, path: string) => {
			const { key, spec: before } = this.#shown ?? selectedRun(store.state); // another may just have been chosen
			store.set(withSpec(store.state, key, withCopies(spec, copiesOf(before))), path);
		};
		this.#form = new SpecForm(this.#formElement, become, signal);
		this.#json?.closest('details')?.addEventListener('toggle', () => void this.#writeJson(), { signal });
		const own = this.#part('own').closest('details');
		own?.addEventListener('toggle', () => void this.#openOwn(), { signal, once: true });
	}

	/** Shows the selected run: its fields. */
	become(): void {
		const { store, language } = this.#holding;
		const { key, spec } = selectedRun(store.state);
		if ((key !== this.#shown?.key || spec !== this.#shown.spec) && !this.#isTyping(spec)) {
			this.#form.fill(spec);
			this.#part('form-title').textContent = LAB_TEXT[language].formTitle(key);
		}
		this.#shown = { key, spec };
		this.#followScope();
	}

	/** Says what it implies, what is wrong with it, how it differs from the first run, and what it is as JSON. */
	async say(): Promise<void> {
		const { store, language } = this.#holding;
		const text = LAB_TEXT[language];
		const { runs } = store.state;
		const { key, spec } = selectedRun(store.state);
		const check = checkSpec(spec, language);
		const left = this.#form.say(check.ok ? [] : check.errors);
		this.#part('findings').innerHTML = check.ok
			? findingsHtml(check.spec, language)
			: refusalHtml(left.length > 0 ? left : check.errors, language);
		const first = runs[0] && checkSpec(runs[0].spec, language);
		this.#part('difference').textContent =
			!check.ok || !first?.ok
				? ''
				: key === runs[0]?.key
					? text.base
					: describeDifferences(first.spec, check.spec, language);
		await this.#writeJson();
	}

	/** The shortest JSON of the run takes long to find: it is written while it is seen. */
	async #writeJson(): Promise<void> {
		const json = this.#json;
		if (!json?.closest('details')?.open) return;
		const { lean } = await import('../state/lean.ts');
		if (json === document.activeElement) return;
		json.value = JSON.stringify(lean(writtenOut(selectedRun(this.#holding.store.state).spec)), null, 2);
	}

	/** Takes the JSON that the reader has written. */
	applyJson(): void {
		const { store, say, language } = this.#holding;
		try {
			const spec = specOfJson(this.#json?.value ?? '');
			say('');
			this.#json?.blur();
			store.set(withSpec(store.state, store.state.selected, spec));
		} catch (error) {
			say(LAB_TEXT[language].notJson(messageOf(error)));
		}
	}

	/** What reads a table comes when a reader wants to bring one. */
	async #openOwn(): Promise<void> {
		const { OwnDataView } = await import('../ownData/ownDataView.ts');
		const { language, signal } = this.#holding;
		if (signal.aborted) return;
		const place = this.#part('own');
		new OwnDataView(place, language, (own, scope) => this.#useOwn(own, scope), signal);
		const area = place.querySelector('textarea');
		if (area?.value) area.dispatchEvent(new InputEvent('input', { bubbles: true })); // written meanwhile
	}

	#useOwn({ data, loss }: OwnData, scope: Scope): void {
		const { store } = this.#holding;
		const withOwn = ({ loss: _, ...rest }: RunSpecInput) => ({ ...rest, data, ...(loss && { loss }) });
		store.set(withEach(store.state, scope, withOwn));
	}

	/** A reader's own table is for the runs that the bar changes, until they say otherwise. */
	#followScope(): void {
		const { scope } = this.#holding.store.view;
		const choice = this.#part('own').querySelector<HTMLSelectElement>('select[name="for"]');
		if (choice && scope !== this.#scope) choice.value = scope;
		this.#scope = scope;
	}

	/** Whether the form already holds this spec: the reader is typing it. */
	#isTyping(spec: RunSpecInput): boolean {
		return (
			this.#formElement.contains(document.activeElement) &&
			JSON.stringify(this.#form.spec()) === JSON.stringify(uncopied(spec))
		);
	}

	get #json(): HTMLTextAreaElement | null {
		return this.#place.querySelector('textarea[name="json"]');
	}

	get #formElement(): HTMLFormElement {
		const form = this.#place.querySelector<HTMLFormElement>('form.spec-form');
		if (!form) throw new Error('the Lab has no form');
		return form;
	}

	#part(name: string): HTMLElement {
		const part = this.#place.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`the panel has no part "${name}"`);
		return part;
	}
}
