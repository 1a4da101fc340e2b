/** A page that was visited works offline, and the article and the Lab always do: once a page has loaded, its visitor's network is free. */
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
	addEventListener('load', () => {
		void navigator.serviceWorker.register('/sw.js').catch(() => {}); // without it all works online
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(location.pathname));
	});
}

/** A file of this page's version is gone: a newer one was deployed meanwhile. The page is loaded anew, once. */
addEventListener('vite:preloadError', (event) => {
	if (sessionStorage.getItem('renewed') === location.href) return;
	sessionStorage.setItem('renewed', location.href);
	event.preventDefault();
	location.reload();
});
