import type { Sample } from '../../../src/data/sample.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { LiveBoundary } from '../../pictures/boundary/LiveBoundary.ts';
import { BY_HEART_TEXT } from '../../text/figures/byHeart.ts';
import { LatestTraining } from '../../training/live/LatestTraining.ts';
import { livePool } from '../../training/live/LivePool.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';
import { ChartGrip } from '../kit/chartGrip.ts';
import { TrainedFigure } from '../kit/TrainedFigure.ts';
import { WINDOW } from '../thirtyMoons.ts';
import { boundLoss, lossChart } from './lossChart.ts';
import { PointGrip } from './PointGrip.ts';
import { type ByHeartState, byHeartTask, EPOCH_STOPS, FIRST_POINT, PUBLISHED_BY_HEART } from './tasks.ts';
import { byHeartCaption, byHeartLabels, momentOf, type Told } from './words.ts';

/** The points lie still for this long before the network is looked at all along its training. */
const PAUSE_MS = 250;

/** A training and the points that it was on. */
interface Trained {
	key: string;
	outcome: LiveOutcome;
}

/** `<by-heart-figure>`: one training is looked at all along its epochs; a dragged point trains it again. */
class ByHeartFigure extends TrainedFigure<ByHeartState> {
	protected readonly published = PUBLISHED_BY_HEART;
	readonly #training = new LatestTraining(livePool());
	/** Draws that have begun, and the latest of them that has drawn. */
	#begun = 0;
	#drawn = 0;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#opened: { told: Told; sample: Sample } | null = null;
	#trained: Trained | null = null;
	#boundary: LiveBoundary | null = null;
	#charts: MountedCharts | null = null;
	#points: PointGrip | null = null;
	#mark: ChartGrip | null = null;

	protected override connect(): void {
		super.connect();
		this.#opened = this.readJson() as { told: Told; sample: Sample }; // ByHeartFigure.astro wrote it
		const signal = this.lifetime;
		this.#boundary = new LiveBoundary(this.findPart('boundary'), WINDOW);
		this.#points = new PointGrip(this.findPart('point'), FIRST_POINT, {
			box: this.findPart('plane'),
			points: () => this.#pointsOf(this.state),
			moved: (index, to, event) => this.change({ moved: { ...this.state.moved, [index]: to } }, event),
			say: (index) => this.#sayPoint(index),
			signal,
		});
		this.#points.place();
		this.#mark = new ChartGrip(this.findPart('mark'), {
			box: this.findPart('losses-box'),
			stops: EPOCH_STOPS,
			moved: (epoch, event) => this.change({ epoch }, event),
			signal,
		});
		const observer = new ResizeObserver(() => requestAnimationFrame(() => this.#placeMark(this.state.epoch)));
		observer.observe(this.findPart('losses'));
		signal.addEventListener('abort', () => {
			clearTimeout(this.#pause);
			observer.disconnect();
			this.#charts?.destroy();
			this.#charts = null;
		});
	}

	protected override wake(): void {
		super.wake();
		void this.#mountCharts();
	}

	protected override warmed(): void {
		this.#prepareFilm();
	}

	protected override async draw(state: ByHeartState): Promise<boolean> {
		clearTimeout(this.#pause);
		this.#points?.place();
		const turn = ++this.#begun;
		const trained = await this.#train(state);
		// What is known already is drawn at once, and may have passed a training that was asked for before it.
		if (!trained || turn < this.#drawn || this.lifetime.aborted) return false;
		this.#drawn = turn;
		this.#trained = trained;
		const { looks, sample, trace } = trained.outcome;
		const look = looks.find(({ epoch }) => epoch === state.epoch) ?? looks.at(-1);
		this.#boundary?.show({ probability: look?.probability ?? [], sample });
		await this.#mountCharts();
		this.#drawLosses(state, trace);
		this.say(byHeartCaption(trace, state.epoch, this.language));
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => this.#prepareFilm(), PAUSE_MS);
		return true;
	}

	protected override recolour(): void {
		this.#boundary?.recolour();
		this.#charts?.redraw();
	}

	protected override specs({ moved, epoch }: ByHeartState): RunSpecInput[] {
		const known = this.#trained;
		return [known?.key === keyOf(moved) ? known.outcome.spec : byHeartTask(moved, [epoch]).spec];
	}

	protected override rows(): (string | number)[][] {
		const told = this.#told;
		const cells = (i: number) =>
			[told?.dataLoss[i], told?.testLoss[i], told?.trainAccuracy?.[i]].map((value) => value ?? '');
		return [
			['epoch', 'training loss', 'test loss', 'training accuracy'],
			...(told?.epoch.map((epoch, i) => [epoch, ...cells(i)]) ?? []),
		];
	}

	/** Once the points lie still, looks at the network all along its training, so that the first move along it finds it done. */
	#prepareFilm(): void {
		const { moved } = this.state;
		const key = keyOf(moved);
		if (this.#trained?.key === key && this.#trained.outcome.looks.length === EPOCH_STOPS.length) return;
		this.#training.prepare(byHeartTask(moved, EPOCH_STOPS)).then(
			(outcome) => {
				if (outcome && key === keyOf(this.state.moved)) this.#trained = { key, outcome };
			},
			() => {}, // whoever moves along the epochs asks again, and is told
		);
	}

	/** While a point is dragged the network is looked at once; for a move along the epochs, at all of them. */
	async #train({ moved, epoch }: ByHeartState): Promise<Trained | null> {
		const key = keyOf(moved);
		const known = (this.#trained?.key ?? keyOf(this.published.moved)) === key;
		if (known && this.#trained?.outcome.looks.some((look) => look.epoch === epoch)) return this.#trained;
		const outcome = await this.#training.train(byHeartTask(moved, known ? EPOCH_STOPS : [epoch]));
		return outcome && { key, outcome };
	}

	async #mountCharts(): Promise<void> {
		if (this.#charts) return;
		const { mountCharts } = await import('../../charts/mountCharts.ts');
		if (this.#charts || this.lifetime.aborted) return;
		this.#charts = mountCharts(this.findPart('losses'), { isAnimated: false });
		if (this.#told) this.#drawLosses(this.state, this.#told);
	}

	#drawLosses(state: ByHeartState, told: Told): void {
		const { language } = this;
		const ghost = this.isPublished ? undefined : this.#opened?.told;
		const labels = byHeartLabels(told, state.epoch, language);
		this.#charts?.show([lossChart(told, state.epoch, language, ghost)], labels.losses);
		this.findPart('boundary').querySelector('svg')?.setAttribute('aria-label', labels.boundary);
		this.#placeMark(state.epoch);
	}

	#placeMark(epoch: number): void {
		const layout = this.#charts?.layout(0);
		const told = this.#told;
		const moment = told && momentOf(told, epoch);
		if (!layout || !moment) return;
		const said = formatInProse(epoch, { language: this.language });
		this.#mark?.show({
			chart: lossChart(told, epoch, this.language),
			layout,
			x: epoch,
			y: boundLoss(moment.fresh),
			said,
		});
	}

	get #told(): Told | undefined {
		return this.#trained?.outcome.trace ?? this.#opened?.told;
	}

	#pointsOf({ moved }: ByHeartState): (readonly [number, number])[] {
		return (this.#opened?.sample.X ?? []).map(([x = 0, y = 0], i) => moved[i] ?? [x, y]);
	}

	#sayPoint(index: number): string {
		const text = BY_HEART_TEXT[this.language];
		const [x, y] = (this.#pointsOf(this.state)[index] ?? [0, 0]).map((value) => formatInProse(value, { digits: 3 }));
		const label = text.classes[this.#opened?.sample.y[index] === 1 ? 1 : 0];
		return text.pointAt({ number: String(index + 1), label, x: x ?? '', y: y ?? '' });
	}
}

const keyOf = (moved: ByHeartState['moved']): string => JSON.stringify(moved);

customElements.define('by-heart-figure', ByHeartFigure);
