import { formatInProse } from '../../src/numberFormat.ts';
import { PageElement } from './PageElement.ts';

/** `<prior-figure>`: draws the posterior's peak anew for the λ and the prior that the reader chooses. */
class PriorFigure extends PageElement {
	protected override connect(): void {
		this.findPart('controls').hidden = false;
		this.addEventListener('input', () => void this.#draw(), { signal: this.lifetime });
	}

	async #draw(): Promise<void> {
		const [{ LAMBDAS, OPENING_LAMBDA }, { priorSvg }, { priorCaption, priorWords }] = await Promise.all([
			import('../pictures/prior/problem.ts'),
			import('../pictures/prior/priorSvg.ts'),
			import('../pictures/prior/words.ts'),
		]);
		const { language } = this;
		const slider = this.querySelector('input');
		const lambda = LAMBDAS[Number(slider?.value)] ?? OPENING_LAMBDA;
		const prior = this.querySelector('select')?.value === 'laplace' ? 'laplace' : 'gaussian';
		const written = formatInProse(lambda, { language });
		slider?.setAttribute('aria-valuetext', written);
		this.querySelector('output')?.replaceChildren(written);
		this.findPart('caption').textContent = priorCaption(prior, lambda, language);
		this.findPart('drawing').innerHTML = priorSvg(prior, lambda, priorWords(prior, lambda, language));
	}
}

customElements.define('prior-figure', PriorFigure);
