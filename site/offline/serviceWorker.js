/**
 * The service worker: a page that was visited once works offline, and the article and the Lab always do. `integration.mjs`
 * writes it to /sw.js with the three values that stand for themselves below.
 *
 * A new version waits until no page of the old one is open, so that no page meets files of two versions; files with
 * a hash in their names never change and are kept as long as a version names them or a page was seen that did.
 *
 * @typedef {ExtendableEvent & { request: Request, respondWith(response: Promise<Response>): void }} FetchEvent
 */
const VERSION = '__VERSION__';
/** @type {string[]} */
const FILES = JSON.parse('__FILES__');

/** Files that a page needs beside those, by its address. @type {Record<string, string[]>} */
const FILES_OF_PAGES = JSON.parse('__VISITED__');

const OWN = `site-${VERSION}`;
/** What caches of any version, of this kind and of its predecessor, are called. */
const OWN_NAME = /^(?:site|lab)-/;
const VISITED = 'visited';
/** Pages and files that were visited; the oldest make room. */
const MOST_VISITED = 500;

self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(OWN).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(
		caches
			.keys()
			.then((names) =>
				Promise.all(names.filter((name) => OWN_NAME.test(name) && name !== OWN).map((name) => caches.delete(name))),
			),
	);
});

/** A page says that it is visited: it came before this worker did, and with the files that it has not asked for yet. */
self.addEventListener('message', (event) => {
	const needed = FILES_OF_PAGES[event.data];
	if (needed) event.waitUntil(keepPage(event.data, needed).catch(() => {})); // the network went meanwhile
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	// Results have a cache of their own, by content; what is not a GET changes something.
	if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/v1/')) return;
	event.respondWith(pathname.startsWith('/_astro/') ? keptFirst(event) : newestFirst(event));
});

/** @param {string} page @param {string[]} files */
async function keepPage(page, files) {
	const cache = await caches.open(VISITED);
	const missing = await Promise.all(files.map(async (file) => ((await caches.match(file)) ? [] : [file])));
	await cache.addAll([page, ...missing.flat()]);
}

/** For files whose name changes with their content. @param {FetchEvent} event */
async function keptFirst(event) {
	return (await caches.match(event.request)) ?? fetched(event);
}

/**
 * For pages: as they are now, and as they were last where there is no network. Where one was never visited, a page says which were.
 *
 * @param {FetchEvent} event
 */
async function newestFirst(event) {
	try {
		return await fetched(event);
	} catch (error) {
		const { mode, url } = event.request;
		const kept = await caches.match(event.request, { ignoreSearch: true });
		if (kept) return kept;
		if (mode !== 'navigate') throw error;
		const home = new URL(url).pathname.startsWith('/zh/') ? '/zh/' : '/';
		const instead = await caches.match(`${home}offline/`);
		return new Response(instead?.body, { status: 503, headers: instead?.headers });
	}
}

/** @param {FetchEvent} event */
async function fetched(event) {
	const response = await fetch(event.request);
	if (response.ok && response.type === 'basic') event.waitUntil(keep(event.request, response.clone()));
	return response;
}

/** @param {Request} request @param {Response} response */
async function keep(request, response) {
	const cache = await caches.open(VISITED);
	await cache.put(request, response);
	const known = await cache.keys();
	await Promise.all(known.slice(0, Math.max(0, known.length - MOST_VISITED)).map((old) => cache.delete(old)));
}
