import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { LiveBoundary } from '../../pictures/boundary/LiveBoundary.ts';
import { LatestTraining } from '../../training/live/LatestTraining.ts';
import { livePool } from '../../training/live/LivePool.ts';
import { ChartGrip } from '../kit/chartGrip.ts';
import { TrainedFigure } from '../kit/TrainedFigure.ts';
import { WINDOW } from '../thirtyMoons.ts';
import { curveChart } from './curveChart.ts';
import { type CurvePoint, LAMBDAS, type PenaltyState, PUBLISHED_PENALTY, penaltyTask } from './tasks.ts';
import { WholeCurve } from './WholeCurve.ts';
import { ownLoss, penaltyCaption, penaltyLabels, pointAt } from './words.ts';

/** `<penalty-figure>`: a mark that is dragged along a curve over λ, and the boundary of the network trained there. */
class PenaltyFigure extends TrainedFigure<PenaltyState> {
	protected readonly published = PUBLISHED_PENALTY;
	readonly #training = new LatestTraining(livePool());
	#curve: readonly CurvePoint[] = [];
	#landed: readonly CurvePoint[] = [];
	#boundary: LiveBoundary | null = null;
	#charts: MountedCharts | null = null;
	#mark: ChartGrip | null = null;

	protected override connect(): void {
		super.connect();
		const signal = this.lifetime;
		this.#curve = this.readJson() as CurvePoint[]; // PenaltyFigure.astro wrote it
		this.#boundary = new LiveBoundary(this.findPart('boundary'), WINDOW);
		this.#mark = new ChartGrip(this.findPart('mark'), {
			box: this.findPart('curve-box'),
			stops: LAMBDAS,
			moved: (lambda, event) => this.change({ lambda }, event),
			signal,
		});
		const whole = new WholeCurve({
			button: this.findPart('whole'),
			said: this.findPart('whole-said'),
			language: this.language,
			published: this.#curve,
			show: (landed) => {
				this.#landed = [...landed];
				void this.#drawCurve();
			},
		});
		whole.connect(signal);
		const observer = new ResizeObserver(() => requestAnimationFrame(() => this.#placeMark()));
		observer.observe(this.findPart('curve'));
		signal.addEventListener('abort', () => {
			observer.disconnect();
			this.#charts?.destroy();
			this.#charts = null;
		});
	}

	protected override wake(): void {
		super.wake();
		void this.#drawCurve();
	}

	protected override async draw(state: PenaltyState): Promise<boolean> {
		// The mark follows the hand at once; the boundary comes when its network is trained.
		const [outcome] = await Promise.all([this.#training.train(penaltyTask(state)), this.#drawCurve()]);
		if (!outcome || this.lifetime.aborted) return false;
		const { language } = this;
		const { testLoss } = outcome.final;
		this.#boundary?.show({ probability: outcome.looks[0]?.probability ?? [], sample: outcome.sample });
		this.findPart('own').textContent = ownLoss(testLoss, language);
		const { boundary } = penaltyLabels(this.#curve, state.lambda, testLoss, language);
		this.findPart('boundary').querySelector('svg')?.setAttribute('aria-label', boundary);
		return true;
	}

	protected override recolour(): void {
		this.#boundary?.recolour();
		this.#charts?.redraw();
	}

	protected override specs(state: PenaltyState): RunSpecInput[] {
		return [penaltyTask(state).spec];
	}

	protected override rows(): (string | number)[][] {
		return [
			['lambda', 'training loss', 'test loss'],
			...this.#curve.map(({ lambda, training, fresh }) => [lambda, training, fresh]),
		];
	}

	async #drawCurve(): Promise<void> {
		if (!this.#charts) {
			const { mountCharts } = await import('../../charts/mountCharts.ts');
			if (this.lifetime.aborted) return;
			this.#charts ??= mountCharts(this.findPart('curve'), { isAnimated: false });
		}
		const { language, state } = this;
		const label = penaltyLabels(this.#curve, state.lambda, null, language).curve;
		this.#charts.show([curveChart(this.#curve, state.lambda, language, this.#landed)], label);
		this.#placeMark();
		this.say(penaltyCaption(this.#curve, state.lambda, language));
	}

	#placeMark(): void {
		const layout = this.#charts?.layout(0);
		if (!layout) return;
		const { language } = this;
		const { lambda } = this.state;
		const chart = curveChart(this.#curve, lambda, language);
		const said = `λ = ${formatInProse(lambda, { language })}`;
		this.#mark?.show({ chart, layout, x: lambda, y: pointAt(this.#curve, lambda).fresh, said });
	}
}

customElements.define('penalty-figure', PenaltyFigure);
