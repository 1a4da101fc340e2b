import { PageElement } from '../elements/PageElement.ts';
import { addressIn } from '../text/languages.ts';

/** The status of what the service worker answers with where there is no network. */
const OFFLINE = 503;
const FIRST_PAUSE = 500;
const LAST_PAUSE = 30_000;

/** Links to the pages of this language that the service worker has, under their own titles; the page loads anew once there is a network. */
class KeptPages extends PageElement {
	protected override connect(): void {
		const signal = this.lifetime;
		addEventListener('online', () => void loadOnceAnswered(signal), { signal });
		// A browser may say that there is a network before one answers, and says it once.
		if (navigator.onLine) void loadOnceAnswered(signal);
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

/** Loads the page anew once its address is answered by the server: it is asked at growing pauses, from half a second to half a minute. */
async function loadOnceAnswered(signal: AbortSignal): Promise<void> {
	for (let pause = FIRST_PAUSE; navigator.onLine && !signal.aborted; pause = Math.min(2 * pause, LAST_PAUSE)) {
		await new Promise((resolve) => setTimeout(resolve, pause));
		const answer = await fetch(location.href, { cache: 'no-store', signal }).catch(() => null);
		if (answer && answer.status !== OFFLINE) return location.reload();
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
