/**
 * /.well-known/security.txt (RFC 9116): where to report a weakness, as SECURITY.md says. Only where the build knows a
 * repository on GitHub, whose advisories are private; it holds for a year from the build.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { FEEDBACK } from '../../sources.ts';

const [, repository] = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/issues\/?$/.exec(FEEDBACK ?? '') ?? [];

export const getStaticPaths = (() =>
	repository ? [{ params: { file: 'security.txt' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
	const expires = new Date();
	expires.setUTCFullYear(expires.getUTCFullYear() + 1);
	const lines = [
		`Contact: ${repository}/security/advisories/new`,
		`Expires: ${expires.toISOString()}`,
		`Policy: ${repository}/security/policy`,
		'Preferred-Languages: en, zh',
	];
	return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
