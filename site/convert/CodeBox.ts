import type { CodeAnswer, DecayAnswer } from '../../src/schema/codeAnswer.ts';
import type { CodeField } from '../../src/schema/codeQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { PageElement } from '../elements/PageElement.ts';
import { CODE_TEXT } from '../text/converter/codeText.ts';
import { fillForm, readForm } from './form.ts';
import type { Answered } from './sameCode.ts';
import { showOrigin } from './showOrigin.ts';
import { type ConverterState, isSameStrength, OPENING } from './state.ts';

/** The reader of code is as large as the converter: it comes when the box is touched. */
const onDemand = () => import('./codeOnDemand.ts');

/** Lines that the box shows of what is pasted, at least and at most: `code.css` has a lower bound where the answer stands below it. */
const [LEAST_LINES, MOST_LINES] = [4, 24];

/** `<code-box>`: reads what is typed or pasted into it, asks for what is missing, and fills the converter around it. */
class CodeBox extends PageElement {
	/** Counts the readings, so that an earlier one that ends later is dropped. */
	#reading = 0;
	/** What its reader has entered beside a code, which is taken back for another and comes back with it. */
	#answered: Answered | null = null;
	/** Fields of the converter that its reader has changed since the code was: they stay. */
	readonly #byHand = new Set<string>();
	/** Which of several decays is in the converter, where the reader has chosen; and of how many. */
	#chosen: number | null = null;
	#choices = 0;
	/** What the code puts into the converter. */
	#ofCode: ConverterState | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		const [code, form] = [this.#code(), this.#form()];
		this.addEventListener('focusin', () => void onDemand().catch(() => {}), { signal, once: true });
		code.addEventListener('focus', () => code.select(), { signal, once: true }); // the example makes way
		this.addEventListener(
			'input',
			(event) => {
				event.stopPropagation(); // the converter's own fields are another form
				const isAnew = event.target === code;
				if (isAnew) {
					this.#byHand.clear();
					code.rows = Math.min(Math.max(code.value.split('\n').length, LEAST_LINES), MOST_LINES);
					const isPasted = event instanceof InputEvent && event.inputType === 'insertFromPaste';
					const isWhole = code.selectionEnd === code.value.length;
					if (isPasted && isWhole) requestAnimationFrame(() => code.scrollTo(0, 0)); // browsers show its end
				} else this.#answered = { code: code.value, fields: this.#fields() };
				if (!isAnew) this.#byHand.delete(this.#eachField().find(({ field }) => field === event.target)?.name ?? '');
				void this.#read(isAnew);
			},
			{ signal },
		);
		form.addEventListener('input', ({ target }) => this.#changedByHand(target), { signal });
		this.findPart('answer').addEventListener('click', ({ target }) => void this.#choose(target), { signal });
		this.findPart('restore').addEventListener('click', () => void this.#takeCodes(), { signal });
		// What a link states is not of the example: `linkFirst.ts` has emptied the box.
		this.#ofCode = code.value.trim() === '' ? null : OPENING;
		this.#sayOrigin();
	}

	/** A field of the converter that the code leaves out as well is one with the field here. */
	#changedByHand(target: EventTarget | null): void {
		if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
		this.#byHand.add(target.name || 'newM'); // the slider writes that field
		const asked = this.#eachField().find(({ name, place }) => name === target.name && !place.hidden);
		if (asked) {
			asked.field.value = target.value;
			this.#answered = { code: this.#code().value, fields: this.#fields() };
			void this.#read();
		} else this.#sayOrigin();
	}

	/** Puts the numbers of the code back in place of the reader's own. */
	async #takeCodes(): Promise<void> {
		this.#byHand.clear();
		await this.#read();
		this.#code().focus(); // the button is gone
	}

	/** Puts another of several decays into the converter. */
	async #choose(target: EventTarget | null): Promise<void> {
		const place = target instanceof HTMLElement ? target.dataset.choose : undefined;
		if (place === undefined) return;
		this.#chosen = Number(place);
		this.#byHand.clear();
		await this.#read();
		this.querySelector<HTMLElement>(`[data-choose="${place}"]`)?.focus(); // the answer is written anew
	}

	/** @param isAnew whether the code has changed, and not a field beside it */
	async #read(isAnew = false): Promise<void> {
		const reading = ++this.#reading;
		const place = this.findPart('answer');
		this.toggleAttribute('data-reading', true); // the answer is of other code, for as long as the reader of code comes
		let reader: Awaited<ReturnType<typeof onDemand>>;
		try {
			reader = await onDemand();
		} catch {
			place.textContent = CODE_TEXT[this.language].failed;
			this.removeAttribute('data-reading');
			return;
		}
		if (reading !== this.#reading) return;
		this.removeAttribute('data-reading');
		const code = this.#code().value;
		if (isAnew) {
			const kept = this.#answered && reader.answersFor(code, this.#answered, this.language);
			for (const { name, field } of this.#eachField()) field.value = kept?.[name] ?? '';
		}
		const fields = this.#fields();
		const isEmpty = code.trim() === '';
		const { answer, wrong } = reader.readBox(code, fields, this.language);
		const choices = reader.choiceIn(answer, null)?.places.length ?? 0;
		if (choices !== this.#choices) this.#chosen = null;
		this.#choices = choices;
		const choice = reader.choiceIn(answer, this.#chosen);
		const partly = reader.partialMeanings(answer, code, fields, this.language);
		place.innerHTML = isEmpty ? '' : reader.codeAnswerHtml(answer, this.language, choice, partly);
		this.#sayWhich(choice && answer.decays[choice.shown]);
		this.#ask(answer);
		if (isAnew) this.#askFirst(reader.decidesLambda(answer) || !answer.missing.includes('m'));
		const asked = reader.whatToEnter(answer, this.language);
		const title = this.findPart('asked');
		if (title.textContent !== asked) title.textContent = asked; // a live region speaks when it changes
		this.#sayWrong(wrong);
		const state = reader.stateOfBox(code, fields, this.language, this.#chosen);
		this.dataset.call = JSON.stringify(state && reader.ownCallIn(code, state));
		const reason = state && reader.whyOtherIn(code, fields, this.language, this.#chosen);
		if (state && reason) this.dataset.inexact = JSON.stringify({ from: state.from, ...reason });
		else delete this.dataset.inexact;
		this.#ofCode = state;
		this.#sayWaitedFor(reader.waitedFor(answer, this.language));
		if (state) this.#fill(state);
		else this.#sayOrigin();
	}

	/** Puts what the code says into the converter, but for what its reader has changed there. */
	#fill(state: ConverterState): void {
		const form = this.#form();
		const kept = Object.entries(readForm(form)).filter(([name]) => this.#byHand.has(name));
		fillForm(form, { ...state, ...Object.fromEntries(kept) });
		form.dispatchEvent(new Event('input', { bubbles: true }));
		this.#sayOrigin();
	}

	/** Whose numbers the form holds: those of the code, the reader's own, or, beside code without a number, those of before. */
	#sayOrigin(): void {
		const form = this.#form();
		if (this.#ofCode) showOrigin(form, isSameStrength(readForm(form), this.#ofCode) ? 'code' : 'hand');
		else showOrigin(form, this.#code().value.trim() === '' || this.#byHand.size > 0 ? 'hand' : 'other');
	}

	/** What code without a number has to be told for one. */
	#sayWaitedFor(fields: readonly string[]): void {
		const said = fields.length === 0 ? null : CODE_TEXT[this.language].waits(fields);
		for (const place of this.closest('lambda-converter')?.querySelectorAll<HTMLElement>('[data-none]') ?? []) {
			place.textContent = said ?? place.dataset.none ?? '';
		}
	}

	/** What decides λ is asked for above the answer, all else below it. */
	#askFirst(isFirst: boolean): void {
		const missing = this.findPart('missing');
		missing.toggleAttribute('data-aside', !isFirst);
		if (isFirst) this.findPart('stale').before(missing);
		else this.findPart('answer').after(missing);
	}

	/** Above the table, which of several decays it is of. */
	#sayWhich(decay: DecayAnswer | null | undefined): void {
		const which = this.closest('lambda-converter')?.querySelector('[data-part="which"]');
		if (!which) return;
		const said = decay && `${decay.name}, ${decay.parameter} = ${decay.value}`;
		which.textContent = said ? CODE_TEXT[this.language].ofSeveral(decay.line, said) : '';
	}

	/** Shows the fields of what is missing; one that a reader has filled stays while anything decays. */
	#ask({ missing, decays }: CodeAnswer): void {
		const asked = this.#eachField().filter(({ place, name, field }) => {
			const isMissing = missing.includes(name);
			place.hidden = !isMissing && (field.value === '' || decays.length === 0);
			place.toggleAttribute('data-answered', !isMissing);
			return !place.hidden;
		});
		this.findPart('missing').hidden = asked.length === 0;
	}

	/** Says each problem at its field, and takes back those that are gone. */
	#sayWrong(wrong: readonly FieldError[]): void {
		for (const { name, field, place } of this.#eachField()) {
			const message = wrong.find(({ path }) => path === name)?.message ?? '';
			if (message === '') field.removeAttribute('aria-invalid');
			else field.setAttribute('aria-invalid', 'true');
			const said = place.querySelector('.code-invalid');
			if (said && said.textContent !== message) said.textContent = message;
		}
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

	#form(): HTMLFormElement {
		const form = this.closest('lambda-converter')?.querySelector('form');
		if (!form) throw new Error('the box for code stands in no converter');
		return form;
	}
}

customElements.define('code-box', CodeBox);
