import { turn } from '../../training/lab/turn.ts';
import { isPlanarKind } from '../pick/choices.ts';
import { begun, type History, redone, stepped, undone } from './history.ts';
import { decodeLink, encodeState, type Linked, stateOf } from './link.ts';
import { type LabState, OPENING } from './state.ts';
import { type LabView, OPENING_VIEW, packedView, viewOf } from './view.ts';

/** Where a tab keeps its state: a reload or the back button finds it, another tab has its own. */
const KEY = 'lab';
/** Changes of one field within this many milliseconds are one step to undo. */
const MERGED = 1200;
/** Data that are tried for how rows were made of them. */
const MOST_DRAWN = 12;
/** A browser may refuse an address that changes with every key. */
const ADDRESS_AFTER = 300;

type Data = LabState['runs'][number]['spec']['data'];

interface Heard {
	/** The state became another one. */
	changed: () => void;
	/** A link has brought another view. */
	looked: () => void;
	/** An address holds no state, or one that is too large. */
	refused: () => void;
	/** An address holds all but the rows of somebody's own. */
	rowsLeftOut: () => void;
}

/** The Lab's state, with what was before: in this tab's store, and in the address as a link. */
export class LabStore {
	#history: History<LabState> = begun(OPENING);
	#merging: { field: string; at: number } | null = null;
	#isHeld = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Counts the links that were opened here: one that is read for longer gives way to a later one. */
	#followed = 0;
	#heard: Heard = { changed: () => {}, looked: () => {}, refused: () => {}, rowsLeftOut: () => {} };
	#view: LabView = OPENING_VIEW;
	/** Data that rows of opened links were made of. */
	#drawn: readonly Data[] = [];
	/** How long a link with all of the state is, and whether the address is that one: it may be too long to be read. */
	sent = { characters: 0, isWhole: true };

	get state(): LabState {
		return this.#history.present;
	}

	/** How it is looked at. */
	get view(): LabView {
		return this.#view;
	}

	/** The states before this one, the newest first. */
	get before(): readonly LabState[] {
		return this.#history.past.toReversed();
	}

	/** The state that the last step has changed; null before there is a step. */
	get stepFrom(): LabState | null {
		return this.#history.past.at(-1) ?? null;
	}

	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}

	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}

	/** Takes what the address holds; what this tab has where the address is the one that it left; or the opening. */
	async restore(heard: Heard): Promise<void> {
		this.#heard = heard;
		const fragment = location.hash.slice(1);
		const kept = this.#kept();
		const isSame = kept !== null && kept.fragment === fragment;
		const linked = isSame ? null : await this.#read(fragment);
		if (linked) [this.#history, this.#view] = [begun(linked.state), linked.view];
		else if (kept && (isSame || fragment === ''))
			[this.#history, this.#view, this.#drawn] = [kept.history, kept.view, kept.drawn];
		addEventListener('hashchange', ({ oldURL }) => void this.#follow(new URL(oldURL).hash.slice(1)));
		addEventListener('pagehide', () => this.#keep());
		document.addEventListener('visibilitychange', () => document.hidden && this.#keep()); // a phone may say no more
	}

	/**
	 * Another state.
	 *
	 * @param field what was changed, so that typing in it is one step; null: a step of its own
	 */
	set(state: LabState, field: string | null = null): void {
		const merges = this.#merges(field);
		this.#merging = field === null ? null : { field, at: performance.now() };
		this.#become(stepped(this.#history, state, merges));
	}

	/** Whether a pointer is held down: all that it changes in a field is one step to undo, however long it takes. */
	hold(isHeld: boolean): void {
		this.#isHeld = isHeld;
		this.#merging = null;
	}

	/** The states that a change of a field starts from, the newest first: without those of the step that it goes on with. */
	startingFrom(field: string): readonly LabState[] {
		return this.#merges(field) ? this.before : [this.state, ...this.before];
	}

	#merges(field: string | null): boolean {
		const merging = this.#merging;
		if (field === null || merging?.field !== field) return false;
		return this.#isHeld || performance.now() - merging.at < MERGED;
	}

	/** Which run the form shows is no step to undo. */
	select(key: number): void {
		this.#merging = null;
		this.#become({ ...this.#history, present: { ...this.state, selected: key } });
	}

	/** Looks at the same runs in another way. */
	look(view: Partial<LabView>): void {
		const next = { ...this.#view, ...view };
		if (JSON.stringify(next) === JSON.stringify(this.#view)) return;
		this.#view = next;
		this.#addressSoon();
	}

	undo(): void {
		this.#become(undone(this.#history));
	}

	redo(): void {
		this.#become(redone(this.#history));
	}

	/** The address of this state, now. */
	async link(): Promise<string> {
		clearTimeout(this.#timer);
		while (!(await this.#address())); // until nothing has changed meanwhile
		return location.href;
	}

	/** Has the browser's Back button come to what is there now, whatever is chosen next. */
	async beginPage(): Promise<void> {
		const isNew = this.state.runs === OPENING.runs && location.hash === '';
		if (!isNew) await this.link();
		history.pushState(history.state, '', location.href);
	}

	#become(history: History<LabState> | null): void {
		if (history === null) return;
		this.#history = history;
		this.#heard.changed();
		this.#addressSoon();
	}

	#addressSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#address(), ADDRESS_AFTER);
	}

	/** @returns whether the address is that of the state: one that changes while it is written is left to the next call */
	async #address(): Promise<boolean> {
		const { state, view } = this;
		let fragment = await encodeState(state, view, { pause: turn, drawn: this.#drawnBefore() });
		const isWhole = (await decodeLink(fragment)) !== null;
		this.sent = { characters: fragment.length, isWhole };
		if (!isWhole) fragment = await encodeState(withoutRows(state), view, { pause: turn, hasAllRows: false });
		if (state !== this.state || view !== this.view) return false;
		history.replaceState(history.state, '', `#${fragment}`);
		if (document.hidden) this.#keep(); // left while the address was written: what is kept is found by it
		return true;
	}

	/** Data that rows of a reader's own may have been made of, the newest first. */
	#drawnBefore(): Data[] {
		const { past, present, future } = this.#history;
		const states = [present, ...past.toReversed(), ...future, OPENING];
		const data = states.flatMap(({ runs }) => runs.map(({ spec }) => spec.data));
		const drawn = [...this.#drawn, ...data].filter((one) => isPlanarKind(Object(one).kind));
		return [...new Map(drawn.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST_DRAWN);
	}

	/** Follows the address: a link that was opened in this tab, or a step of its history. Before the first link there are the opening runs. */
	async #follow(before: string): Promise<void> {
		const link = ++this.#followed;
		const fragment = location.hash.slice(1);
		const isOpening = fragment === '' && (await decodeLink(before)) !== null;
		const linked = isOpening ? { state: OPENING, view: OPENING_VIEW } : await this.#read(fragment);
		if (!linked || link !== this.#followed) return;
		this.#view = linked.view;
		this.#become(stepped(this.#history, linked.state, false));
		this.#heard.looked();
	}

	/** What a fragment holds; null where that is nothing, which is said unless it names a place of the page. */
	async #read(fragment: string): Promise<Linked | null> {
		if (fragment === '' || document.getElementById(fragment)) return null;
		const linked = await decodeLink(fragment);
		if (linked) this.#drawn = [...linked.drawn, ...this.#drawn].slice(0, MOST_DRAWN);
		if (!linked) this.#heard.refused();
		else if (!linked.hasAllRows) this.#heard.rowsLeftOut();
		return linked;
	}

	/** Only when the reader leaves: all the past is too much to write at every change. */
	#keep(): void {
		const fragment = location.hash.slice(1);
		const packed = ({ runs, selected }: LabState) => ({ r: runs.map(({ key, spec }) => [key, spec]), s: selected });
		const { past, present, future } = this.#history;
		const isOpening = present.runs === OPENING.runs; // `early.js` looks at it before anything is painted
		const now = { fragment, isOpening, present: packed(present), view: packedView(this.#view), drawn: this.#drawn };
		try {
			sessionStorage.setItem(KEY, JSON.stringify({ ...now, past: past.map(packed), future: future.map(packed) }));
		} catch {
			try {
				sessionStorage.setItem(KEY, JSON.stringify({ ...now, past: [], future: [] }));
			} catch {
				// No room, or not allowed: the link has what it can hold.
			}
		}
	}

	#kept(): { fragment: string; history: History<LabState>; view: LabView; drawn: Data[] } | null {
		try {
			const { fragment, past, present, future, view, drawn } = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? {};
			const state = stateOf(present);
			if (state === null || typeof fragment !== 'string') return null;
			const all = (states: unknown[]) => states.flatMap((one) => stateOf(one) ?? []);
			const history = { past: all(past), present: state, future: all(future) };
			return { fragment, history, view: viewOf(view), drawn: Array.isArray(drawn) ? drawn : [] };
		} catch {
			return null;
		}
	}
}

/** With two moons in the place of a reader's rows. */
function withoutRows({ runs, selected }: LabState): LabState {
	return {
		runs: runs.map(({ key, spec }) =>
			spec.data?.kind === 'inline' ? { key, spec: { ...spec, data: { kind: 'moons' } } } : { key, spec },
		),
		selected,
	};
}
