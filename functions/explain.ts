import type { Hono } from 'hono';
import { explain as explained } from '../src/explain/explain.ts';
import { LANGUAGES } from '../src/language.ts';
import { jsonBody } from './http/jsonBody.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { parseSpec } from './results/trainedRun.ts';

/** POST /explain: what a spec implies before anything trains, in the language that the caller reads. */
export function explain(app: Hono<AppEnv>): void {
	resource(app, '/explain', {
		post: async ({ req }) => {
			const { derived, findings } = explained(parseSpec(await jsonBody(req.raw)));
			const language = languageOf(req.header('Accept-Language'));
			return Response.json(
				{ derived, findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })) },
				{ headers: { 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' } },
			);
		},
	});
}

/** The first of a caller's languages that there is; English otherwise. */
const languageOf = (accepted = '') =>
	accepted
		.split(',')
		.map((tag) => tag.trim().slice(0, 2).toLowerCase())
		.map((tag) => LANGUAGES.find((language) => language === tag))
		.find((language) => language !== undefined) ?? 'en';
