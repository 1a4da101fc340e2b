import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { showGrip } from '../kit/planeGrip.ts';
import { BELIEF_STOPS, type BeliefState, beliefSpec, PUBLISHED_BELIEF, TRUTH, tauReaching, weigh } from './model.ts';
import { BELIEF_PLANE, beliefSvg, GRIP_DROP, gripPlace } from './picture.ts';
import { beliefCaption, beliefLabel, beliefNumbers } from './words.ts';

/** `<belief-figure>`: the posterior of as many examples, under as wide a prior, as the reader likes. */
class BeliefFigure extends LiveFigure<BeliefState> {
	protected readonly published = PUBLISHED_BELIEF;

	protected override connect(): void {
		super.connect();
		const grip = this.findPart('grip');
		const [bottom, top] = BELIEF_PLANE.frame.y;
		holdPlace(grip, {
			box: grip.parentElement ?? grip,
			move: ({ y }, event) => this.change({ tau: tauReaching(this.state, GRIP_DROP, top - y * (top - bottom)) }, event),
			step: (right, up, event) => this.#step(right + up, event),
			signal: this.lifetime,
		});
		this.#showGrip(this.state);
	}

	protected override draw(state: BeliefState): boolean {
		const { language } = this;
		const weighed = weigh(state);
		const label = beliefLabel(state, weighed, language);
		this.findPart('drawing').innerHTML = beliefSvg(state, weighed, label, language);
		for (const [name, said] of Object.entries(beliefNumbers(state, weighed, language))) {
			this.findPart(`says-${name}`).textContent = said;
		}
		this.#showGrip(state);
		this.say(beliefCaption(state, weighed, language));
		return true;
	}

	protected override specs(state: BeliefState): RunSpecInput[] {
		return [beliefSpec(state)];
	}

	protected override rows(state: BeliefState): (string | number)[][] {
		const { map, mle, lambda } = weigh(state);
		return [
			['point', 'w1', 'w2'],
			['maximum of the likelihood', ...mle],
			['maximum of the posterior', ...map],
			['behind the data', ...TRUTH],
			['m', state.m],
			['tau', state.tau],
			['lambda', lambda],
		];
	}

	#step(steps: number, event: Event): void {
		const stops: readonly number[] = BELIEF_STOPS.tau;
		const next = Math.min(stops.length - 1, Math.max(0, stops.indexOf(this.state.tau) + steps));
		this.change({ tau: stops[next] ?? this.state.tau }, event);
	}

	#showGrip(state: BeliefState): void {
		const grip = this.findPart('grip');
		showGrip(grip, BELIEF_PLANE, gripPlace(state), formatInProse(state.tau, { language: this.language }));
		grip.setAttribute('aria-valuenow', String(state.tau));
	}
}

customElements.define('belief-figure', BeliefFigure);
