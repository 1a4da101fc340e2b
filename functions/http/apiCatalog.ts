import type { Context } from 'hono';
import type { AppEnv } from './route.ts';

const BASE = '/api/v1';
/** Where it is asked for. */
export const CATALOG = '/.well-known/api-catalog';

/** Where the API of this deployment is and where it is described (RFC 9727), as links (RFC 9264). */
export function answerApiCatalog({ req }: Context<AppEnv>): Response {
	const { origin } = new URL(req.url);
	const link = (path: string, type: string) => ({ href: `${origin}${path}`, type });
	const catalog = {
		linkset: [
			{
				anchor: `${origin}${CATALOG}`,
				item: [link(BASE, 'application/json'), { href: `${origin}/mcp` }],
			},
			{
				anchor: `${origin}${BASE}`,
				'service-desc': [link(`${BASE}/openapi.json`, 'application/json')],
				'service-doc': [link('/api/', 'text/html'), link('/llms.txt', 'text/plain')],
				status: [link(`${BASE}/health`, 'application/json')],
			},
		],
	};
	return new Response(req.method === 'HEAD' ? null : JSON.stringify(catalog), {
		headers: {
			'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
			'Cache-Control': 'public, max-age=3600',
			Link: `<${origin}${CATALOG}>; rel="api-catalog"`,
		},
	});
}
