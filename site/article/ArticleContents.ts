import { layOutInPieces } from '../elements/layOutInPieces.ts';
import { PageElement } from '../elements/PageElement.ts';

/** Wide enough that the contents stand beside the text (`Contents.astro` says the same). */
const BESIDE = '(min-width: 96rem)';

/** `<article-contents>`: marks the section that is being read, and stays open where it stands beside the text. */
class ArticleContents extends PageElement {
	protected override connect(): void {
		const signal = this.lifetime;
		const links = [...this.querySelectorAll('a')];
		const linkOf = new Map(links.map((link) => [link.hash.slice(1), link]));
		// A section is read while it crosses a line at a quarter of the screen.
		const observer = new IntersectionObserver(
			(entries) => {
				const read = entries.find(({ isIntersecting }) => isIntersecting)?.target.id;
				if (read === undefined) return;
				for (const link of links) link.removeAttribute('aria-current');
				linkOf.get(read)?.setAttribute('aria-current', 'location');
			},
			{ rootMargin: '-25% 0px -74%' },
		);
		signal.addEventListener('abort', () => observer.disconnect());
		for (const id of linkOf.keys()) {
			const section = document.getElementById(id);
			if (section) observer.observe(section);
		}
		layOutInPieces(document.querySelectorAll<HTMLElement>('.article-section, .article .live-figure'), signal);
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
}

customElements.define('article-contents', ArticleContents);
