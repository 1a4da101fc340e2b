import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import type { CurvesChart } from '../../charts/chart.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { recallOpen, rememberOpen } from '../state/folded.ts';
import type { Trainings } from '../training/trainings.ts';
import { LambdaTrail, type TrailDot } from './LambdaTrail.ts';
import { bestOf, trailChart } from './trailChart.ts';

/** The switch between losses over epochs and over λ, remembered from visit to visit, and what is drawn of the latter. */
export class TrailView {
	readonly #place: HTMLElement;
	readonly #trainings: Trainings;
	readonly #language: Language;
	readonly #trail = new LambdaTrail();

	/** @param place has the switch and the button that clears, and says by `data-over` what the losses are over */
	constructor(
		place: HTMLElement,
		{ trainings, language, signal }: { trainings: Trainings; language: Language; signal: AbortSignal },
		changed: () => void,
	) {
		this.#place = place;
		this.#trainings = trainings;
		this.#language = language;
		if (recallOpen('trail')) this.show();
		else this.#become(this.#overLambda?.checked ?? false);
		place.addEventListener(
			'change',
			({ target }) => {
				if (!(target instanceof HTMLInputElement) || target.name !== 'loss-over') return;
				this.#become(target.value === 'lambda');
				rememberOpen('trail', this.isOn);
			},
			{ signal, capture: true }, // before it is drawn again
		);
		place.querySelector('[data-part="clear-trail"]')?.addEventListener(
			'click',
			() => {
				this.clear();
				changed();
			},
			{ signal },
		);
	}

	get isOn(): boolean {
		return this.#place.dataset.over === 'lambda';
	}

	/** Draws losses over λ, as a link says. */
	show(): void {
		if (this.#overLambda) this.#overLambda.checked = true;
		this.#become(true);
	}

	get #overLambda(): HTMLInputElement | null {
		return this.#place.querySelector('input[name="loss-over"][value="lambda"]');
	}

	/** Whether dots are left now: epochs that only pass by while runs play have none. */
	get isStill(): boolean {
		return !this.#place.closest('[data-playing]');
	}

	note(): void {
		const { runs, shown } = this.#trainings;
		if (this.isStill) this.#trail.note(runs, shown);
	}

	/** Begins anew. */
	clear(): void {
		this.#trail.clear(this.#trainings.runs);
	}

	/** What is drawn, and what a screen reader says of it. */
	describe(isLogarithmic: boolean): { chart: CurvesChart; label: string } {
		const { runs, shown } = this.#trainings;
		const text = LAB_TEXT[this.#language].trail;
		const number = (value: number | null) =>
			value === null ? '–' : formatInProse(value, { language: this.#language });
		const trails = runs.map(({ key, of }) => {
			const before = this.#trail.beforeOf(key, shown);
			return {
				key,
				dots: this.#trail.dotsOf(key, shown),
				lambda: of?.penalty.lambda ?? null,
				before: before && { dots: before.dots, name: `m = ${number(before.rows)}` },
			};
		});
		const isBeginning = trails.every(({ dots }) => dots.length < 2);
		const hint = this.#trail.isBegunAnew ? text.anew : text.hint;
		const said = trails.some(({ before }) => before) ? text.before : isBeginning ? hint : '';
		const title = text.axis(formatCount(shown, this.#language), said);
		const told = (dots: readonly TrailDot[]) => {
			const best = bestOf(dots);
			return text.values(dots.length, best && { lambda: number(best.lambda), loss: number(best.testLoss) });
		};
		const each = trails.flatMap(({ key, dots, before }) => [
			text.run(key, told(dots)),
			...(before ? [text.run(key, told(before.dots), before.name)] : []),
		]);
		return {
			chart: trailChart(trails, { isLogarithmic, title, language: this.#language }),
			label: [title, ...each].join(' '),
		};
	}

	#become(isOverLambda: boolean): void {
		this.#place.dataset.over = isOverLambda ? 'lambda' : 'epochs';
	}
}
