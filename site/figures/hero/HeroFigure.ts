import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import { whenParsed } from '../../elements/whenParsed.ts';
import { HERO_TEXT } from '../../text/figures/hero.ts';
import { livePool } from '../../training/live/LivePool.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';
import { TrainedFigure } from '../kit/TrainedFigure.ts';
import { TrainedPanel } from '../kit/TrainedPanel.ts';
import { bindEquation } from './equationHandles.ts';
import { HeroEdge } from './HeroEdge.ts';
import { type HeroState, heroTask, PUBLISHED_HERO, SIDES, type Side } from './tasks.ts';
import { equationTold, heroCaption, heroFormula, heroResult, isFlatField, type Told } from './words.ts';

/** `<hero-figure>`: two networks that are trained again at every move of m, λ or the 2. */
class HeroFigure extends TrainedFigure<HeroState> {
	protected readonly published = PUBLISHED_HERO;
	#panels: Record<Side, TrainedPanel> | null = null;
	#showEquation: (state: HeroState) => void = () => {};
	#edge: HeroEdge | null = null;

	protected override connect(): void {
		super.connect();
		this.#edge = new HeroEdge(
			(name) => this.findPart(name),
			this.language,
			() => this.#outcomes(),
		);
		this.#edge.connect(this.lifetime);
		const change = (patch: Partial<HeroState>, event: Event) => this.change(patch, event);
		whenParsed(this.ownerDocument, this.lifetime, () => {
			this.#showEquation = bindEquation(this.ownerDocument, this.language, change, this.lifetime);
			this.#showEquation(this.state);
		});
	}

	protected override async draw(state: HeroState): Promise<boolean> {
		this.#showEquation(state);
		this.#edge?.forget();
		const drawn = await Promise.all(SIDES.map((side) => this.#drawPanel(side, state)));
		if (!drawn.every((isDrawn) => isDrawn)) return false;
		const { undivided, divided } = this.#panelsNow();
		if (undivided.shown && divided.shown) {
			const told = { undivided: tell(undivided.shown), divided: tell(divided.shown) };
			this.say(heroCaption(state, told, this.language));
			const place = this.ownerDocument.querySelector('[data-part="equation-told"]');
			if (place) putText(place, equationTold(state, told, this.language));
		}
		return true;
	}

	protected override recolour(): void {
		for (const panel of Object.values(this.#panels ?? {})) panel.recolour();
	}

	protected override specs(state: HeroState): RunSpecInput[] {
		return SIDES.map((side) => this.#panels?.[side].shown?.spec ?? heroTask(side, state).spec);
	}

	protected override rows(state: HeroState): (string | number)[][] {
		return [
			['penalty', 'm', 'lambda', 'test accuracy', 'test loss'],
			...SIDES.map((side) => {
				const final = this.#panels?.[side].shown?.final;
				return [heroFormula(side, state), state.m, state.lambda, final?.testAccuracy ?? '', final?.testLoss ?? ''];
			}),
		];
	}

	async #drawPanel(side: Side, state: HeroState): Promise<boolean> {
		const panel = this.#panelsNow()[side];
		const outcome = await panel.train(heroTask(side, state));
		if (!outcome || this.lifetime.aborted) return false;
		const formula = heroFormula(side, state);
		const result = heroResult(tell(outcome), this.language);
		putText(this.findPart(`formula-${side}`), formula);
		putText(this.findPart(`result-${side}`), result);
		const [m, lambda] = [state.m, state.lambda].map((value) => formatInProse(value, { language: this.language }));
		panel.show(outcome, HERO_TEXT[this.language].boundary(formula, m ?? '', lambda ?? '', result));
		return true;
	}

	#panelsNow(): Record<Side, TrainedPanel> {
		this.#panels ??= { undivided: this.#open('undivided'), divided: this.#open('divided') };
		return this.#panels;
	}

	#open(side: Side): TrainedPanel {
		const { grid } = heroTask(side, this.published);
		if (!grid) throw new Error('the hero draws boundaries');
		return new TrainedPanel(this.findPart(`boundary-${side}`), grid);
	}

	/** What both panels show, trained here: the edge is compared with it. */
	async #outcomes(): Promise<LiveOutcome[]> {
		const { state } = this;
		return Promise.all(SIDES.map((side) => livePool().train(heroTask(side, state))));
	}
}

const tell = ({ final, looks }: LiveOutcome): Told => ({ final, isFlat: isFlatField(looks[0]?.probability ?? []) });

customElements.define('hero-figure', HeroFigure);
