import type { APIRoute } from 'astro';
import { OPEN_ORIGIN } from '../../src/openOrigin.ts';

/** Everything may be read, the description of the API among it; the API itself answers scripts, not search engines. */
export const GET: APIRoute = ({ site }) => {
	const sitemap = new URL('/sitemap.xml', site ?? OPEN_ORIGIN).href;
	return new Response(
		`User-agent: *\nDisallow: /api/v1/\nDisallow: /mcp\nAllow: /api/v1/openapi.json\nSitemap: ${sitemap}\n`,
	);
};
