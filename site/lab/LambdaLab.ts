import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { copyText } from '../elements/save.ts';
import { fieldColours } from '../pictures/boundary/fieldColours.ts';
import { LAB_TEXT } from '../text/lab/labText.ts';
import { onThemeChange } from '../theme/theme.ts';
import { exportRuns } from './export/exportMenu.ts';
import { checkSpec } from './form/checkSpec.ts';
import { SpecForm } from './form/specForm.ts';
import { specOfJson } from './form/specOfJson.ts';
import { OwnDataView } from './ownData/ownDataView.ts';
import { checkOnEdge } from './runs/checkOnEdge.ts';
import { findingsHtml, refusalHtml } from './runs/findingsHtml.ts';
import { RunCards } from './runs/runCards.ts';
import { TracesView } from './runs/tracesView.ts';
import { LabStore } from './state/labStore.ts';
import { lean } from './state/lean.ts';
import { decodeState } from './state/link.ts';
import { MOST_RUNS, selectedRun, withCopy, withoutSelected, withSpec } from './state/state.ts';
import { undoByKeys } from './state/undoByKeys.ts';
import { Playback } from './training/playback.ts';
import { Trainings } from './training/trainings.ts';

/**
 * `<lambda-lab>`: up to six trainings side by side. The store says what runs there are; the trainings follow it in
 * Web Workers; the views draw them.
 */
class LambdaLab extends PageElement {
	readonly #text = LAB_TEXT[this.language];
	readonly #store = new LabStore();
	readonly #trainings = new Trainings(this.language);
	readonly #cards = new RunCards(this.findPart('cards'), this.language);
	readonly #traces = new TracesView(this.findPart('traces'), this.#trainings, this.language, this.lifetime);
	readonly #playback = new Playback(this, this.#trainings, (isStill) => this.#draw(isStill));
	readonly #form = new SpecForm(
		this.#formElement,
		(spec, path) => this.#store.set(withSpec(this.#store.state, this.#store.state.selected, spec), path),
		this.lifetime,
	);
	readonly #check = new LatestTask({
		showBusy: () => {},
		showCancelled: () => {},
		showFailure: (error) => this.#say(messageOf(error)),
	});
	/** What the form shows, so that it is filled when that is another one, and not while the reader types. */
	#shown = '';

	protected override connect(): void {
		const signal = this.lifetime;
		signal.addEventListener('abort', () => {
			this.#playback.pause();
			this.#trainings.close();
		});
		new OwnDataView(this.findPart('own'), this.language, (data, loss) => this.#useOwn(data, loss), signal);
		this.addEventListener('click', ({ target }) => this.#clicked(target), { signal });
		undoByKeys(this.#store, signal);
		const presets = this.querySelector<HTMLSelectElement>('select[name="preset"]');
		presets?.addEventListener('change', () => void this.#preset(presets), { signal });
		this.querySelector('select[name="speed"]')?.addEventListener('change', ({ target }) => {
			if (target instanceof HTMLSelectElement) this.#playback.speed = Number(target.value);
		});
		onThemeChange(() => {
			this.#recolour();
			this.#traces.recolour();
			this.#draw(true);
		}, signal);
		this.#recolour();
		const refused = () => this.#say(this.#text.notALink);
		void this.#store.restore(() => this.#changed(), refused).then(() => this.toggleAttribute('data-ready', true));
	}

	/** The state became another one. */
	#changed(): void {
		const { state } = this.#store;
		const { key, spec } = selectedRun(state);
		const check = checkSpec(spec, this.language);
		this.#trainings.become(state);
		const text = JSON.stringify([key, spec]);
		if (text !== this.#shown && !this.#isTyping(spec)) {
			this.#form.fill(spec);
			this.findPart('form-title').textContent = this.#text.formTitle(key);
		}
		this.#shown = text;
		const left = this.#form.say(check.ok ? [] : check.errors);
		this.findPart('findings').innerHTML = check.ok
			? findingsHtml(check.spec, this.language)
			: refusalHtml(left.length > 0 ? left : check.errors, this.language);
		const json = this.querySelector<HTMLTextAreaElement>('textarea[name="json"]');
		if (json && json !== document.activeElement) json.value = JSON.stringify(lean(spec), null, 2);
		this.#cards.become(this.#trainings.runs, state.selected);
		this.#enable('undo', this.#store.canUndo);
		this.#enable('redo', this.#store.canRedo);
		this.#enable('add', state.runs.length < MOST_RUNS);
		this.#enable('remove', state.runs.length > 1);
		this.#playback.wake();
		this.#draw(true);
	}

	#recolour(): void {
		this.#trainings.recolour(fieldColours(this.findPart('cards')));
	}

	#draw(isStill: boolean): void {
		this.#cards.draw(this.#trainings.runs, isStill);
		this.#traces.draw(isStill);
	}

	#clicked(target: EventTarget | null): void {
		const button = target instanceof Element ? target.closest('button') : null;
		if (!button) return;
		const { action, select, exports } = button.dataset;
		if (select) this.#store.select(Number(select));
		else if (exports) void this.#export(exports);
		else if (action) void this.#act(action);
	}

	async #act(action: string): Promise<void> {
		const { state } = this.#store;
		switch (action) {
			case 'play':
				return this.#playback.toggle();
			case 'step':
				return this.#playback.step();
			case 'reset':
				this.#playback.pause();
				this.#trainings.reset();
				this.#traces.follow();
				return this.#playback.wake();
			case 'undo':
				return this.#store.undo();
			case 'redo':
				return this.#store.redo();
			case 'add':
				return this.#store.set(withCopy(state));
			case 'remove':
				return this.#store.set(withoutSelected(state));
			case 'share':
				return this.#share();
			case 'edge':
				return this.#check.start(
					(signal) => checkOnEdge(this.findPart('cards'), this.#trainings.runs, this.language, signal),
					this.lifetime,
				);
			case 'apply-json':
				return this.#applyJson();
		}
	}

	async #preset(select: HTMLSelectElement): Promise<void> {
		const state = await decodeState(select.value);
		select.value = '';
		if (state) this.#store.set(state);
	}

	#useOwn(data: RunSpecInput['data'], loss: RunSpecInput['loss']): void {
		const { state } = this.#store;
		const { loss: _, ...rest } = selectedRun(state).spec;
		this.#store.set(withSpec(state, state.selected, { ...rest, data, ...(loss && { loss }) }));
	}

	#applyJson(): void {
		const area = this.querySelector<HTMLTextAreaElement>('textarea[name="json"]');
		const { state } = this.#store;
		try {
			const spec = specOfJson(area?.value ?? '');
			this.#say('');
			area?.blur();
			this.#store.set(withSpec(state, state.selected, spec));
		} catch (error) {
			this.#say(this.#text.notJson(messageOf(error)));
		}
	}

	async #share(): Promise<void> {
		const link = await this.#store.link();
		const said = (await copyText(link)) ? this.#text.shared : this.#text.notShared;
		this.#say(this.#store.isLinkWhole ? said : `${said} ${this.#text.tooLong}`);
	}

	async #export(what: string): Promise<void> {
		this.#say(await exportRuns(what, this.#store, this.#trainings, this.language, this.#traces.charts()));
	}

	/** Whether the form already holds this spec: the reader is typing it. */
	#isTyping(spec: RunSpecInput): boolean {
		return (
			this.#formElement.contains(document.activeElement) && JSON.stringify(this.#form.spec()) === JSON.stringify(spec)
		);
	}

	#enable(action: string, isEnabled: boolean): void {
		const button = this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
		if (button) button.disabled = !isEnabled;
	}

	#say(said: string): void {
		this.findPart('said').textContent = said;
	}

	get #formElement(): HTMLFormElement {
		const form = this.querySelector<HTMLFormElement>('form.spec-form');
		if (!form) throw new Error('the Lab has no form');
		return form;
	}
}

customElements.define('lambda-lab', LambdaLab);
