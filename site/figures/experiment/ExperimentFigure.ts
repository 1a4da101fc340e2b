import type { Figure } from '../../../src/schema/figure.ts';
import type { Estimate } from '../../../src/statistics.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PageElement } from '../../elements/PageElement.ts';
import '../../elements/ProgressBar.ts';
import { copyText, PICTURE_SCALE, saveCanvases, saveText } from '../../elements/save.ts';
import { whenNear } from '../../elements/whenNear.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { onThemeChange } from '../../theme/theme.ts';
import type { ExperimentProgress } from '../../training/messages.ts';
import { INTERACTIONS, type Interaction } from './controls.ts';
import { isSameMeasured } from './sameMeasured.ts';
import { sparklinePoints } from './sparklinePoints.ts';
import { csvOf, tablesOf } from './tables.ts';

const onDemand = () => import('./onDemand.ts');

/** What the page carries of a result. */
interface Shown {
	figure: Figure;
	sentence: string;
	/** What was trained, in words. */
	setting: string;
	measured: Record<string, Estimate>;
	parameters: Record<string, number>;
}

/**
 * `<experiment-figure>`: makes a figure alive that the page already shows. Chart.js draws it when it comes near the
 * screen; the experiment runs in a Web Worker, with what the reader chose, and its result takes the
 * committed one's place.
 */
class ExperimentFigure extends PageElement {
	readonly #text = EXPERIMENT_FIGURE_TEXT[this.language];
	readonly #name = this.dataset.name ?? '';
	readonly #interaction: Interaction = INTERACTIONS[this.#name] ?? { controls: [] };
	readonly #committed = this.readJson() as Shown; // ExperimentFigure.astro wrote it
	readonly #task = new LatestTask({
		showBusy: (isBusy) => this.#showBusy(isBusy),
		showCancelled: () => this.#say(this.#text.cancelled),
		showFailure: (error) => {
			this.findPart('error').hidden = false;
			this.findPart('error').textContent = this.#text.failed(messageOf(error));
		},
	});
	#shown: Shown = this.#committed;
	#charts: MountedCharts | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		for (const part of ['controls', 'actions']) this.findPart(part).hidden = false;
		if (this.#interaction.controls.length === 0 && this.#shown.figure.kind === 'heat-map')
			this.findPart('run').hidden = false;
		this.findPart('run').addEventListener('click', () => this.#run(), { signal });
		this.findPart('cancel').addEventListener('click', () => this.#task.cancel(), { signal });
		this.findPart('reset').addEventListener('click', () => this.#reset(), { signal });
		for (const select of this.#selects) {
			select.addEventListener('change', () => this.#interaction.isInstant && this.#run(), { signal });
		}
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action]')) {
			button.addEventListener('click', () => void this.#act(button.dataset.action ?? ''), { signal });
		}
		whenNear(this, () => void this.#mount(), signal);
		onThemeChange(() => this.#charts?.redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#charts?.destroy();
			this.#charts = null;
		});
	}

	async #mount(): Promise<void> {
		const { mountCharts } = await onDemand();
		if (this.lifetime.aborted) return;
		this.#charts ??= mountCharts(this.findPart('drawing'));
		await this.#draw();
	}

	async #draw(): Promise<void> {
		const { chartsOfFigure } = await onDemand();
		this.#charts?.show(chartsOfFigure(this.#shown.figure, this.language), this.#shown.sentence);
	}

	/** What the reader chose; the experiment's own defaults stay out, so that an untouched figure runs the committed setting where it can. */
	get #parameters(): Record<string, number> {
		const chosen = this.#selects.map((select) => [select.dataset.parameter, Number(select.value)]);
		return { ...this.#interaction.shortened, ...Object.fromEntries(chosen) };
	}

	#run(): void {
		const job = { kind: 'experiment', name: this.#name, parameters: this.#parameters } as const;
		void this.#task.start(async (signal) => {
			const { inWorker } = await import('../../training/inWorker.ts');
			const result = await inWorker<'experiment'>(job, (progress) => this.#showProgress(progress), signal);
			const { figure, sentence, measured } = result;
			const parameters = result.parameters as Record<string, number>; // every experiment's are
			const { describeSetting } = await onDemand();
			const setting = describeSetting(result.setting)[this.language];
			await this.#show({ figure, sentence: sentence[this.language], setting, measured, parameters });
			signal.throwIfAborted();
			const verdict = isSameMeasured(measured, this.#committed.measured) ? this.#text.same : this.#text.other;
			this.#say(`${verdict} ${this.#shown.sentence}`);
		}, this.lifetime);
	}

	#showProgress({ done, part, total, trace }: ExperimentProgress): void {
		this.#bar?.tell(total === 0 ? null : (done + part) / total, this.#text.progress(done, total));
		this.querySelector('polyline')?.setAttribute('points', sparklinePoints(trace?.objective ?? []));
	}

	async #show(shown: Shown): Promise<void> {
		this.#shown = shown;
		this.findPart('caption').textContent = shown.sentence;
		this.findPart('setting').textContent = shown.setting;
		this.findPart('reset').hidden = shown === this.#committed;
		await this.#draw();
		const { tablesHtml } = await onDemand();
		this.findPart('tables').innerHTML = tablesHtml(shown.figure, this.language);
	}

	#reset(): void {
		this.#task.cancel();
		for (const select of this.#selects) {
			select.value = String(this.#committed.parameters[select.dataset.parameter ?? ''] ?? select.value);
		}
		this.#say('');
		void this.#show(this.#committed);
		this.findPart('run').focus();
	}

	async #act(action: string): Promise<void> {
		const { figure, parameters } = this.#shown;
		switch (action) {
			case 'csv':
				return saveText(`${this.#name}.csv`, 'text/csv', csvOf(tablesOf(figure, this.language)));
			case 'png':
				return this.#savePicture();
			case 'curl': {
				const command = `curl ${location.origin}/api/v1/experiments/${this.#name} -H 'Content-Type: application/json' -d '${JSON.stringify(parameters)}'`;
				const said = (await copyText(command)) ? this.#text.copied : this.#text.notCopied(command);
				this.findPart('actions').querySelector('span')?.replaceChildren(said);
			}
		}
	}

	async #savePicture(): Promise<void> {
		const { chartsOfFigure, lookOf, paintChart } = await onDemand();
		const place = this.findPart('drawing');
		const width = place.querySelector('.chart')?.clientWidth ?? place.clientWidth;
		const charts = chartsOfFigure(this.#shown.figure, this.language);
		const drawings = charts.map((chart) => paintChart(chart, width, PICTURE_SCALE, lookOf(place, 0)));
		await saveCanvases(`${this.#name}.png`, drawings);
	}

	#showBusy(isBusy: boolean): void {
		const [shown, hidden] = isBusy ? ['cancel', 'run'] : ['run', 'cancel'];
		const hadFocus = this.findPart(hidden) === document.activeElement;
		this.findPart(shown).hidden = false;
		if (hadFocus) this.findPart(shown).focus(); // or the keyboard's place is lost
		this.findPart(hidden).hidden = true;
		if (!isBusy) {
			this.#bar?.end();
			return;
		}
		this.#bar?.begin(this.#text.starting);
		this.querySelector('polyline')?.setAttribute('points', '');
		this.findPart('error').hidden = true;
		this.#say('');
	}

	#say(said: string): void {
		this.findPart('outcome').textContent = said;
	}

	get #bar() {
		return this.querySelector('progress-bar');
	}

	get #selects(): HTMLSelectElement[] {
		return [...this.querySelectorAll('select')];
	}
}

customElements.define('experiment-figure', ExperimentFigure);
