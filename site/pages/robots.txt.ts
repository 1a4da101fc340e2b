import type { APIRoute } from 'astro';

/** Everything may be read; the API answers scripts, not search engines. */
export const GET: APIRoute = ({ site }) => {
	const sitemap = site ? `Sitemap: ${new URL('/sitemap.xml', site).href}\n` : '';
	return new Response(`User-agent: *\nDisallow: /api/v1/\n${sitemap}`);
};
