import type { ExperimentResult } from '../../../src/schema/experimentResult.ts';
import type { Figure } from '../../../src/schema/figure.ts';
import type { Verdict } from '../../../src/schema/judged.ts';
import type { Estimate } from '../../../src/statistics.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PageElement } from '../../elements/PageElement.ts';
import { putText } from '../../elements/putText.ts';
import { whenNear } from '../../elements/whenNear.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { onThemeChange } from '../../theme/theme.ts';
import { COMPUTED, type Computed, type Outcome, SHOWN } from './computed.ts';
import { INTERACTIONS } from './controls.ts';
import type { SpeakingCells } from './SpeakingCells.ts';
import { sayVerdict, verdictOf } from './verdict.ts';
import { Waiting } from './Waiting.ts';

const onDemand = () => import('./onDemand.ts');
const training = () => import('../../training/inWorker.ts');
const countWorkers = () => navigator.hardwareConcurrency || 2;

/** What the page carries of a result. */
interface Shown {
	figure: Figure;
	sentence: string;
	/** What was trained, in words. */
	setting: string;
	measured: Record<string, Estimate>;
	parameters: Record<string, number>;
}

/** What the page carries: the committed result, and its arithmetic beside what one request to the server may take, in GFLOP. */
interface Carried extends Shown {
	gflop: number;
	serverGflop: number;
}

/** Parameters that multiply the arithmetic. */
const REPETITIONS = ['seeds', 'draws', 'copies'];

/**
 * `<experiment-figure>`: makes a figure alive that the page already shows. Chart.js draws it when it comes near the
 * screen; the experiment is computed again in the reader's browser or on the edge, with what the reader chose, and its
 * result takes the committed one's place and is compared with it.
 */
export class ExperimentFigure extends PageElement {
	readonly #text = EXPERIMENT_FIGURE_TEXT[this.language];
	readonly #name = this.dataset.name ?? '';
	readonly #committed = this.readJson() as Carried; // ExperimentFigure.astro wrote it
	readonly #waiting = new Waiting(this, (part) => this.findPart(part), this.#text);
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			this.#waiting.show(isBusy);
			if (!isBusy) this.#admitToServer();
		},
		showCancelled: () => this.#say(this.#text.cancelled),
		showFailure: (error) => this.#showFailure(error),
	});
	#shown: Shown = this.#committed;
	#charts: MountedCharts | null = null;
	#cells: SpeakingCells | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		for (const part of ['controls', 'actions']) this.findPart(part).hidden = false;
		for (const part of ['here', 'edge'])
			this.findPart(part).addEventListener('click', () => void this.#compute(part === 'edge'), { signal });
		for (const sign of ['pointerenter', 'focus']) {
			const warm = async () => (await training()).warmWorker(countWorkers());
			this.findPart('here').addEventListener(sign, () => void warm(), { signal, once: true });
		}
		this.findPart('cancel').addEventListener('click', () => this.#task.cancel(), { signal });
		this.findPart('reset').addEventListener('click', () => this.#reset(), { signal });
		const choose = ({ target }: Event) => {
			this.#admitToServer();
			if (target instanceof HTMLSelectElement && INTERACTIONS[this.#name]?.isInstant) void this.#compute(false);
		};
		this.findPart('controls').addEventListener('change', choose, { signal });
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action]'))
			button.addEventListener('click', () => void this.#act(button.dataset.action ?? ''), { signal });
		this.querySelector('.figure-data')?.addEventListener('toggle', () => void this.#fillTables(), {
			signal,
			once: true,
		});
		const come = () => {
			this.#bringChoices();
			void this.#mount();
		};
		whenNear(this, come, signal);
		onThemeChange(() => this.#charts?.redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#charts?.destroy();
			this.#charts = null;
			this.#cells = null;
		});
	}

	/** Computes it again in this browser with the committed settings; resolves once that is over, whatever came of it. */
	async recompute(signal: AbortSignal): Promise<void> {
		this.#chooseCommitted();
		const stop = () => this.#task.cancel();
		signal.addEventListener('abort', stop, { once: true });
		await this.#compute(false);
		signal.removeEventListener('abort', stop);
	}

	/** Not earlier: a browser that looks for what it could fill in lays out every far figure in which it finds a select. */
	#bringChoices(): void {
		const choices = this.querySelector<HTMLTemplateElement>('template[data-part="choices"]');
		choices?.replaceWith(choices.content);
	}

	async #mount(): Promise<void> {
		const { mountCharts } = await onDemand();
		if (this.lifetime.aborted) return;
		this.#charts ??= mountCharts(this.findPart('drawing'));
		await this.#draw();
	}

	async #draw(): Promise<void> {
		const { chartsOfExperiment, SpeakingCells } = await onDemand();
		if (!this.#charts) return;
		const charts = chartsOfExperiment(this.#name, this.#shown.figure, this.language);
		this.#charts.show(charts, this.#shown.sentence);
		if (this.#shown.figure.kind !== 'heat-map') return;
		const [place, signal] = [this.findPart('drawing'), this.lifetime];
		this.#cells ??= new SpeakingCells(place, this.#charts, { language: this.language, signal });
		this.#cells.show(charts);
	}

	async #fillTables(): Promise<void> {
		const { tablesHtml } = await onDemand();
		this.findPart('tables').innerHTML = tablesHtml(this.#shown.figure, this.language);
	}

	get #chosen(): Record<string, number> {
		const choices = this.#selects.map((select) => [select.dataset.parameter, Number(select.value)]);
		return { ...this.#committed.parameters, ...Object.fromEntries(choices) };
	}

	/** The server is not asked for what it would refuse, and the reason stands beside its button. */
	#admitToServer(): void {
		const { gflop, serverGflop, parameters } = this.#committed;
		const times = REPETITIONS.map((name) => (this.#chosen[name] ?? 1) / (parameters[name] ?? 1));
		const asked = times.reduce((product, each) => product * each, gflop);
		const isTooMuch = asked > serverGflop;
		const [button, reason] = [this.findPart('edge'), this.findPart('edge-reason')];
		button.toggleAttribute('disabled', isTooMuch);
		reason.hidden = !isTooMuch;
		reason.textContent = this.#text.tooMuchToAsk(Math.round(asked), serverGflop);
	}

	#compute(isEdge: boolean): Promise<void> {
		this.#waiting.pressed = isEdge ? 'edge' : 'here';
		const parameters = this.#chosen;
		return this.#task.start(async (signal) => {
			const result = await (isEdge ? this.#onEdge(parameters, signal) : this.#here(parameters, signal));
			signal.throwIfAborted();
			if (!result) return this.#say(this.#text.tooMuch);
			const { describeSetting } = await onDemand();
			signal.throwIfAborted();
			const { figure, measured } = result;
			await this.#show({
				figure,
				measured,
				sentence: result.sentence[this.language],
				setting: describeSetting(result.setting)[this.language],
				parameters: result.parameters,
			});
			signal.throwIfAborted();
			this.#judge(isEdge);
		}, this.lifetime);
	}

	async #here(parameters: Record<string, number>, signal: AbortSignal): Promise<ExperimentResult> {
		const { inWorker } = await training();
		const workers = countWorkers();
		const job = { kind: 'experiment', name: this.#name, parameters, workers } as const;
		return inWorker<'experiment'>(job, (progress) => this.#waiting.tell(progress), signal);
	}

	async #onEdge(parameters: Record<string, number>, signal: AbortSignal): Promise<ExperimentResult | null> {
		this.#waiting.ask();
		const { onEdge } = await import('./onEdge.ts');
		return onEdge(this.#name, parameters, signal);
	}

	#judge(isEdge: boolean): void {
		const verdict = verdictOf(this.#shown, this.#committed);
		this.#say(sayVerdict(verdict, isEdge, this.language));
		if (verdict.kind !== 'chosen') this.#tell(verdict.kind);
	}

	#tell(outcome: Outcome): void {
		const count = (...verdicts: Verdict[]) =>
			this.querySelectorAll(
				`[data-part="expected"] :is(${verdicts.map((one) => `[data-verdict="${one}"]`).join()}):not([data-control])`,
			).length;
		const rows = { passing: count('passes'), decided: count('passes', 'fails', 'not-replicated') };
		const detail: Computed = outcome === 'failed' ? { name: this.#name, outcome } : { name: this.#name, outcome, rows };
		this.dispatchEvent(new CustomEvent(COMPUTED, { bubbles: true, detail }));
	}

	#showFailure(error: unknown): void {
		this.findPart('error').hidden = false;
		this.findPart('error').textContent = this.#text.failed(messageOf(error));
		if (this.#waiting.pressed === 'here') this.#tell('failed');
	}

	/** All that has numbers at once: the caption, the setting, what was expected of them; the drawing and the tables after it. */
	async #show(shown: Shown): Promise<void> {
		const { fillMeasured } = await onDemand();
		this.#shown = shown;
		const expected = this.querySelector<HTMLElement>('[data-part="expected"]');
		const published = { name: this.#name, parameters: this.#committed.parameters };
		if (expected) fillMeasured(expected, shown, published, this.language);
		this.dispatchEvent(new CustomEvent(SHOWN, { bubbles: true }));
		putText(this.findPart('caption'), shown.sentence);
		this.findPart('setting').textContent = shown.setting;
		this.findPart('reset').hidden = shown === this.#committed;
		void this.#linkLab(shown);
		await this.#draw();
		await this.#fillTables();
	}

	/** The Lab opens what is shown, with the parameters that it was computed with. */
	async #linkLab(shown: Shown): Promise<void> {
		const place = this.querySelector<HTMLAnchorElement>('[data-part="lab"]');
		if (!place) return;
		const { ownLabLink } = await import('./labLink.ts');
		const link = await ownLabLink(this.#name, shown.parameters, this.language);
		if (!link || this.#shown !== shown) return;
		place.hash = link.fragment;
		place.textContent = link.text;
	}

	#reset(): void {
		this.#task.cancel();
		this.#chooseCommitted();
		this.#say('');
		void this.#show(this.#committed);
		this.findPart('here').focus();
	}

	#chooseCommitted(): void {
		for (const select of this.#selects)
			select.value = String(this.#committed.parameters[select.dataset.parameter ?? ''] ?? select.value);
		this.#admitToServer();
	}

	async #act(action: string): Promise<void> {
		const { takeAlong } = await onDemand();
		const { figure, parameters } = this.#shown;
		const place = this.findPart('drawing');
		const said = await takeAlong(action, { name: this.#name, figure, parameters, language: this.language, place });
		this.findPart('actions').querySelector('span')?.replaceChildren(said);
	}

	#say(said: string): void {
		this.findPart('outcome').textContent = said;
	}

	get #selects(): HTMLSelectElement[] {
		return [...this.querySelectorAll('select')];
	}
}

customElements.define('experiment-figure', ExperimentFigure);
