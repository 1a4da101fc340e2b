import { layOutInPieces } from './layOutInPieces.ts';

/** Wide enough that the contents stand beside the text (`styles/article.css` says the same). */
const BESIDE = '(min-width: 96rem)';

/** `<article-contents>`: marks the section that is being read, and stays open where it stands beside the text. */
class ArticleContents extends HTMLElement {
	#observer: IntersectionObserver | null = null;
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		const { signal } = this.#lifetime;
		const links = [...this.querySelectorAll('a')];
		const linkOf = new Map(links.map((link) => [link.hash.slice(1), link]));
		// A section is read while it crosses a line at a quarter of the screen.
		this.#observer = new IntersectionObserver(
			(entries) => {
				const read = entries.find(({ isIntersecting }) => isIntersecting)?.target.id;
				if (read === undefined) return;
				for (const link of links) link.removeAttribute('aria-current');
				linkOf.get(read)?.setAttribute('aria-current', 'location');
			},
			{ rootMargin: '-25% 0px -74%' },
		);
		for (const id of linkOf.keys()) {
			const section = document.getElementById(id);
			if (section) this.#observer.observe(section);
		}
		layOutInPieces(document.querySelectorAll<HTMLElement>('.article-section'));
		const wide = matchMedia(BESIDE);
		const openBeside = () => this.querySelector('details')?.toggleAttribute('open', wide.matches);
		wide.addEventListener('change', openBeside, { signal });
		openBeside();
		this.addEventListener(
			'click',
			({ target }) => {
				if (target instanceof HTMLAnchorElement && !wide.matches)
					this.querySelector('details')?.removeAttribute('open');
			},
			{ signal },
		);
	}

	disconnectedCallback(): void {
		this.#observer?.disconnect();
		this.#lifetime.abort();
	}
}

customElements.define('article-contents', ArticleContents);
