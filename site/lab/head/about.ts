import { type LabState, OPENING } from '../state/state.ts';

/** The line that says what the runs are of, and the list of what to start from. */
export class About {
	readonly #place: HTMLElement;
	readonly #list: HTMLSelectElement | null;
	readonly #says: Element | null;
	readonly #measured: HTMLAnchorElement | null;
	readonly #lead: string;
	/** The runs as they were chosen, and the link that they came by. */
	#chosen: LabState['runs'] | null = null;
	#link = '';

	/** @param place has the line, with what the build wrote into it @param list of starting points, by their links */
	constructor(place: HTMLElement, list: HTMLSelectElement | null) {
		this.#place = place;
		this.#list = list;
		this.#says = place.querySelector('[data-part="says"]');
		this.#measured = place.querySelector('a');
		this.#lead = this.#says?.textContent ?? '';
	}

	/** Hears of a choice in the list. */
	onChoice(chosen: (link: string, says: string, href: string | null) => void, signal: AbortSignal): void {
		const heard = () => {
			const [option] = this.#list?.selectedOptions ?? [];
			if (option?.value) chosen(option.value, option.dataset.says ?? '', option.dataset.href ?? null);
		};
		this.#list?.addEventListener('change', heard, { signal });
	}

	/** The runs are those of a starting point. @param href where it is measured */
	say(link: string, says: string, href: string | null, { runs }: LabState): void {
		this.#chosen = runs;
		this.#write(link, says, href);
	}

	/** The runs are those that the page opens on. */
	sayOpening(): void {
		this.#chosen = null;
		this.#write('', this.#lead, null);
	}

	/** Once a reader has changed its runs the list can give them anew, and the line says so; undoing takes that back. */
	become({ runs }: LabState): void {
		if (this.#chosen === null) return;
		if (runs === OPENING.runs) {
			this.sayOpening();
			return;
		}
		const isChanged = runs !== this.#chosen;
		this.#place.toggleAttribute('data-changed', isChanged);
		if (this.#list) this.#list.value = isChanged ? '' : this.#link;
	}

	#write(link: string, says: string, href: string | null): void {
		if (this.#says) this.#says.textContent = says;
		if (this.#measured) Object.assign(this.#measured, { hidden: href === null, ...(href !== null && { href }) });
		this.#link = link;
		if (this.#list) this.#list.value = link;
		this.#place.toggleAttribute('data-changed', false);
		this.#place.toggleAttribute('data-chosen', link !== '');
	}
}
