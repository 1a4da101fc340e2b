import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { showGrip } from '../kit/planeGrip.ts';
import {
	descend,
	lambdaAt,
	nearestStop,
	PUBLISHED_STOPPING,
	ridgeAt,
	riskOfRidge,
	riskOfStopping,
	STEP_STOPS,
	type StoppingState,
	stopAt,
	stoppingSpecs,
} from './model.ts';
import { riskSvg, STOPPING_PLANE, stoppingSvg } from './picture.ts';
import { stoppingWords } from './words.ts';

/** `<stopping-figure>`: a point that is dragged along the path of gradient descent, and ridge that goes along. */
class StoppingFigure extends LiveFigure<StoppingState> {
	protected readonly published = PUBLISHED_STOPPING;

	protected override connect(): void {
		super.connect();
		const grip = this.findPart('grip');
		const { x: columns, y: rows } = STOPPING_PLANE.frame;
		holdPlace(grip, {
			box: grip.parentElement ?? grip,
			move: ({ x, y }, event) => {
				const steps = nearestStop([columns[0] + x * (columns[1] - columns[0]), rows[1] - y * (rows[1] - rows[0])]);
				this.change({ steps }, event);
			},
			step: (right, up, event) => this.#step(right + up, event),
			signal: this.lifetime,
		});
		this.#showGrip(this.state);
	}

	protected override draw(state: StoppingState): boolean {
		const { language } = this;
		const stopped = stopAt(state);
		const words = stoppingWords(state, language, stopped);
		this.findPart('drawing').innerHTML = stoppingSvg(stopped, words.label, language);
		this.findPart('risk').innerHTML = riskSvg(state, words.riskLabel, language);
		this.findPart('says-descent').textContent = words.descent;
		this.findPart('says-ridge').textContent = words.ridge;
		this.#showGrip(state);
		this.say(words.caption);
		return true;
	}

	protected override specs(state: StoppingState): RunSpecInput[] {
		return stoppingSpecs(state);
	}

	protected override rows(): (string | number)[][] {
		return [
			['steps', 'stopped w1', 'stopped w2', 'lambda', 'ridge w1', 'ridge w2', 'risk stopped', 'risk ridge'],
			...STEP_STOPS.map((steps) => [
				steps,
				...descend(steps),
				lambdaAt(steps),
				...ridgeAt(steps),
				riskOfStopping(steps),
				riskOfRidge(steps),
			]),
		];
	}

	#step(by: number, event: Event): void {
		const stops: readonly number[] = STEP_STOPS;
		const next = Math.min(stops.length - 1, Math.max(0, stops.indexOf(this.state.steps) + by));
		this.change({ steps: stops[next] ?? this.state.steps }, event);
	}

	#showGrip({ steps }: StoppingState): void {
		const grip = this.findPart('grip');
		showGrip(grip, STOPPING_PLANE, descend(steps), stoppingWords({ steps }, this.language).grip);
		grip.setAttribute('aria-valuenow', String(steps));
	}
}

customElements.define('stopping-figure', StoppingFigure);
