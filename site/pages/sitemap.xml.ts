import type { APIRoute } from 'astro';
import { OPEN_ORIGIN } from '../../src/openOrigin.ts';
import { RESOURCES } from '../reference/resources.ts';
import { addressIn, LANGUAGES } from '../text/languages.ts';

/** Pages that exist in every language, found by their English files, and those of the API's resources. */
const pages = [
	...Object.keys(import.meta.glob('./*.astro'))
		.map((file) => file.replace(/^\.\/|\.astro$/g, ''))
		.filter((name) => name !== '404' && name !== 'offline')
		.map((name) => (name === 'index' ? '/' : `/${name}/`)),
	'/api/',
	...RESOURCES.map(({ name }) => `/api/${name}/`),
];

/** Every page in every language for search engines; the Worker fills in an origin that the build does not know. */
export const GET: APIRoute = ({ site }) => {
	const address = (path: string) => new URL(path, site ?? OPEN_ORIGIN).href;
	const entries = pages.flatMap((page) =>
		LANGUAGES.map(({ key }) => {
			const others = LANGUAGES.map(
				({ key: other, tag }) =>
					`<xhtml:link rel="alternate" hreflang="${tag}" href="${address(addressIn(other, page))}"/>`,
			);
			return `<url><loc>${address(addressIn(key, page))}</loc>${others.join('')}</url>`;
		}),
	);
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>\n`;
	return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
