import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PageElement } from '../../elements/PageElement.ts';
import { putText } from '../../elements/putText.ts';
import { whenNear } from '../../elements/whenNear.ts';
import { KIT_TEXT } from '../../text/figures/kit.ts';
import { onThemeChange } from '../../theme/theme.ts';
import { bindHandles, type HandleValue, showHandles } from './handles.ts';

/** What a figure tells whoever measures it: a picture stands that answers an input of this time (`event.timeStamp`). */
const DRAWN = 'figure-drawn';

/**
 * A figure that answers what its reader takes hold of. It opens on a published state, which the build has drawn; every
 * handle changes the state, and once a frame at most the figure is drawn anew. What was published stays visible as a
 * pale ghost, and one button leads back to it.
 */
export abstract class LiveFigure<State extends object> extends PageElement {
	/** What the page was built with. */
	protected abstract readonly published: State;
	#state: State | null = null;
	/** The frame that the figure waits for before it is drawn again; 0 where it may be drawn at once. */
	#frame = 0;
	#isStale = false;
	/** When the newest input came that no picture answers yet. */
	#inputAt: number | null = null;

	/**
	 * Draws a state, its numbers and its caption.
	 *
	 * @returns true when its picture stands, false where a later one has taken its place
	 */
	protected abstract draw(state: State): boolean | Promise<boolean>;

	/** The runs of a state as specs, for the Lab: one or more. */
	protected abstract specs(state: State): readonly RunSpecInput[];

	/** What the figure shows as rows of a table, the first one its head. */
	protected abstract rows(state: State): readonly (readonly (string | number)[])[];

	/** The figure comes near the screen: workers and modules are fetched now. */
	protected wake(): void {}

	/** The theme has changed: what is drawn in resolved colours is drawn again. */
	protected recolour(): void {
		void this.#redraw();
	}

	protected get state(): State {
		return this.#state ?? this.published;
	}

	/** Whether the reader has changed nothing, or has gone back. */
	protected get isPublished(): boolean {
		return JSON.stringify(this.state) === JSON.stringify(this.published);
	}

	protected override connect(): void {
		const signal = this.lifetime;
		for (const list of this.querySelectorAll<HTMLTemplateElement>('template[data-list]'))
			list.replaceWith(list.content);
		for (const part of ['handles', 'menu']) this.findPart(part).hidden = false;
		bindHandles(this, (name, value, event) => this.change({ [name]: value } as Partial<State>, event), signal); // the page names its handles as the state does
		this.findPart('back').addEventListener('click', (event) => this.change(this.published, event), { signal });
		this.findPart('menu').addEventListener('click', (event) => void this.#choose(event), { signal });
		whenNear(this, () => this.wake(), signal);
		onThemeChange(() => this.recolour(), signal);
		signal.addEventListener('abort', () => {
			cancelAnimationFrame(this.#frame);
			this.#frame = 0;
			this.#isStale = false;
		});
	}

	/** Takes a change of the state; the picture follows at once, or with the next frame where this one has a picture. */
	protected change(patch: Partial<State>, event?: Event): void {
		this.#state = { ...this.state, ...patch };
		this.#inputAt = event?.timeStamp ?? performance.now();
		showHandles(this, this.#state as Record<string, HandleValue>, this.language);
		this.#showWhose();
		this.#isStale = true;
		if (this.#frame === 0) queueMicrotask(() => this.#drawStale());
	}

	/** Waiting for the frame first would cost an input between two frames half of one. */
	#drawStale(): void {
		if (!this.#isStale || this.#frame !== 0) return;
		this.#isStale = false;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = 0;
			this.#drawStale();
		});
		void this.#redraw();
	}

	/** Says what the picture shows. */
	protected say(caption: string): void {
		putText(this.findPart('caption'), caption);
	}

	/** Says what kept the figure from being drawn. */
	protected fail(error: unknown): void {
		this.findPart('error').hidden = false;
		this.findPart('error').textContent = KIT_TEXT[this.language].failed(messageOf(error));
	}

	async #redraw(): Promise<void> {
		const inputAt = this.#inputAt;
		this.#inputAt = null;
		try {
			const isDrawn = await this.draw(this.state);
			if (!isDrawn) return;
			this.findPart('error').hidden = true;
			if (inputAt !== null) this.dispatchEvent(new CustomEvent(DRAWN, { bubbles: true, detail: { inputAt } }));
		} catch (error) {
			this.fail(error);
		}
	}

	#showWhose(): void {
		const isYours = !this.isPublished;
		const back = this.findPart('back');
		if (!isYours && back === document.activeElement) this.querySelector<HTMLElement>('[data-handle]')?.focus();
		this.toggleAttribute('data-yours', isYours);
		putText(this.findPart('whose'), KIT_TEXT[this.language][isYours ? 'yours' : 'published']);
		back.hidden = !isYours;
	}

	async #choose({ target }: Event): Promise<void> {
		const action = target instanceof Element ? target.closest<HTMLElement>('[data-action]')?.dataset.action : null;
		if (!action) return;
		const { state } = this;
		const { doMenuAction } = await import('./menuActions.ts');
		const said = await doMenuAction(action, {
			name: this.dataset.name ?? this.localName,
			language: this.language,
			specs: () => this.specs(state),
			rows: () => this.rows(state),
			picture: this.findPart('picture'),
		});
		this.findPart('menu-said').textContent = said;
	}
}
