import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import { TOO_MUCH_TEXT } from '../../text/figures/tooMuch.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { type DecayState, decaySpec, PUBLISHED_DECAY, SHARE_STOPS, shareReaching, weightsUnder } from './model.ts';
import { decaySvg, gripPlace, weightAt } from './picture.ts';
import { decayCaption, decayGrip } from './words.ts';

/** `<decay-figure>`: a weight whose second point the reader drags, and all later ones with it. */
class DecayFigure extends LiveFigure<DecayState> {
	protected readonly published = PUBLISHED_DECAY;

	protected override connect(): void {
		super.connect();
		const grip = this.findPart('grip');
		holdPlace(grip, {
			box: grip.parentElement ?? grip,
			move: ({ y }, event) => this.change({ share: shareReaching(weightAt(y)) }, event),
			step: (right, up, event) => this.#step(right + up, event),
			signal: this.lifetime,
		});
		this.#showGrip(this.state);
	}

	protected override draw(state: DecayState): boolean {
		const caption = decayCaption(state, this.language);
		const label = TOO_MUCH_TEXT[this.language].label(caption);
		this.findPart('drawing').innerHTML = decaySvg(state, label, this.language);
		this.#showGrip(state);
		this.say(caption);
		return true;
	}

	protected override specs(state: DecayState): RunSpecInput[] {
		return [decaySpec(state)];
	}

	protected override rows(state: DecayState): (string | number)[][] {
		return [['step', 'weight'], ...weightsUnder(state).map((weight, step) => [step, weight])];
	}

	/** Upwards is a larger weight, so a smaller share. */
	#step(by: number, event: Event): void {
		const next = Math.min(SHARE_STOPS.length - 1, Math.max(0, SHARE_STOPS.indexOf(this.state.share) - by));
		this.change({ share: SHARE_STOPS[next] ?? this.state.share }, event);
	}

	#showGrip(state: DecayState): void {
		const grip = this.findPart('grip');
		const { x, y } = gripPlace(state);
		grip.hidden = false;
		grip.style.left = `${100 * x}%`;
		grip.style.top = `${100 * y}%`;
		grip.setAttribute('aria-valuenow', (1 - state.share).toFixed(2));
		grip.setAttribute('aria-valuetext', decayGrip(state, this.language));
	}
}

customElements.define('decay-figure', DecayFigure);
