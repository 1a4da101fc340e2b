import type { ExperimentResult } from '../../src/experiments/experiment.ts';
import type { Figure } from '../../src/experiments/figure.ts';
import type { Estimate } from '../../src/statistics.ts';
import type { MountedCurves } from '../charts/mountCurves.ts';
import { INTERACTIONS, type Interaction } from '../figures/experiment/controls.ts';
import { isSameMeasured } from '../figures/experiment/sameMeasured.ts';
import { csvOf, tablesOf } from '../figures/experiment/tables.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../text/experimentFigure/experimentFigureText.ts';
import { languageOf } from '../text/languages.ts';
import { onThemeChange } from '../theme/theme.ts';
import { copyText, saveCanvas, saveText } from './save.ts';
import { whenNear } from './whenNear.ts';

/** What the page carries of a result. */
interface Shown {
	figure: Figure;
	sentence: string;
	measured: Record<string, Estimate>;
	parameters: Record<string, number>;
}

/**
 * `<experiment-figure>`: makes a figure alive that the page already shows. Chart.js draws it when it comes near the
 * screen; the experiment runs in a Web Worker, with what the reader chose, and its result takes the
 * committed one's place.
 */
class ExperimentFigure extends HTMLElement {
	readonly #language = languageOf(document.documentElement.lang);
	readonly #text = EXPERIMENT_FIGURE_TEXT[this.#language];
	readonly #committed: Shown = JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '{}');
	#shown: Shown = this.#committed;
	#curves: MountedCurves | null = null;
	#running: AbortController | null = null;
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		const { signal } = this.#lifetime;
		for (const part of ['controls', 'actions'] as const) this.#part(part).hidden = false;
		if (this.#interaction.controls.length === 0 && this.#shown.figure.kind === 'heat-map')
			this.#part('run').hidden = false;
		this.#part('run').addEventListener('click', () => void this.#run(), { signal });
		this.#part('cancel').addEventListener('click', () => this.#running?.abort(), { signal });
		this.#part('reset').addEventListener('click', () => this.#reset(), { signal });
		for (const select of this.#selects()) {
			select.addEventListener('change', () => this.#interaction.isInstant && void this.#run(), { signal });
		}
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action]')) {
			button.addEventListener('click', () => void this.#act(button.dataset.action ?? ''), { signal });
		}
		whenNear(this, () => void this.#mount(), signal);
		onThemeChange(() => this.#draw(), signal);
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
		this.#running?.abort();
		this.#curves?.destroy();
		this.#curves = null;
	}

	get #interaction(): Interaction {
		return INTERACTIONS[this.dataset.name ?? ''] ?? { controls: [] };
	}

	async #mount(): Promise<void> {
		const canvas = this.querySelector('canvas');
		if (!canvas || this.#curves) return;
		const { mountCurves } = await import('../charts/mountCurves.ts');
		canvas.hidden = false;
		this.#part('drawing').hidden = true;
		this.#curves = mountCurves(canvas, this.#language);
		this.#draw();
	}

	#draw(): void {
		const { figure } = this.#shown;
		if (figure.kind === 'curves') this.#curves?.draw(figure);
	}

	/** What the reader chose; the experiment's own defaults stay out, so that an untouched figure runs the committed setting where it can. */
	#parameters(): Record<string, number> {
		const chosen = Object.fromEntries(
			this.#selects().map((select) => [select.dataset.parameter ?? '', Number(select.value)]),
		);
		return { ...this.#interaction.shortened, ...chosen };
	}

	async #run(): Promise<void> {
		this.#running?.abort();
		const running = new AbortController();
		this.#running = running;
		this.#busy(true);
		const bar = this.#part('progress').querySelector('progress');
		const count = this.#part('progress').querySelector('span');
		bar?.removeAttribute('value');
		if (count) count.textContent = this.#text.starting;
		try {
			const { inWorker } = await import('../training/inWorker.ts');
			const job = { kind: 'experiment', name: this.dataset.name ?? '', parameters: this.#parameters() } as const;
			const result: ExperimentResult = await inWorker<'experiment'>(
				job,
				({ done, total, trace }) => {
					if (bar) [bar.max, bar.value] = [total, done];
					if (count) count.textContent = this.#text.progress(done, total);
					this.#spark(trace?.objective ?? []);
				},
				running.signal,
			);
			if (this.#running !== running) return;
			const { figure, sentence, measured, parameters } = result;
			await this.#show({
				figure,
				sentence: sentence[this.#language],
				measured,
				parameters: parameters as Record<string, number>,
			});
			const isSame = isSameMeasured(measured, this.#committed.measured);
			this.#part('outcome').textContent = `${isSame ? this.#text.same : this.#text.other} ${this.#shown.sentence}`;
		} catch (error) {
			if (this.#running !== running) return;
			if (running.signal.aborted) this.#part('outcome').textContent = this.#text.cancelled;
			else {
				this.#part('error').hidden = false;
				this.#part('error').textContent = this.#text.failed(error instanceof Error ? error.message : String(error));
			}
		} finally {
			if (this.#running === running) {
				this.#running = null;
				this.#busy(false);
			}
		}
	}

	async #show(shown: Shown): Promise<void> {
		this.#shown = shown;
		this.#part('caption').textContent = shown.sentence;
		this.#part('reset').hidden = shown === this.#committed;
		this.querySelector('canvas')?.setAttribute('aria-label', shown.sentence);
		this.#draw();
		const [{ figureSvg }, { tablesHtml }] = await Promise.all([
			import('../charts/figureSvg.ts'),
			import('../figures/experiment/tablesHtml.ts'),
		]);
		this.#part('drawing').innerHTML = figureSvg(shown.figure, this.#language, shown.sentence);
		this.#part('tables').innerHTML = tablesHtml(shown.figure, this.#language);
	}

	#reset(): void {
		this.#running?.abort();
		for (const select of this.#selects()) {
			select.value = String(this.#committed.parameters[select.dataset.parameter ?? ''] ?? select.value);
		}
		this.#part('outcome').textContent = '';
		void this.#show(this.#committed);
		this.#part('run').focus();
	}

	async #act(action: string): Promise<void> {
		const name = this.dataset.name ?? '';
		const said = this.#part('actions').querySelector('span');
		if (action === 'csv') saveText(`${name}.csv`, 'text/csv', csvOf(tablesOf(this.#shown.figure, this.#language)));
		else if (action === 'png')
			await saveCanvas(`${name}.png`, this.querySelector('canvas') ?? this.querySelector('svg.experiment-svg'));
		else {
			const body = JSON.stringify(this.#shown.parameters);
			const command = `curl ${location.origin}/api/v1/experiments/${name} -H 'Content-Type: application/json' -d '${body}'`;
			const isCopied = await copyText(command).then(
				() => true,
				() => false, // not allowed, or no secure origin
			);
			if (said) said.textContent = isCopied ? this.#text.copied : this.#text.notCopied(command);
		}
	}

	#busy(isBusy: boolean): void {
		const [shown, hidden] = isBusy ? ['cancel', 'run'] : ['run', 'cancel'];
		const hadFocus = this.#part(hidden) === document.activeElement;
		this.#part(shown).hidden = false;
		if (hadFocus) this.#part(shown).focus(); // or the keyboard's place is lost
		this.#part(hidden).hidden = true;
		this.#part('progress').hidden = !isBusy;
		if (!isBusy) return;
		this.#part('error').hidden = true;
		this.#part('outcome').textContent = '';
	}

	/** The objective of the run that trains now, from its first to its last value. */
	#spark(values: readonly (number | null)[]): void {
		const numbers = values.map((value) => Math.log(Math.max(value ?? Number.NaN, 1e-9))).filter(Number.isFinite);
		const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
		const points = numbers.map(
			(value, i) => `${(100 * i) / Math.max(1, numbers.length - 1)},${22 - (20 * (value - low)) / (high - low || 1)}`,
		);
		this.querySelector('polyline')?.setAttribute('points', points.join(' '));
	}

	#selects(): HTMLSelectElement[] {
		return [...this.querySelectorAll('select')];
	}

	#part(name: string): HTMLElement {
		const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`the figure has no part "${name}"`);
		return part;
	}
}

customElements.define('experiment-figure', ExperimentFigure);
