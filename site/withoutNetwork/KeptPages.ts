import { PageElement } from '../elements/PageElement.ts';
import { addressIn } from '../text/languages.ts';

/** Links to the pages of this language that the service worker has, under their own titles; the page loads anew once there is a network. */
class KeptPages extends PageElement {
	protected override connect(): void {
		const signal = this.lifetime;
		addEventListener('online', () => location.reload(), { signal });
		this.findPart('again').addEventListener('click', () => location.reload(), { signal });
		void this.#list();
	}

	async #list(): Promise<void> {
		const home = addressIn(this.language, '/');
		const addresses = (await keptAddresses()).filter((path) => path.startsWith('/zh/') === (home === '/zh/'));
		const links = await Promise.all(addresses.sort().map(linkTo));
		this.findPart('pages').replaceChildren(...links.flat());
	}
}

/** The addresses that end as those of pages do, whatever they were asked for with. */
async function keptAddresses(): Promise<string[]> {
	const caching = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
	const paths = (await Promise.all(caching)).flat().map(({ url }) => new URL(url).pathname);
	return [...new Set(paths)].filter((path) => path.endsWith('/') && !path.endsWith('/offline/'));
}

/** An item with the page's link; none for what is no page. */
async function linkTo(path: string): Promise<HTMLLIElement[]> {
	const kept = await caches.match(path, { ignoreSearch: true });
	if (!kept?.headers.get('Content-Type')?.startsWith('text/html')) return [];
	const link = document.createElement('a');
	link.href = path;
	link.textContent = new DOMParser().parseFromString(await kept.text(), 'text/html').title;
	const item = document.createElement('li');
	item.append(link);
	return [item];
}

customElements.define('kept-pages', KeptPages);
