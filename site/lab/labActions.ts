import type { Language } from '../../src/language.ts';
import { formatCount } from '../../src/numberFormat.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { copyText } from '../elements/save.ts';
import { LAB_TEXT } from '../text/lab/labText.ts';
import type { ViewMenu } from './bar/viewMenu.ts';
import type { EditPanel } from './form/editPanel.ts';
import type { About } from './head/about.ts';
import type { PointEditor } from './points/pointEditor.ts';
import type { LabStore } from './state/labStore.ts';
import { LONGEST_SENT } from './state/link.ts';
import { slide } from './state/slide.ts';
import { OPENING, OPENING_EPOCH, OPENING_LAMBDA, withCopy, withDrawnData, without } from './state/state.ts';
import type { Playback } from './training/playback.ts';
import type { Trainings } from './training/trainings.ts';

interface Acting {
	store: LabStore;
	trainings: Trainings;
	playback: Playback;
	edit: EditPanel;
	points: PointEditor;
	/** Says in the cards what the server says of the runs. */
	check: (signal: AbortSignal) => Promise<void>;
	cards: HTMLElement;
	about: About;
	view: ViewMenu;
	select: (key: number) => void;
	/** Has a run in view, where one is seen at a time. */
	show: (key: number) => void;
	/** Settles once the trainings and all views are those of the newest state. */
	followed: () => Promise<void>;
	/** Nothing of other runs is left in the chart over λ, nor in the scale of the norms. */
	beginAnew: () => void;
	say: (said: string) => void;
	language: Language;
	signal: AbortSignal;
}

/** What the buttons and the list of presets do. */
export class LabActions {
	readonly #lab: HTMLElement;
	readonly #acting: Acting;
	readonly #check: LatestTask;
	/** Counts what was begun with: of two links the one that was chosen last is opened, however long each is read. */
	#beginnings = 0;

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
		acting.about.onChoice((name) => void this.#preset(name), signal);
	}

	#clicked(target: EventTarget | null): void {
		if (!(target instanceof Element)) return;
		const button = target.closest('button');
		if (!button) this.#clickedCard(target);
		if (!button || button.ariaDisabled === 'true') return;
		const { action, of, select, exports, preset } = button.dataset;
		if (select) this.#acting.select(Number(select));
		else if (exports) void this.#export(exports);
		else if (preset) void this.#preset(preset);
		else if (action) void this.#act(action, of ? Number(of) : undefined);
	}

	/** A card is chosen wherever it is clicked, but for its picture while points are edited there. */
	#clickedCard(target: Element): void {
		const key = Number(target.closest<HTMLElement>('.run-card')?.dataset.key ?? Number.NaN);
		const { store, points, select } = this.#acting;
		if (!Number.isNaN(key) && key !== store.state.selected && !points.isOn) select(key);
	}

	/** @param of the run that is meant; without it the selected one */
	async #act(action: string, of?: number): Promise<void> {
		const { store, trainings, playback, edit, points, check, followed, say, language, signal } = this.#acting;
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
				return store.set(withCopy(store.state, of));
			case 'remove':
				return this.#remove(of);
			case 'enlarge':
			case 'beside':
				return this.#enlarge(action === 'enlarge', of ?? store.state.selected);
			case 'opening':
				return this.#opening();
			case 'lambda-back':
				return slide(store, 'lambda', OPENING_LAMBDA);
			case 'drawn':
				return this.#drawn();
			case 'points':
				return points.toggle();
			case 'share':
				return this.#share();
			case 'edge':
				return this.#check.start(async (checking) => {
					await followed();
					if (!trainings.isOver) {
						say(LAB_TEXT[language].edgeFirst(formatCount(trainings.epochs, language)));
						playback.trainToEnd();
					}
					// Whoever goes elsewhere meanwhile is told that it is too early.
					const isOnItsWay = () => !trainings.isOver && playback.epoch === trainings.epochs;
					while (isOnItsWay() && !checking.aborted) await new Promise(requestAnimationFrame);
					await check(checking);
				}, signal);
			case 'apply-json':
				return edit.applyJson();
		}
	}

	/** The runs of a question or a claim, trained to their end, with what they are of in the place of what the Lab is. */
	async #preset(name: string): Promise<void> {
		const { store, say, about, view, cards, playback, points, followed, beginAnew } = this.#acting;
		const beginning = ++this.#beginnings;
		const { moves } = playback;
		const state = await about.runsOf(name);
		if (!state || beginning !== this.#beginnings) return;
		await store.beginPage();
		if (beginning !== this.#beginnings) return;
		points.end();
		view.become({ isDifference: false });
		store.set(state);
		store.look({ start: name });
		say('');
		about.say(name, store.state);
		await followed();
		beginAnew();
		if (playback.moves === moves) playback.trainToEnd();
		if (cards.getBoundingClientRect().top < 0) cards.closest('.lab')?.scrollIntoView();
	}

	/** On a phone: one run alone, or all beside each other. The focus stays at what turns that back. */
	#enlarge(isAlone: boolean, key: number): void {
		const { view, select, show, cards } = this.#acting;
		view.showTwo(!isAlone);
		select(key);
		show(key);
		const card = cards.querySelector<HTMLElement>(`[data-key="${key}"]`);
		card
			?.querySelector<HTMLElement>(`[data-action="${isAlone ? 'beside' : 'enlarge'}"]`)
			?.focus({ preventScroll: true });
		card?.scrollIntoView({ block: 'nearest' });
	}

	/** The slider of m again, in the place of the button that was pressed. */
	async #drawn(): Promise<void> {
		const { store, followed } = this.#acting;
		store.set(withDrawnData(store.state, store.before, store.view.scope));
		await followed();
		this.#lab.querySelector<HTMLInputElement>('.lab-bar input[name="rows"]')?.focus();
	}

	/** The focus does not go with the card: that in its place has it then. */
	async #remove(of: number | undefined): Promise<void> {
		const { store, cards, followed } = this.#acting;
		const { runs, selected } = store.state;
		const index = runs.findIndex(({ key }) => key === (of ?? selected));
		const hadFocus = cards.contains(document.activeElement);
		store.set(without(store.state, of));
		await followed();
		const left = cards.querySelectorAll<HTMLElement>('[data-select]');
		if (hadFocus) (left[index] ?? left[left.length - 1])?.focus({ preventScroll: true });
	}

	/** What the page opened on, at that epoch; undoing brings back what was. */
	async #opening(): Promise<void> {
		const { store, say, about, view, playback, points, followed, beginAnew, language } = this.#acting;
		const text = LAB_TEXT[language];
		const { moves } = playback;
		this.#beginnings += 1;
		points.end();
		view.become({ isDifference: false });
		store.set(OPENING);
		store.look({ start: null, scope: 'all' });
		about.say(null, null);
		say(text.opened);
		await followed();
		beginAnew();
		if (playback.moves === moves) playback.seek(OPENING_EPOCH);
	}

	async #share(): Promise<void> {
		const { store, say, language } = this.#acting;
		const text = LAB_TEXT[language];
		const link = await store.link();
		const said = (await copyText(link)) ? text.shared : text.notShared;
		const { characters, isWhole } = store.sent;
		const count = formatCount(characters, language);
		if (!isWhole) say(`${said} ${text.tooLong(count)}`);
		else say(characters > LONGEST_SENT ? `${said} ${text.longLink(count)}` : said);
	}

	async #export(what: string): Promise<void> {
		const { store, trainings, say, language } = this.#acting;
		const { exportRuns } = await import('./export/exportMenu.ts');
		say(await exportRuns(what, store, trainings, language));
	}
}
