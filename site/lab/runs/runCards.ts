import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Field } from '../../training/lab/messages.ts';
import type { View } from '../bar/viewMenu.ts';
import { type LiveRun, seenOf } from '../training/liveRun.ts';
import { BoundaryPicture } from './boundaryPicture.ts';
import { cardHtml, nameHtml } from './cardHtml.ts';
import { coefficientInWords } from './coefficient.ts';
import { isComing, isObjective, sayLosses, sayNorm } from './lossesHtml.ts';
import { largestNorm, NormScale, normShare } from './normShare.ts';
import { pictureWords } from './pictureWords.ts';
import { runName } from './runName.ts';
import { statusOf } from './runStatus.ts';
import { Verdicts } from './Verdicts.ts';
import { weightsHtml } from './weightsHtml.ts';

/** So long a scale that has become another one is marked, without a fade: one would have the page drawn anew at every frame of it. */
const SEEN_MS = 3000;

/** Pictures that take longer to come are missed. A fade would not tell more, and would have a layer for each part of a card. */
const LATE_MS = 250;

/** What a hidden unit responds to, and how it is called. */
export interface Response {
	field: Field;
	name: string;
}

interface Card {
	element: HTMLElement;
	picture: BoundaryPicture;
	/** The spec that picture and numbers are of, both. */
	of: RunSpec | null;
	/** The first that came. */
	opening: RunSpec | null;
	/** What its picture says of the run itself. */
	own: string;
	/** What stands in its parts, so that a frame changes only what is another. */
	said: Map<string, string>;
}

/**
 * The runs side by side: what each one is called, its boundary, its losses, and the norm of its weights. Picture and numbers of a card
 * are of one training: a frame that brings another one draws both.
 */
export class RunCards {
	readonly #place: HTMLElement;
	readonly #language: Language;
	readonly #verdicts = new Verdicts();
	readonly #scale = new NormScale();
	/** Hears of another end of the norms' bars, once all of them are there. */
	readonly #said: (said: string) => void;
	/** Where they end, and where they did when that was last said; null before. */
	#end = { now: 1, said: null as number | null };
	#cards: Card[] = [];
	/** Of the cards, in their order. */
	#runs: readonly LiveRun[] = [];
	#scaled: ReturnType<typeof setTimeout> | undefined;
	/** Runs while any of them is of the setting before. */
	#late: ReturnType<typeof setTimeout> | undefined;
	/** Of the theme. */
	colours: FieldColours | null = null;

	/** @param say hears that the bars of the norms end elsewhere from now on */
	constructor(place: HTMLElement, language: Language, say: (said: string) => void) {
		this.#place = place;
		this.#language = language;
		this.#said = say;
	}

	/** Other runs to look at have come: what was seen before does not count. */
	beginScale(): void {
		this.#scale.begin();
		this.#end.said = null;
	}

	/** Nothing moves any more: a scale that had to grow meanwhile is told. */
	sayScale(): void {
		const { now, said } = this.#end;
		if (said !== null && now > said)
			this.#said(LAB_TEXT[this.#language].normScaleGrew(formatInProse(now, { language: this.#language })));
		this.#end.said = now;
	}

	/** One card a run; those that stay keep their pictures. @param isOpening whether these are the runs that the build has drawn */
	become(runs: readonly LiveRun[], selected: number, isOpening: boolean): void {
		const known = new Map(this.#cards.map((card) => [card.element.dataset.key, card]));
		this.#cards = runs.map(({ key }) => known.get(String(key)) ?? this.#open(key, isOpening));
		const elements = this.#cards.map(({ element }) => element);
		if (elements.length !== this.#place.children.length || elements.some((one, i) => one !== this.#place.children[i])) {
			this.#place.replaceChildren(...elements);
		}
		const specs = runs.flatMap(({ spec }) => spec ?? []);
		let areBehind = false;
		for (const [index, { spec, key, isCatchingUp, look }] of runs.entries()) {
			const card = this.#cards[index];
			if (!card) continue;
			card.element.toggleAttribute('data-selected', key === selected);
			const isBehind = isCatchingUp && !(isOpening && look === null);
			card.element.toggleAttribute('data-behind', isBehind);
			areBehind ||= isBehind;
			card.element.querySelector('button')?.setAttribute('aria-pressed', String(key === selected));
			const name = spec ? runName(spec, specs, this.#language) : LAB_TEXT[this.#language].run(key);
			putName(card, name);
			put(card, 'coefficient', spec ? coefficientInWords(spec, this.#language) : '');
			card.element.querySelector('button')?.setAttribute('title', name); // of long ones two lines are seen
		}
		this.#sayBehind(areBehind, runs.some(hasOtherData));
		this.#runs = runs;
		this.#sayVerdicts(false);
	}

	/** What the server says of a spec. @param isCount whether it says as much ten times a second: nothing for a live region */
	tell(spec: RunSpec, verdict: { said: string; id: string | null }, isCount: boolean): void {
		this.#verdicts.tell(spec, verdict);
		this.#sayVerdicts(isCount);
	}

	#sayVerdicts(isCount: boolean): void {
		for (const [index, { spec }] of this.#runs.entries()) {
			const card = this.#cards[index];
			const place = card && part(card, 'edge');
			if (!card || !(place instanceof HTMLElement)) continue;
			const { said = '', id = null } = this.#verdicts.of(spec) ?? {};
			place.setAttribute('aria-live', isCount ? 'off' : 'polite');
			place.title = id ?? ''; // whole
			put(card, 'edge', said);
		}
	}

	/** Whether some of these are of other specs than what is drawn: then numbers are drawn with the pictures. */
	areOfOthers(runs: readonly LiveRun[]): boolean {
		return runs.some(({ of }, index) => this.#cards[index]?.of !== of);
	}

	/** Draws the networks that are looked at now, and what is measured of them. @param hasNumbers without these a moving picture is drawn alone */
	draw(runs: readonly LiveRun[], { isDifference, hasHeldOut }: View, hasNumbers: boolean): void {
		const first = isDifference && runs[0] ? seenOf(runs[0])?.field : null;
		const isEdited = this.#place.closest('.lab')?.hasAttribute('data-editing') ?? false;
		const weights = hasNumbers ? weightsHtml(runs, this.#language) : null;
		const end = this.#endOf(runs);
		for (const [index, run] of runs.entries()) {
			const card = this.#cards[index];
			if (!card) continue;
			const base = first && index > 0 && this.colours ? { field: first, colours: this.colours } : null;
			card.picture.draw(run, { base, hasHeldOut, isEdited });
			if (!weights) continue;
			card.own = pictureWords(run, base?.field ?? null, this.#language, !isOfSameData(run, runs[0]));
			if (!card.picture.isResponse) putWords(card, card.own);
			card.of = run.of;
			this.#drawWeights(card, weights[index] ?? null);
			this.#say(card, run, end);
			this.#sayEnd(card, end);
		}
		if (hasNumbers)
			this.#sayBehind(
				runs.some(({ isCatchingUp }) => isCatchingUp),
				runs.some(hasOtherData),
			);
	}

	/** Where the bars of the norms end; it is seen where that becomes another place. */
	#endOf(runs: readonly LiveRun[]): number {
		const norms = runs.map((run, index) =>
			run.result?.divergedAt === undefined ? Math.max(largestNorm(run), this.#builtNorm(run, this.#cards[index])) : 0,
		);
		this.#end.now = this.#scale.end(
			norms,
			runs.some(({ isCatchingUp }) => isCatchingUp),
		);
		return this.#end.now;
	}

	/** What the build knows of the whole training of an opening run, which here has come only as far as the page opens. */
	#builtNorm({ of }: LiveRun, card: Card | undefined): number {
		if (!card) return 0;
		card.opening ??= of;
		return card.opening === of ? Number(card.element.dataset.largestNorm ?? 0) : 0;
	}

	/** Shows in a run's picture what a unit of its network responds to; null: its own boundary again. */
	respond(key: number, response: Response | null): void {
		const card = this.#cards.find(({ element }) => element.dataset.key === String(key));
		if (!card) return;
		card.picture.respond(response?.field ?? null);
		putWords(card, response?.name ?? card.own);
	}

	/** Of a network that has no boundary in a plane; null: it has one, or there is nothing yet, and what is there stays. */
	#drawWeights(card: Card, html: string | null): void {
		const place = part(card, 'weights');
		if (!(place instanceof HTMLElement)) return;
		if (place.hidden !== (html === null)) place.hidden = html === null;
		if (html !== null) place.innerHTML = html;
	}

	/** @param end of the bars of all norms */
	#say(card: Card, run: LiveRun, end: number): void {
		const measured = run.look?.measured ?? null;
		for (const [name, said] of Object.entries(sayLosses(measured, this.#language, isComing(run))))
			put(card, name, said);
		card.element.toggleAttribute('data-objective', isObjective(measured));
		const norm = measured?.weightNorm ?? null;
		put(card, 'norm-number', sayNorm(run, this.#language));
		part(card, 'norm')?.setAttribute('width', normShare(norm, end).toFixed(1));
		put(card, 'status', statusOf(run, this.#language));
		card.element.toggleAttribute('data-behind', run.isCatchingUp);
		const isDiverged = run.result?.divergedAt !== undefined;
		card.element.toggleAttribute('data-wrong', run.spec === null || run.failure !== null || isDiverged);
		card.element.toggleAttribute('data-diverged', isDiverged);
		card.element.toggleAttribute('data-stopped', run.failure === null && run.result?.stoppedAt !== undefined);
	}

	/** Where its bar ends, in a few characters, and in a sentence for whoever points at it. */
	#sayEnd(card: Card, end: number): void {
		const text = LAB_TEXT[this.#language];
		const said = formatInProse(end, { language: this.#language });
		const before = card.said.get('norm-end');
		if (before === text.normsScale(said)) return;
		if (before !== undefined && this.#end.said !== null) this.#markScale();
		put(card, 'norm-end', text.normsScale(said));
		card.element.querySelector<HTMLElement>('.norm')?.setAttribute('title', text.normScale(said));
	}

	#markScale(): void {
		this.#place.toggleAttribute('data-scaled', true);
		clearTimeout(this.#scaled);
		this.#scaled = setTimeout(() => this.#place.toggleAttribute('data-scaled', false), SEEN_MS);
	}

	/** The Lab says once any of them has been of the setting before for long, or is of other data: so are then the epoch and the charts. */
	#sayBehind(areBehind: boolean, areOther: boolean): void {
		const sayLate = (isLate: boolean) => this.#place.closest('.lab')?.toggleAttribute('data-late', isLate);
		const isAtOnce = areBehind && areOther; // one that failed shows what it showed, and nothing else will come
		if (isAtOnce) sayLate(true);
		if (areBehind === (this.#late !== undefined)) return;
		clearTimeout(this.#late);
		this.#late = areBehind ? setTimeout(() => sayLate(true), LATE_MS) : undefined;
		if (!isAtOnce) sayLate(false);
	}

	/** @param isBuilt whether the build has drawn it */
	#open(key: number, isBuilt: boolean): Card {
		const built = isBuilt && this.#place.querySelector<HTMLElement>(`[data-key="${key}"]`);
		const template = document.createElement('template');
		template.innerHTML = cardHtml(key, this.#language);
		const element = built || template.content.firstElementChild;
		const place = element?.querySelector<HTMLElement>('[data-part="boundary"]');
		if (!(element instanceof HTMLElement) || !place) throw new Error('a card is an element with a picture');
		return { element, picture: new BoundaryPicture(place), of: null, opening: null, own: '', said: new Map() };
	}
}

/** Whether what is shown of a run was learned from another kind of data than it is to learn from. */
const hasOtherData = ({ spec, of }: LiveRun): boolean =>
	spec !== null && of !== null && spec.data.kind !== of.data.kind;

/** Whether two runs learn from the same kind of data, however many rows of it. */
const isOfSameData = (one: LiveRun, other: LiveRun | undefined): boolean => one.of?.data.kind === other?.of?.data.kind;

const part = ({ element }: Card, name: string) => element.querySelector(`[data-part="${name}"]`);

function putName(card: Card, said: string): void {
	if (card.said.get('name') === said) return;
	card.said.set('name', said);
	const place = part(card, 'name');
	if (place) place.innerHTML = nameHtml(said);
}

/** Beside the bar of the norm, which gives them its room. */
function putWords(card: Card, said: string): void {
	if (card.said.get('words') === said) return;
	put(card, 'words', said);
	card.element.querySelector('.norm')?.classList.toggle('has-words', said !== '');
}

function put(card: Card, name: string, said: string): void {
	if (card.said.get(name) === said) return;
	card.said.set(name, said);
	const place = part(card, name);
	if (place) putText(place, said);
}
