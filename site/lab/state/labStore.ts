import { turn } from '../../training/lab/turn.ts';
import { begun, type History, redone, stepped, undone } from './history.ts';
import { decodeState, encodeState, LONGEST_LINK, stateOf } from './link.ts';
import { type LabState, OPENING } from './state.ts';

/** Where a tab keeps its state: a reload or the back button finds it, another tab has its own. */
const KEY = 'lab';
/** Changes of one field within this many milliseconds are one step to undo. */
const MERGED = 1200;
/** A browser may refuse an address that changes with every key. */
const ADDRESS_AFTER = 300;

/** The Lab's state, with what was before: in this tab's store, and in the address as a link. */
export class LabStore {
	#history: History<LabState> = begun(OPENING);
	#merging: { field: string; at: number } | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#changed: () => void = () => {};
	#refused: () => void = () => {};
	/** Whether the link holds all of the state; rows of a reader's own may be too many for it. */
	isLinkWhole = true;

	get state(): LabState {
		return this.#history.present;
	}

	/** The states before this one, the newest first. */
	get before(): readonly LabState[] {
		return this.#history.past.toReversed();
	}

	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}

	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}

	/**
	 * Takes the state of the address; of this tab where the address is the one that it left; or the opening one.
	 *
	 * @param refused hears of an address that holds no state, or one that is too large
	 */
	async restore(changed: () => void, refused: () => void): Promise<void> {
		this.#changed = changed;
		this.#refused = refused;
		const fragment = location.hash.slice(1);
		const kept = this.#kept();
		const isSame = kept !== null && kept.fragment === fragment;
		const linked = isSame ? null : await this.#read(fragment);
		if (linked) this.#history = begun(linked);
		else if (kept && (isSame || fragment === '')) this.#history = kept.history;
		addEventListener('hashchange', () => void this.#follow());
		addEventListener('pagehide', () => this.#keep());
		document.addEventListener('visibilitychange', () => document.hidden && this.#keep()); // a phone may say no more
	}

	/**
	 * Another state.
	 *
	 * @param field what was changed, so that typing in it is one step; null: a step of its own
	 */
	set(state: LabState, field: string | null = null): void {
		const now = performance.now();
		const merges = field !== null && this.#merging?.field === field && now - this.#merging.at < MERGED;
		this.#merging = field === null ? null : { field, at: now };
		this.#become(stepped(this.#history, state, merges));
	}

	/** Which run the form shows is no step to undo. */
	select(key: number): void {
		this.#merging = null;
		this.#become({ ...this.#history, present: { ...this.state, selected: key } });
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
		await this.#address();
		return location.href;
	}

	#become(history: History<LabState> | null): void {
		if (history === null) return;
		this.#history = history;
		this.#changed();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#address(), ADDRESS_AFTER);
	}

	async #address(): Promise<void> {
		const { state } = this;
		let fragment = await encodeState(state, turn);
		this.isLinkWhole = fragment.length <= LONGEST_LINK;
		if (!this.isLinkWhole) fragment = await encodeState(withoutRows(state), turn);
		if (state !== this.state) return; // changed meanwhile: the next call writes it
		history.replaceState(history.state, '', `#${fragment}`);
	}

	/** A link that was opened in this tab, or another step of the browser's own history. */
	async #follow(): Promise<void> {
		const linked = await this.#read(location.hash.slice(1));
		if (linked) this.#become(stepped(this.#history, linked, false));
	}

	/** The state of a fragment; null where it has none, which is said unless it names a place of the page. */
	async #read(fragment: string): Promise<LabState | null> {
		if (fragment === '' || document.getElementById(fragment)) return null;
		const linked = await decodeState(fragment);
		if (!linked) this.#refused();
		return linked;
	}

	/** Only when the reader leaves: all the past is too much to write at every change. */
	#keep(): void {
		const fragment = location.hash.slice(1);
		const packed = ({ runs, selected }: LabState) => ({ r: runs.map(({ key, spec }) => [key, spec]), s: selected });
		const { past, present, future } = this.#history;
		try {
			const whole = { fragment, past: past.map(packed), present: packed(present), future: future.map(packed) };
			sessionStorage.setItem(KEY, JSON.stringify(whole));
		} catch {
			try {
				sessionStorage.setItem(KEY, JSON.stringify({ fragment, past: [], present: packed(present), future: [] }));
			} catch {
				// No room, or not allowed: the link has what it can hold.
			}
		}
	}

	#kept(): { fragment: string; history: History<LabState> } | null {
		try {
			const { fragment, past, present, future } = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? {};
			const state = stateOf(present);
			if (state === null || typeof fragment !== 'string') return null;
			const all = (states: unknown[]) => states.flatMap((one) => stateOf(one) ?? []);
			return { fragment, history: { past: all(past), present: state, future: all(future) } };
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
