import type { Language } from '../../src/language.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { copyText } from '../elements/save.ts';
import { LAB_TEXT } from '../text/lab/labText.ts';
import type { EditPanel } from './form/editPanel.ts';
import type { PointEditor } from './points/pointEditor.ts';
import type { StartView } from './start/startView.ts';
import type { LabStore } from './state/labStore.ts';
import { decodeState } from './state/link.ts';
import { OPENING, OPENING_EPOCH, withCopy, withDrawnData, withoutSelected } from './state/state.ts';
import type { Playback } from './training/playback.ts';
import type { Trainings } from './training/trainings.ts';

interface Acting {
	store: LabStore;
	trainings: Trainings;
	playback: Playback;
	edit: EditPanel;
	points: PointEditor;
	start: StartView;
	/** The cards, in which the server's verdicts stand. */
	cards: HTMLElement;
	/** Says which question or claim the runs are of. */
	about: HTMLElement;
	select: (key: number) => void;
	/** Settles once the trainings and all views are those of the newest state. */
	followed: () => Promise<void>;
	say: (said: string) => void;
	language: Language;
	signal: AbortSignal;
}

/** What the buttons and the list of presets do. */
export class LabActions {
	readonly #lab: HTMLElement;
	readonly #acting: Acting;
	readonly #check: LatestTask;

	/** @param lab holds the buttons, named by `data-action`, `data-select`, `data-exports` or `data-preset` */
	constructor(lab: HTMLElement, acting: Acting) {
		this.#lab = lab;
		this.#acting = acting;
		const { say, signal } = acting;
		this.#check = new LatestTask({
			showBusy: () => {},
			showCancelled: () => {},
			showFailure: (error) => say(messageOf(error)),
		});
		lab.addEventListener('click', ({ target }) => this.#clicked(target), { signal });
		const presets = lab.querySelector<HTMLSelectElement>('select[name="preset"]');
		const chosen = () => {
			const [option] = presets?.selectedOptions ?? [];
			if (option) void this.#preset(option.value, option.text);
			if (presets) presets.value = '';
		};
		presets?.addEventListener('change', chosen, { signal });
	}

	#clicked(target: EventTarget | null): void {
		const button = target instanceof Element ? target.closest('button') : null;
		if (!button || button.ariaDisabled === 'true') return;
		const { action, select, exports, preset, says = '' } = button.dataset;
		if (select) this.#acting.select(Number(select));
		else if (exports) void this.#export(exports);
		else if (preset) void this.#preset(preset, says);
		else if (action) void this.#act(action);
	}

	async #act(action: string): Promise<void> {
		const { store, trainings, playback, edit, points, cards, language, signal } = this.#acting;
		switch (action) {
			case 'play':
				return playback.toggle();
			case 'step':
				return playback.step();
			case 'reset':
				return playback.restart();
			case 'undo':
				return store.undo();
			case 'redo':
				return store.redo();
			case 'add':
				return store.set(withCopy(store.state));
			case 'remove':
				return store.set(withoutSelected(store.state));
			case 'opening':
				return this.#opening();
			case 'drawn':
				return this.#drawn();
			case 'points':
				return points.toggle();
			case 'tenfold':
				return points.tenfold();
			case 'share':
				return this.#share();
			case 'edge':
				return this.#check.start(async (checking) => {
					const { checkOnEdge } = await import('./runs/checkOnEdge.ts');
					if (!trainings.isOver) playback.seek(trainings.epochs);
					// Whoever goes elsewhere meanwhile is told that it is too early.
					const isOnItsWay = () => !trainings.isOver && playback.epoch === trainings.epochs;
					while (isOnItsWay() && !checking.aborted) await new Promise(requestAnimationFrame);
					await checkOnEdge(cards, trainings.runs, language, checking);
				}, signal);
			case 'apply-json':
				return edit.applyJson();
		}
	}

	/** The runs of a question or a claim, trained to their end, with what they are of in the place of what the Lab is. */
	async #preset(link: string, says: string): Promise<void> {
		const { store, start, say, about, cards, playback, trainings, followed } = this.#acting;
		const state = await decodeState(link);
		if (!state) return;
		store.set(state);
		start.fold();
		say('');
		about.textContent = says;
		about.toggleAttribute('data-chosen', true);
		await followed();
		playback.seek(trainings.epochs);
		if (cards.getBoundingClientRect().top < 0) cards.closest('.lab')?.scrollIntoView();
	}

	/** The slider of m again, in the place of the button that was pressed. */
	async #drawn(): Promise<void> {
		const { store, followed } = this.#acting;
		store.set(withDrawnData(store.state, store.before));
		await followed();
		this.#lab.querySelector<HTMLInputElement>('.lab-bar input[name="rows"]')?.focus();
	}

	/** What the page opened on, at that epoch; undoing brings back what was. */
	async #opening(): Promise<void> {
		const { store, say, about, playback, followed, language } = this.#acting;
		const text = LAB_TEXT[language];
		store.set(OPENING);
		about.textContent = text.lead;
		about.toggleAttribute('data-chosen', false);
		say(text.opened);
		await followed();
		playback.openAt(OPENING_EPOCH);
	}

	async #share(): Promise<void> {
		const { store, say, language } = this.#acting;
		const text = LAB_TEXT[language];
		const link = await store.link();
		const said = (await copyText(link)) ? text.shared : text.notShared;
		say(store.isLinkWhole ? said : `${said} ${text.tooLong}`);
	}

	async #export(what: string): Promise<void> {
		const { store, trainings, say, language } = this.#acting;
		const { exportRuns } = await import('./export/exportMenu.ts');
		say(await exportRuns(what, store, trainings, language));
	}
}
