import type { APIRoute } from 'astro';
import { OPEN_ORIGIN } from '../../src/openOrigin.ts';
import { UPDATED } from '../sources.ts';
import { addressIn, LANGUAGES } from '../text/languages.ts';
import { TEXT } from '../text/tables.ts';

/** The article as an Atom feed (RFC 4287): an entry a language, dated by its last change. */
export const GET: APIRoute = ({ site }) => {
	const address = (path: string) => new URL(path, site ?? OPEN_ORIGIN).href;
	const updated = `${UPDATED}T00:00:00Z`;
	const entries = LANGUAGES.map(({ key, tag }) => {
		const { pageTitle, description } = TEXT[key];
		const at = address(addressIn(key, '/'));
		return `<entry xml:lang="${tag}"><title>${pageTitle}</title><id>${at}#${UPDATED}</id><link href="${at}"/><updated>${updated}</updated><summary>${description}</summary></entry>`;
	});
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>λ/2m</title><id>${address('/')}</id><link rel="self" href="${address('/feed.xml')}"/><link href="${address('/')}"/><author><name>the lambda-over-2m authors</name></author><updated>${updated}</updated>${entries.join('')}</feed>\n`;
	return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml' } });
};
