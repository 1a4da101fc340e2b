import type { APIRoute } from 'astro';
import { RESOURCES } from '../../src/contract/routes.ts';
import { OPEN_ORIGIN } from '../../src/openOrigin.ts';
import { TEXT } from '../text/tables.ts';

/** What this site is, for language models (llmstxt.org): its pages, its API and its tools, a line each. */
export const GET: APIRoute = ({ site }) => {
	const line = (name: string, path: string, says: string) =>
		`- [${name}](${new URL(path, site ?? OPEN_ORIGIN).href}): ${says}`;
	const text = `# λ/2m

> ${TEXT.en.description}

Training is deterministic: the same spec gives the same result under the same id, in a browser and on the edge. Errors are
problem documents (RFC 9457) that name the field, what was given, what is allowed and, as \`fits\`, what would run.

## Pages

${[
	line('Article', '/', 'the argument in eight sections, with live figures'),
	line('Replication', '/replication/', 'every claim with its numbers and how to compute them again'),
	line('Lab', '/lab/', 'trainings side by side in the browser'),
	line('Converter', '/convert/', 'one λ in the spelling of every library'),
	line('Sweeps', '/sweeps/', 'grids of λ, m, scaling and seed'),
].join('\n')}

## API

${[
	line('OpenAPI 3.1', '/api/v1/openapi.json', 'every route, field, default, bound and problem'),
	...Object.entries(RESOURCES).map(([name, { description }]) => line(name, `/api/${name}/`, description)),
].join('\n')}

## Tools

${[
	line('MCP', '/mcp', 'Streamable HTTP, no key: convert, read_code, explain, train, compare, predict'),
	line('API catalogue', '/.well-known/api-catalog', 'a linkset (RFC 9727)'),
].join('\n')}
`;
	return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
