import { InTurns } from '../elements/InTurns.ts';
import { messageOf } from '../elements/messageOf.ts';
import { fieldColours } from '../pictures/boundary/fieldColours.ts';
import type { ControlBar } from './bar/controlBar.ts';
import type { ViewMenu } from './bar/viewMenu.ts';
import type { RunCards } from './runs/runCards.ts';
import type { Playback } from './training/playback.ts';
import type { Trainings } from './training/trainings.ts';

/** What is drawn less often than the pictures. */
interface Charts {
	/** @param isStill whether all of it is drawn, or as much as a frame has room for */
	draw(isStill: boolean): void;
	recolour(): void;
}

interface Drawn {
	trainings: Trainings;
	playback: Playback;
	cards: RunCards;
	bar: ControlBar;
	view: ViewMenu;
	charts: readonly Charts[];
	say: (said: string) => void;
	signal: AbortSignal;
}

/** Draws the epoch that is looked at: pictures at once; of what stands still the rest afterwards, in tasks of their own. */
export class Drawing {
	readonly #lab: HTMLElement;
	readonly #drawn: Drawn;
	readonly #settling: InTurns;
	/** Whether the runs have come to where the build has drawn them; until then its pictures stand. */
	#isOpen = false;
	/** Whether the bar is of a frame before the last one. */
	#isBarBehind = true;

	/** @param lab has the cards, and says by `data-playing` that it plays @param settled hears that all of what stands still is drawn */
	constructor(lab: HTMLElement, drawn: Drawn, settled: () => void) {
		this.#lab = lab;
		this.#drawn = drawn;
		const { charts, playback, signal } = drawn;
		this.#settling = new InTurns(
			[() => this.#isBarBehind && this.#drawBar(), ...charts.map((chart) => () => chart.draw(true)), settled],
			() => playback.wake(),
			signal,
		);
	}

	get isSettling(): boolean {
		return this.#settling.isUnderWay;
	}

	/** @param isBuilt whether the runs are those that the build has drawn; what comes of others is drawn at once */
	begin(isBuilt: boolean): void {
		this.#isOpen = !isBuilt;
	}

	draw(isStill: boolean): void {
		const { trainings, cards, view, charts, say } = this.#drawn;
		if (trainings.runs.length === 0) return; // nothing has followed yet
		const isPlaying = this.#lab.hasAttribute('data-playing');
		if (!this.#isOpen && !isStill && !isPlaying) return;
		const isOpening = !this.#isOpen && isStill; // a phone's code is not fast yet: then the pictures have their frame alone
		this.#isOpen = true;
		const areOfOthers = cards.areOfOthers(trainings.runs);
		const hasNumbers = trainings.runs.every(({ glimpse }) => glimpse === null); // at play they come with some of the pictures
		cards.draw(trainings.runs, view.view, hasNumbers);
		this.#isBarBehind = true;
		if (hasNumbers && !isOpening) this.#drawBar();
		if ((areOfOthers && !isOpening) || !isStill) for (const chart of charts) chart.draw(false);
		if (isStill) this.#settling.begin().catch((error) => say(messageOf(error)));
	}

	/** Takes the colours of the theme again. */
	recolour(): void {
		const { trainings, playback, cards, charts } = this.#drawn;
		const place = this.#part('cards');
		cards.colours = place && fieldColours(place);
		if (cards.colours) trainings.recolour(cards.colours);
		for (const chart of charts) chart.recolour();
		playback.redraw();
	}

	#drawBar(): void {
		this.#isBarBehind = false;
		const { trainings, playback, bar, view } = this.#drawn;
		bar.draw(trainings, playback.scrubbed, playback.isLate);
		const key = this.#part('difference-key');
		const isHidden = !view.view.isDifference;
		if (key && key.hidden !== isHidden) key.hidden = isHidden; // set again it would have styles looked at anew
	}

	#part = (name: string) => this.#lab.querySelector<HTMLElement>(`[data-part="${name}"]`);
}
