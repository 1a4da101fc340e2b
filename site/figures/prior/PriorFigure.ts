import { formatInProse } from '../../../src/numberFormat.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { PageElement } from '../../elements/PageElement.ts';
import { onThemeChange } from '../../theme/theme.ts';

/** `<prior-figure>`: draws the posterior's peak anew for the λ and the prior that the reader chooses. */
class PriorFigure extends PageElement {
	#charts: MountedCharts | null = null;

	protected override connect(): void {
		this.findPart('controls').hidden = false;
		const signal = this.lifetime;
		this.addEventListener('input', () => void this.#draw(), { signal });
		onThemeChange(() => this.#charts?.redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#charts?.destroy();
			this.#charts = null;
		});
	}

	async #draw(): Promise<void> {
		const [{ LAMBDAS, OPENING_LAMBDA }, { priorChart }, { priorCaption }, { mountCharts }] = await Promise.all([
			import('./problem.ts'),
			import('./priorChart.ts'),
			import('./words.ts'),
			import('../../charts/mountCharts.ts'),
		]);
		const { language } = this;
		const slider = this.querySelector('input');
		const lambda = LAMBDAS[Number(slider?.value)] ?? OPENING_LAMBDA;
		const prior = this.querySelector('select')?.value === 'laplace' ? 'laplace' : 'gaussian';
		const written = formatInProse(lambda, { language });
		slider?.setAttribute('aria-valuetext', written);
		this.querySelector('output')?.replaceChildren(written);
		const caption = priorCaption(prior, lambda, language);
		this.findPart('caption').textContent = caption;
		this.#charts ??= mountCharts(this.findPart('drawing'));
		this.#charts.show([priorChart(prior, lambda, language)], caption);
	}
}

customElements.define('prior-figure', PriorFigure);
