import { plain } from '../charts/scale.ts';
import { languageOf } from '../text/languages.ts';

/** `<prior-figure>`: draws the posterior's peak anew for the λ and the prior that the reader chooses. */
class PriorFigure extends HTMLElement {
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		const controls = this.querySelector<HTMLElement>('[data-part="controls"]');
		if (controls) controls.hidden = false;
		this.addEventListener('input', () => void this.#draw(), { signal: this.#lifetime.signal });
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
	}

	async #draw(): Promise<void> {
		const [{ LAMBDAS, OPENING_LAMBDA }, { priorSvg }, { priorCaption, priorWords }] = await Promise.all([
			import('../pictures/prior/problem.ts'),
			import('../pictures/prior/priorSvg.ts'),
			import('../pictures/prior/words.ts'),
		]);
		const language = languageOf(document.documentElement.lang);
		const slider = this.querySelector('input');
		const lambda = LAMBDAS[Number(slider?.value)] ?? OPENING_LAMBDA;
		const prior = this.querySelector('select')?.value === 'laplace' ? 'laplace' : 'gaussian';
		slider?.setAttribute('aria-valuetext', plain(lambda, language));
		this.querySelector('output')?.replaceChildren(plain(lambda, language));
		this.querySelector('[data-part="caption"]')?.replaceChildren(priorCaption(prior, lambda, language));
		const drawing = this.querySelector('[data-part="drawing"]');
		if (drawing) drawing.innerHTML = priorSvg(prior, lambda, priorWords(prior, lambda, language));
	}
}

customElements.define('prior-figure', PriorFigure);
