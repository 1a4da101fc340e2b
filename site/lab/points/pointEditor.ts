import type { Language } from '../../../src/language.ts';
import { putText } from '../../elements/putText.ts';
import { whenIdle } from '../../elements/whenIdle.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { schemaNow } from '../form/bringSchema.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import { testOf } from '../runs/samples.ts';
import type { LabStore } from '../state/labStore.ts';
import { selectedRun } from '../state/state.ts';
import { Grip } from './grip.ts';
import { nearestTo, pointAt, within } from './plane.ts';
import { type Edit, edited, editedRuns, lackingClass, type Point, rowsOf, withEdit } from './rows.ts';
import { TOOLS, type Tool } from './tools.ts';

interface Holding {
	store: LabStore;
	language: Language;
	/** The part of the plane that all pictures show. */
	frame: () => Frame | null;
	/** @param isSeen whether it is shown, or only read out: what the bar says already */
	say: (said: string, isSeen?: boolean) => void;
	/** Hears that examples are edited from now on, or no longer. */
	turned: () => void;
	signal: AbortSignal;
}

/** Most milliseconds that what a first edit needs waits for a moment without anything to do. */
const PATIENCE_MS = 300;
/** A pointer that draws examples leaves one whenever it has gone so far, in pixels. */
const APART = 24;
/** How far an arrow key moves an example, in units of the plane; with Shift ten times as far. */
const STEP = 0.05;
const ARROWS: Readonly<Record<string, Point>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowUp: [0, 1],
	ArrowDown: [0, -1],
};

/**
 * Lets a reader change the examples on the pictures: by pointer with the tool that is chosen, or by keys on the grip that
 * lies on one of them. The switch in the bar says whose examples change: the selected run's, or those of every run with the same.
 */
export class PointEditor {
	readonly #lab: HTMLElement;
	readonly #tools: HTMLElement;
	readonly #holding: Holding;
	readonly #grip: Grip;
	#index = 0;
	/** Counts what begins to edit and what ends it, before it has begun too. */
	#coming = 0;
	#dragged: number | null = null;
	/** Where the pointer that draws examples has left the last one. */
	#drawn: { x: number; y: number; label: 0 | 1 } | null = null;

	/** @param lab holds the pictures, and carries `data-editing` */
	constructor(lab: HTMLElement, tools: HTMLElement, holding: Holding) {
		this.#lab = lab;
		this.#tools = tools;
		this.#holding = holding;
		const { signal } = holding;
		const escaped = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || !this.isOn || event.defaultPrevented) return;
			this.end();
			lab.querySelector<HTMLElement>('[data-action="points"]')?.focus();
		};
		document.addEventListener('keydown', escaped, { signal });
		this.#grip = new Grip(holding.language);
		this.#grip.element.addEventListener('keydown', (event) => this.#keyed(event), { signal });
		lab.addEventListener('pointerdown', (event) => this.#down(event), { signal });
		lab.addEventListener('pointermove', (event) => this.#moved(event), { signal });
		for (const name of ['pointerup', 'pointercancel'] as const) {
			lab.addEventListener(name, () => this.#released(), { signal });
		}
	}

	get isOn(): boolean {
		return this.#lab.hasAttribute('data-editing');
	}

	/** Begins to edit, or ends it. The schema is there first: an edit starts from what the one before has made. */
	async toggle(): Promise<void> {
		if (this.isOn) {
			this.#turn(false);
			return;
		}
		const coming = ++this.#coming;
		await schemaNow();
		if (coming !== this.#coming) return; // other runs have come meanwhile
		whenIdle(() => this.#prepare(), PATIENCE_MS);
		this.#turn(true);
		this.#grip.element.focus({ preventScroll: true }); // the keys that are said are those of the grip
		this.#grip.element.scrollIntoView({ block: 'nearest' }); // past what is pinned above it, as its margin says
		if (this.#areAll) this.#holding.say(this.#text.hint, false);
		else this.#holding.say(this.#whose);
	}

	/** Other runs have come. */
	end(): void {
		this.#coming += 1;
		if (this.isOn) this.#turn(false);
	}

	#turn(isOn: boolean): void {
		this.#lab.toggleAttribute('data-editing', isOn);
		this.#tools.hidden = !isOn;
		this.#lab.querySelector('[data-action="points"]')?.setAttribute('aria-pressed', String(isOn));
		this.place();
		this.#holding.turned();
		if (isOn) return;
		const first = this.#tools.querySelector<HTMLInputElement>('input[name="tool"]');
		if (first) first.checked = true; // whoever begins again does not begin with one that deletes
		this.#released();
	}

	/** An edit takes the held-out examples along: they are drawn before the first. */
	#prepare(): void {
		const whole = wholeSpec(selectedRun(this.#holding.store.state).spec);
		if (whole) testOf(whole.data);
	}

	/** Puts the grip on its example in the picture of the selected run. */
	place(): void {
		const { key, spec } = selectedRun(this.#holding.store.state);
		const rows = this.isOn ? rowsOf(spec) : null;
		const whose = this.#lab.querySelector('[data-part="edited-runs"]');
		if (this.isOn && whose) putText(whose, this.#whose);
		const frame = this.#holding.frame();
		const picture = this.#lab.querySelector(`[data-key="${key}"] .boundary-picture`);
		if (!rows || !frame || !picture) {
			this.#grip.element.remove();
			return;
		}
		this.#index = Math.min(this.#index, rows.X.length - 1);
		this.#grip.put(picture, frame, rows, this.#index);
	}

	/** Whether the switch says already whose examples change: not where runs have others. */
	get #areAll(): boolean {
		const { state, view } = this.#holding.store;
		return view.scope === 'one' || editedRuns(state, view.scope).length === state.runs.length;
	}

	get #whose(): string {
		const { state, view } = this.#holding.store;
		const keys = editedRuns(state, view.scope);
		return this.#text.changes(keys.map(String), keys.length === state.runs.length);
	}

	#down(event: PointerEvent): void {
		const picture = event.target instanceof Element ? event.target.closest<HTMLElement>('.boundary-picture') : null;
		if (!this.isOn || !picture || event.button !== 0) return;
		event.preventDefault();
		const { store } = this.#holding;
		const key = Number(picture.closest<HTMLElement>('[data-key]')?.dataset.key);
		if (key !== store.state.selected) store.select(key);
		const to = this.#pointAt(picture, event);
		const near = this.#nearest(picture, event);
		const tool = this.#tool;
		if (to && (tool === 'add0' || tool === 'add1')) {
			picture.setPointerCapture(event.pointerId);
			this.#add(to, event, tool === 'add1' ? 1 : 0);
		} else if (near !== null) {
			this.#index = near;
			if (tool === 'move') this.#dragged = near;
			else if (tool !== 'add0' && tool !== 'add1') this.#change({ do: tool, index: near }, null);
			if (tool === 'move') picture.setPointerCapture(event.pointerId);
		}
		if (tool === 'move') this.place(); // after an edit all of the page follows it, and the grip with it
		if (document.activeElement !== this.#grip.element) this.#grip.element.focus({ preventScroll: true }); // it lays out the page
	}

	/** All that one pointer draws is one step to undo. */
	#add(to: Point, { clientX: x, clientY: y }: PointerEvent, label: 0 | 1): void {
		this.#drawn = { x, y, label };
		this.#change({ do: 'add', to, label }, 'points');
		this.#index = (rowsOf(selectedRun(this.#holding.store.state).spec)?.X.length ?? 1) - 1;
	}

	#moved(event: PointerEvent): void {
		const picture = this.#grip.element.parentElement;
		if (!picture) return;
		const drawn = this.#drawn;
		if (drawn && Math.hypot(event.clientX - drawn.x, event.clientY - drawn.y) >= APART) {
			const to = this.#pointAt(picture, event);
			if (to) this.#add(to, event, drawn.label);
		}
		if (this.#dragged === null) return;
		const to = this.#pointAt(picture, event);
		if (to) this.#change({ do: 'move', index: this.#dragged, to }, 'point');
	}

	#released(): void {
		this.#dragged = null;
		this.#drawn = null;
	}

	#keyed(event: KeyboardEvent): void {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const { store } = this.#holding;
		const rows = rowsOf(selectedRun(store.state).spec);
		const arrow = ARROWS[event.key];
		const choosing = { '[': -1, ']': 1, PageUp: -1, PageDown: 1 }[event.key];
		const doing = ({ f: 'flip', d: 'duplicate', Delete: 'remove', Backspace: 'remove' } as const)[event.key];
		if (!rows || (!arrow && !choosing && !doing)) return;
		event.preventDefault();
		event.stopPropagation(); // arrows go through the epochs elsewhere
		if (choosing) this.#index = (this.#index + choosing + rows.X.length) % rows.X.length;
		else if (doing) this.#change({ do: doing, index: this.#index }, null);
		else if (arrow) {
			const [x = 0, y = 0] = rows.X[this.#index] ?? [];
			const far = event.shiftKey ? 10 * STEP : STEP;
			const frame = this.#holding.frame();
			const to = frame && within(frame, [x + arrow[0] * far, y + arrow[1] * far]);
			if (to) this.#change({ do: 'move', index: this.#index, to }, 'point');
		}
		this.place();
	}

	#change(edit: Edit, merged: string | null): void {
		const { store, say } = this.#holding;
		const rows = rowsOf(selectedRun(store.state).spec);
		const after = rows && edited(rows, edit);
		if (after === null || after === rows) {
			say(after === null ? this.#text.noPlane : this.#text.notPossible);
			return;
		}
		store.set(withEdit(store.state, edit, store.view.scope), merged);
		const lacking = lackingClass(after);
		if (lacking !== null) say(this.#text.nothingLeft(lacking));
		else if (edit.do !== 'move') say(this.#text.count(after.X.length), false);
	}

	#pointAt(picture: HTMLElement, event: PointerEvent): Point | null {
		const frame = this.#holding.frame();
		return frame && pointAt(frame, picture, event);
	}

	#nearest(picture: HTMLElement, event: PointerEvent): number | null {
		const rows = rowsOf(selectedRun(this.#holding.store.state).spec);
		const frame = this.#holding.frame();
		return rows && frame && nearestTo(rows.X, frame, picture, event);
	}

	get #tool(): Tool {
		const value = this.#tools.querySelector<HTMLInputElement>('input[name="tool"]:checked')?.value;
		return TOOLS.find((tool) => tool === value) ?? 'move';
	}

	get #text() {
		return LAB_TEXT[this.#holding.language].points;
	}
}
