import type { JsonAnswer } from '../../src/contract/routes.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { explain } from '../../src/explain/explain.ts';
import { LANGUAGES, type Language } from '../../src/language.ts';
import { settle } from '../../src/schema/canonical.ts';
import type { Handler } from '../http/route.ts';

/** What a spec implies before anything trains, in the language that the caller reads. */
export const explainSpec: Handler<'POST /explain'> = ({ context, body }) => {
	const { derived, findings } = explain(resolve(settle(body)));
	const language = preferredLanguage(context.req.header('Accept-Language'));
	const answer: JsonAnswer<'POST /explain'> = {
		derived,
		findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
	};
	return Response.json(answer, {
		headers: { 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' },
	});
};

/** The first of a caller's languages that there is; English otherwise. */
const preferredLanguage = (accepted = ''): Language =>
	accepted
		.split(',')
		.map((tag) => tag.trim().slice(0, 2).toLowerCase())
		.map((tag) => LANGUAGES.find((language) => language === tag))
		.find((language) => language !== undefined) ?? 'en';
