import '../../elements/ProgressBar.ts';
import type { ExperimentFigureText } from '../../text/experimentFigure/experimentFigureText.ts';
import type { ExperimentProgress } from '../../training/messages.ts';
import { sparklinePoints } from './sparklinePoints.ts';

/** What a figure shows while an experiment is computed: its buttons, the progress, a sparkline of the newest training. */
export class Waiting {
	readonly #figure: HTMLElement;
	readonly #find: (part: string) => HTMLElement;
	readonly #text: ExperimentFigureText;
	/** The button that the running task began with. */
	pressed: 'here' | 'edge' = 'here';

	constructor(figure: HTMLElement, find: (part: string) => HTMLElement, text: ExperimentFigureText) {
		this.#figure = figure;
		this.#find = find;
		this.#text = text;
	}

	show(isBusy: boolean): void {
		const [here, edge, cancel] = [this.#button('here'), this.#button('edge'), this.#button('cancel')];
		const hadFocus = [here, edge, cancel].some((button) => button === document.activeElement);
		here.hidden = isBusy;
		edge.disabled = isBusy;
		cancel.hidden = !isBusy;
		if (hadFocus) (isBusy ? cancel : this.#button(this.pressed)).focus(); // or the keyboard's place is lost
		if (!isBusy) {
			this.#bar?.end();
			return;
		}
		this.#bar?.begin(this.#text.starting);
		this.#draw('');
		this.#find('error').hidden = true;
		this.#find('outcome').textContent = '';
	}

	/** The edge is asked. */
	ask(): void {
		this.#bar?.tell(null, this.#text.asking);
	}

	tell({ done, part, total, trace }: ExperimentProgress): void {
		this.#bar?.tell(total === 0 ? null : (done + part) / total, this.#text.progress(done, total));
		this.#draw(sparklinePoints(trace?.objective ?? []));
	}

	#draw(points: string): void {
		this.#figure.querySelector('polyline')?.setAttribute('points', points);
	}

	#button(part: string): HTMLButtonElement {
		return this.#find(part) as HTMLButtonElement; // ExperimentFigure.astro has it as one
	}

	get #bar() {
		return this.#figure.querySelector('progress-bar');
	}
}
