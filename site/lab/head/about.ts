import { decodeState } from '../state/link.ts';
import { type LabState, OPENING } from '../state/state.ts';

/** What the page opens on stands in no list. */
const AS_OPENED = { runs: OPENING.runs, link: '' };
type Chosen = { runs: LabState['runs']; link: string };

/** The line that says what the runs are of, and the list of what to start from: each by its name, with its runs as a link. */
export class About {
	readonly #place: HTMLElement;
	readonly #list: HTMLSelectElement | null;
	readonly #says: Element | null;
	readonly #measured: HTMLAnchorElement | null;
	readonly #questions: NodeListOf<HTMLElement> | readonly [];
	readonly #lead: string;
	/** What is said of runs that came from an experiment, by its name. */
	readonly #experiments: Readonly<Record<string, { says: string; href: string }>>;
	/** The runs as they were chosen, and what from. */
	#chosen: Chosen = AS_OPENED;
	/** Where nothing was chosen: as they stand in a link, where the page was opened by one. */
	#opened: Chosen = AS_OPENED;

	/** @param place has the line, with what the build wrote into it @param list of starting points */
	constructor(place: HTMLElement, list: HTMLSelectElement | null) {
		this.#place = place;
		this.#list = list;
		this.#says = place.querySelector('[data-part="says"]');
		this.#measured = place.querySelector('a');
		this.#questions = list?.closest('.starting')?.querySelectorAll<HTMLElement>('[data-preset]') ?? [];
		this.#lead = this.#says?.textContent ?? '';
		this.#experiments = JSON.parse(place.dataset.experiments ?? '{}'); // LabHead.astro wrote it
	}

	/** Hears of a choice in the list. */
	onChoice(chosen: (name: string) => void, signal: AbortSignal): void {
		const heard = () => {
			const name = this.#list?.selectedOptions[0]?.dataset.name;
			if (name) chosen(name);
		};
		this.#list?.addEventListener('change', heard, { signal });
	}

	/** The runs of a starting point; null where there is none of that name. */
	async runsOf(name: string): Promise<LabState | null> {
		const link = this.#optionOf(name)?.value;
		return link ? decodeState(link) : null;
	}

	/** The runs of a link are those that the page opens on where they mean the same, at whatever epoch. */
	async recognize({ runs }: LabState): Promise<void> {
		const { lean } = await import('../state/lean.ts'); // with the schema, which other runs need anyway
		const opening = OPENING.runs.map(({ key, spec }) => ({ key, spec: lean(spec) }));
		if (areSame(opening, runs)) this.#opened = this.#chosen = { ...AS_OPENED, runs };
	}

	/** Says what the runs of a starting point are of. @param state null: no runs came from any */
	say(name: string | null, state: LabState | null): void {
		const { value = '', dataset } = (name === null ? undefined : this.#optionOf(name)) ?? {};
		const ofExperiment = name === null ? undefined : this.#experiments[name];
		const { says = ofExperiment?.says ?? this.#lead, href = ofExperiment?.href ?? null } = dataset ?? {};
		this.#chosen = state && (value || ofExperiment) ? { runs: state.runs, link: value } : this.#opened;
		if (this.#says) this.#says.textContent = says;
		if (this.#measured) Object.assign(this.#measured, { hidden: href === null, ...(href !== null && { href }) });
		this.#mark(value);
		this.#markChanged(false);
	}

	/** Once a reader has changed its runs the list can give them anew, and the line says so; undoing takes that back. */
	become({ runs }: LabState): void {
		const isOpening = runs === OPENING.runs;
		if (isOpening && this.#chosen !== this.#opened) this.say(null, null);
		const isChanged = !isOpening && !areSame(runs, this.#chosen.runs);
		this.#markChanged(isChanged);
		this.#mark(isChanged ? '' : this.#chosen.link);
	}

	/** The Lab says, too, whether anything is other than it opened: asked by `:has` that would be found out anew at every frame. */
	#markChanged(isChanged: boolean): void {
		const isChosen = this.#chosen !== this.#opened;
		this.#place.toggleAttribute('data-changed', isChanged);
		this.#place.toggleAttribute('data-chosen', isChosen);
		if (isChanged || isChosen) this.#place.closest('.lab')?.toggleAttribute('data-moved', true); // where to begin is known from then on
	}

	/** Marks the starting point whose runs these are; '': none. */
	#mark(link: string): void {
		if (this.#list) this.#list.value = link;
		const name = this.#list?.selectedOptions[0]?.dataset.name;
		for (const question of this.#questions) {
			if (name !== undefined && question.dataset.preset === name) question.setAttribute('aria-current', 'true');
			else question.removeAttribute('aria-current');
		}
	}

	#optionOf = (name: string): HTMLOptionElement | undefined =>
		[...(this.#list?.options ?? [])].find((option) => option.dataset.name === name);
}

/** Whether these are the same runs: specs are never changed, so that most are known by their identity. */
const areSame = (some: LabState['runs'], others: LabState['runs']): boolean =>
	some === others ||
	(some.length === others.length &&
		some.every(({ key, spec }, index) => {
			const other = others[index];
			return key === other?.key && (spec === other.spec || JSON.stringify(spec) === JSON.stringify(other.spec));
		}));
