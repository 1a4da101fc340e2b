import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import type { Spellings } from './answer.ts';
import type { InexactCode } from './everyRow.ts';
import { filterRows } from './filter.ts';
import { fillForm, readForm, showProblems, touchedFields } from './form.ts';
import type { OwnCall } from './ownCall.ts';
import { type ConverterState, queryOf, stateOf } from './state.ts';
import { newMAt, stopOf } from './timesStops.ts';

/** The libraries and zod are more than all the rest of a page: they come when a reader touches the converter. */
const onDemand = () => import('./onDemand.ts');
type OnDemand = Awaited<ReturnType<typeof onDemand>>;

/** A browser may refuse an address that changes with every key. */
const ADDRESS_AFTER = 250;

/** `<lambda-converter>`: converts as its reader types, proves rows by training, and keeps its state in the address. */
class LambdaConverter extends PageElement {
	/** What the rows show; null while they are those of the build. */
	#spellings: Spellings | null = null;
	#addressTimer: ReturnType<typeof setTimeout> | undefined;

	protected override connect(): void {
		const signal = this.lifetime;
		signal.addEventListener('abort', () => clearTimeout(this.#addressTimer));
		const form = this.#form();
		form.addEventListener('submit', (event) => event.preventDefault(), { signal });
		this.addEventListener('focusin', () => void onDemand(), { signal, once: true });
		this.addEventListener('input', ({ target }) => void this.#changed(target), { signal });
		this.addEventListener('click', ({ target }) => void this.#act(target), { signal });
		const touched = touchedFields(form);
		const isTouched = Object.keys(touched).length > 0;
		if (location.search === '' && !isTouched) return;
		const state = { ...stateOf(location.search), ...touched };
		fillForm(form, state);
		this.#part('more')?.toggleAttribute(
			'open',
			[state.momentum, state.loss, state.targetDeviation].some((one) => one !== ''),
		);
		void (isTouched ? this.#changed(null) : this.#convert());
	}

	async #changed(target: EventTarget | null): Promise<void> {
		if (target instanceof HTMLElement && target.dataset.part === 'filter') return this.#filter();
		if (target instanceof HTMLInputElement && target.dataset.part === 'times') this.#slide(Number(target.value));
		const query = `?${queryOf(readForm(this.#form()))}`;
		const link = this.#part('link');
		if (link instanceof HTMLAnchorElement) link.search = query;
		clearTimeout(this.#addressTimer);
		const { hash } = location;
		this.#addressTimer = setTimeout(() => history.replaceState(history.state, '', query + hash), ADDRESS_AFTER);
		await this.#convert(target instanceof HTMLSelectElement && target.name === 'from');
	}

	/** The slider writes the field of later examples. */
	#slide(stop: number): void {
		const form = this.#form();
		const later = form.elements.namedItem('newM');
		if (later instanceof HTMLInputElement) later.value = newMAt(stop, readForm(form).m);
	}

	/** @param isOtherRow whether another row is chosen: a loss that it does not train on makes way for its own */
	async #convert(isOtherRow = false): Promise<void> {
		this.toggleAttribute('data-converting', true); // the rows are of other fields
		const loaded = await onDemand();
		this.removeAttribute('data-converting');
		const { CONVERTER_TEXT, answerTo, equivalentsHtml, lossSaid, summaryOf } = loaded;
		const form = this.#form();
		// Of now: the reader may have typed on meanwhile. From here on nothing waits until all is shown: a wait between
		// reading the fields and writing the slider would put it back under the reader's hand.
		let state = readForm(form);
		let outcome = answerTo(state, this.language);
		if (isOtherRow && !outcome.ok && outcome.errors.some(({ path }) => path === 'loss')) {
			state = { ...state, loss: '' };
			fillForm(form, state);
			outcome = answerTo(state, this.language);
		}
		this.#part('further')?.replaceChildren(loaded.sayFurther(state, this.language));
		showProblems(form, outcome.ok ? [] : outcome.errors);
		const summary = this.#part('summary');
		if (!outcome.ok) {
			summary?.replaceChildren(CONVERTER_TEXT[this.language].invalid);
			return;
		}
		const { spellings } = outcome;
		this.#spellings = spellings;
		summary?.replaceChildren(summaryOf(spellings, this.language));
		this.#part('loss')?.replaceChildren(lossSaid(spellings, this.language));
		this.#part('noise')?.toggleAttribute('hidden', !loaded.isBesideNoise(state.from, spellings.loss));
		this.#showMoved(spellings, state, loaded);
		const open = new Set(this.#rows('details[open]').map(({ dataset }) => dataset.library));
		const rows = this.#part('rows');
		const shown = { language: this.language, from: state.from, call: this.#ownCall(), inexact: this.#inexact() };
		if (rows) rows.innerHTML = equivalentsHtml(spellings, shown);
		for (const row of this.#rows('details')) {
			if (open.has(row.dataset.library)) row.querySelector('details')?.setAttribute('open', '');
		}
		await this.#filter();
	}

	/** What becomes of λ at the later number of examples, by each rule; nothing where m stays. */
	#showMoved(
		spellings: Spellings,
		state: ConverterState,
		{ ruleHtml, sayCounted, sayKept, sayMeasured, sayTimes }: OnDemand,
	): void {
		const { language } = this;
		const { moved, besideStep } = spellings;
		const stop = stopOf(state.newM, state.m);
		const said = sayTimes(moved?.times ?? 1, language);
		const slider = this.#part('times');
		if (slider instanceof HTMLInputElement) {
			// A number that was typed may lie between two stops.
			slider.value = String(stop);
			slider.setAttribute('aria-valuetext', said);
		}
		this.#part('times-said')?.replaceChildren(said);
		this.#part('counted')?.replaceChildren(sayCounted(spellings, language));
		this.#part('measured')?.replaceChildren(moved ? sayMeasured(moved, language) : '');
		this.#part('advice')?.replaceChildren(moved?.advice ?? '');
		this.#part('moved')?.toggleAttribute('hidden', !moved);
		this.#part('keep')?.toggleAttribute('data-stacked', besideStep !== null);
		for (const rule of moved?.rules ?? []) {
			const place = this.querySelector(`[data-rule="${rule.rule}"]`);
			const [times, isBest] = [moved?.times ?? 1, rule.rule === moved?.best];
			if (place) place.innerHTML = ruleHtml(rule, { times, isBest, besideStep }, language);
			place?.previousElementSibling?.replaceChildren(sayKept(rule.rule, besideStep, language));
		}
	}

	/** Hides the rows that the filter does not want, at once; an empty filter shows all. How many are left is said next. */
	async #filter(): Promise<void> {
		const box = this.#part('filter');
		if (!(box instanceof HTMLInputElement)) return;
		const count = filterRows(this.querySelectorAll<HTMLElement>('.spelling'), box.value);
		const { CONVERTER_TEXT } = await onDemand();
		this.#part('filtered')?.replaceChildren(box.value === '' ? '' : CONVERTER_TEXT[this.language].filtered(count));
	}

	async #act(target: EventTarget | null): Promise<void> {
		if (target instanceof HTMLElement && target.dataset.part === 'unfold') {
			target.setAttribute('aria-expanded', String(this.toggleAttribute('data-unfolded')));
			return;
		}
		const row = target instanceof HTMLButtonElement ? target.closest('li') : null;
		if (!row || !(target instanceof HTMLButtonElement)) return;
		if ('copy' in target.dataset) await this.#copy(row);
		else if ('prove' in target.dataset) await this.#prove(row, target);
	}

	async #copy(row: HTMLElement): Promise<void> {
		const code = row.querySelector('pre');
		const { CONVERTER_TEXT } = await onDemand();
		const text = CONVERTER_TEXT[this.language];
		let said = text.copied;
		try {
			await navigator.clipboard.writeText(code?.textContent ?? '');
		} catch {
			// Without HTTPS, or without permission.
			if (code) getSelection()?.selectAllChildren(code);
			said = text.notCopied;
		}
		row.querySelector('.spelling-said')?.replaceChildren(said);
	}

	async #prove(row: HTMLElement, button: HTMLButtonElement): Promise<void> {
		const place = row.querySelector('.proof');
		const signal = this.lifetime;
		const [{ CONVERTER_TEXT, answerTo, proofHtml, proofPair }, { inWorker }] = await Promise.all([
			onDemand(),
			import('../training/inWorker.ts'),
		]);
		const text = CONVERTER_TEXT[this.language];
		const state = readForm(this.#form());
		const opened = answerTo(state, this.language);
		const spellings = this.#spellings ?? (opened.ok ? opened.spellings : null);
		if (!place || !spellings || button.disabled) return;
		button.disabled = true;
		place.textContent = text.proving;
		try {
			const to = row.dataset.library as LibraryId; // `rowHtml` wrote it
			const pair = proofPair(state.from, to, spellings, state.keep);
			const proof = await inWorker<'proof'>({ kind: 'proof', pair }, () => {}, signal);
			place.innerHTML = proofHtml(proof, pair.lambda ?? 0, this.language);
		} catch (error) {
			if (signal.aborted) return;
			place.textContent = text.failed(messageOf(error));
		} finally {
			button.disabled = false;
		}
	}

	/** The code in the box around its number, as the box has read it; none where a link has emptied that. */
	#ownCall(): OwnCall | null {
		const call = this.querySelector<HTMLElement>('code-box')?.dataset.call;
		return this.#hasCode() && call ? JSON.parse(call) : null; // `CodeBox` wrote it
	}

	#hasCode(): boolean {
		const code = this.#part('code');
		return code instanceof HTMLTextAreaElement && code.value.trim() !== '';
	}

	/** Why no other row has the minimizer of the code in the box, as the box has read it. */
	#inexact(): InexactCode | null {
		const said = this.querySelector<HTMLElement>('code-box')?.dataset.inexact;
		return this.#hasCode() && said ? JSON.parse(said) : null; // `CodeBox` wrote it
	}

	/** The libraries' rows that have `part`. */
	#rows(part: string): HTMLElement[] {
		return [...this.querySelectorAll<HTMLElement>('[data-library]')].filter((row) => row.querySelector(part));
	}

	#form(): HTMLFormElement {
		const form = this.querySelector('form');
		if (!form) throw new Error('the converter has no form');
		return form;
	}

	#part(name: string): HTMLElement | null {
		return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
	}
}

customElements.define('lambda-converter', LambdaConverter);
