import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { bindPlaneGrip, showGrip } from '../kit/planeGrip.ts';
import { PUBLISHED_SHRINK, penalise, penaliseOne, type ShrinkState, shrinkSpec } from './model.ts';
import { dotsSvg, SHRINK_PLANE, shrinkSvg } from './picture.ts';
import { pointWords, shrinkCaption, shrinkLabels } from './words.ts';

/** `<shrink-figure>`: two weights whose data's optimum is dragged, and fifty that follow λ. */
class ShrinkFigure extends LiveFigure<ShrinkState> {
	protected readonly published = PUBLISHED_SHRINK;
	#free: number[] = [];

	protected override connect(): void {
		super.connect();
		this.#free = this.readJson() as number[]; // ShrinkFigure.astro wrote them
		bindPlaneGrip(this.findPart('grip'), {
			plane: SHRINK_PLANE,
			now: () => [this.state.b1, this.state.b2],
			step: 0.1,
			move: ([b1, b2], event) => this.change({ b1, b2 }, event),
			signal: this.lifetime,
		});
		this.#showGrip(this.state);
	}

	protected override draw(state: ShrinkState): boolean {
		const { language } = this;
		const found = penalise(state);
		const labels = shrinkLabels(state, found, this.#free, language);
		this.findPart('drawing').innerHTML = shrinkSvg(state, found, labels.plane, language);
		this.findPart('dots').innerHTML = dotsSvg(state, this.#free, labels.dots, language);
		this.#showGrip(state);
		this.say(shrinkCaption(state, found, this.#free, language));
		return true;
	}

	protected override specs(state: ShrinkState): RunSpecInput[] {
		return [shrinkSpec(state)];
	}

	protected override rows(state: ShrinkState): (string | number)[][] {
		const { bowl, w } = penalise(state);
		return [
			['weight', 'without a penalty', 'with it'],
			...w.map((value, j) => [`w${j + 1}`, bowl.low[j] ?? '', value]),
			...this.#free.map((b, j) => [`of fifty, ${j + 1}`, b, penaliseOne(b, state)]),
		];
	}

	#showGrip({ b1, b2 }: ShrinkState): void {
		showGrip(this.findPart('grip'), SHRINK_PLANE, [b1, b2], pointWords([b1, b2], this.language));
	}
}

customElements.define('shrink-figure', ShrinkFigure);
