import { formatCount } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { WITNESSES_TEXT } from '../../text/figures/witnesses.ts';
import { LatestTraining } from '../../training/live/LatestTraining.ts';
import { livePool } from '../../training/live/LivePool.ts';
import { TrainedFigure } from '../kit/TrainedFigure.ts';
import { balanceSvg } from './balanceSvg.ts';
import { PUBLISHED_WITNESSES, SCALES, type WitnessesState, witnessesSpecs, witnessesTask } from './tasks.ts';
import { type Weighed, weigh } from './weigh.ts';
import { balanceLabel, FORMULAS, sayExamples, witnessesCaption } from './words.ts';

/** `<witnesses-figure>`: at every move a network is trained, and both penalties are weighed at it. */
class WitnessesFigure extends TrainedFigure<WitnessesState> {
	protected readonly published = PUBLISHED_WITNESSES;
	readonly #training = new LatestTraining(livePool());
	#opened: Weighed | null = null;
	#weighed: Weighed | null = null;

	protected override connect(): void {
		super.connect();
		this.#opened = this.readJson() as Weighed; // WitnessesFigure.astro wrote it
		this.#weighed = this.#opened;
	}

	protected override async draw(state: WitnessesState): Promise<boolean> {
		const outcome = await this.#training.train(witnessesTask(state));
		const weights = outcome?.looks[0]?.weights;
		if (!outcome || !weights || this.lifetime.aborted) return false;
		this.#weighed = weigh({ weights, sample: outcome.sample }, state);
		this.#show(state, this.#weighed);
		return true;
	}

	protected override recolour(): void {} // the style sheet colours all of it

	protected override specs(state: WitnessesState): RunSpecInput[] {
		return witnessesSpecs(state);
	}

	protected override rows(state: WitnessesState): (string | number)[][] {
		return [
			['penalty', 'm', 'lambda', 'weighs like so many examples'],
			...SCALES.map((scale) => [FORMULAS[scale], state.m, state.lambda, this.#weighed?.[scale] ?? '']),
		];
	}

	#show(state: WitnessesState, weighed: Weighed): void {
		const { language } = this;
		const text = WITNESSES_TEXT[language];
		for (const scale of SCALES) {
			const published = { examples: this.published.m, penalty: (this.#opened ?? weighed)[scale] };
			const label = balanceLabel(scale, weighed, state, language);
			const svg = balanceSvg({ examples: state.m, penalty: weighed[scale], published, label });
			this.findPart(`balance-${scale}`).innerHTML = svg;
			this.findPart(`examples-${scale}`).textContent = text.examples(formatCount(state.m, language));
			this.findPart(`penalty-${scale}`).textContent = text.penalty(sayExamples(weighed[scale], language));
		}
		this.say(witnessesCaption(state, weighed, language));
	}
}

customElements.define('witnesses-figure', WitnessesFigure);
