import type { MediaType } from '../../src/contract/route.ts';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { Problem } from './problem.ts';

/** A result as one media type shows it. */
interface Representation {
	type: MediaType;
	/** Strong entity tag, with its quotes. */
	etag: string;
	body: () => Body | Promise<Body>;
	/** What else is said of this form. */
	headers?: Record<string, string>;
}

/** What an answer is made of. */
type Body = string | Uint8Array<ArrayBuffer>;

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** A result in both of its forms; each is made only when it is asked for, and none for HEAD. */
interface JsonAndCsv {
	/** Names the result: the same content has the same tag. */
	tag: string;
	json: () => string | Promise<string>;
	csv: () => string | Promise<string>;
}

/**
 * A result as JSON or as a table, whichever the caller likes better, or 304 when the caller has it already. It is
 * kept for ever unless `headers` say otherwise.
 *
 * @throws Problem 406 when neither is acceptable
 */
export const jsonOrCsv = (request: Request, answer: JsonAndCsv, headers: Record<string, string> = {}) =>
	represent(request, formsOf(answer), headers);

const formsOf = ({ tag, json, csv }: JsonAndCsv): Representation[] => [
	{ type: 'application/json', etag: `"${tag}"`, body: json },
	{ type: 'text/csv', etag: `"${tag}.csv"`, body: csv },
];

/**
 * Whether the caller has what `jsonOrCsv` would answer under that tag, so that it needs no body.
 *
 * @throws Problem 406 when neither form is acceptable
 */
export function isKnown(request: Request, tag: string): boolean {
	const none = () => '';
	return names(request.headers.get('If-None-Match'), choosePreferred(request, formsOf({ tag, json: none, csv: none })));
}

/**
 * The representation that the caller likes best (RFC 9110, section 12.5.1), or 304 when the caller has
 * it already.
 *
 * @throws Problem 406 when none is acceptable
 */
export async function represent(
	request: Request,
	representations: readonly Representation[],
	headers: Record<string, string> = {},
): Promise<Response> {
	const chosen = choosePreferred(request, representations);
	const shared = { ETag: chosen.etag, Vary: 'Accept', 'Cache-Control': IMMUTABLE, ...headers, ...chosen.headers };
	if (names(request.headers.get('If-None-Match'), chosen)) {
		return new Response(null, { status: 304, headers: shared });
	}
	const contentType = chosen.type === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : chosen.type;
	const body = request.method === 'HEAD' ? null : await chosen.body();
	return new Response(body, { headers: { ...shared, 'Content-Type': contentType } });
}

/**
 * What the caller likes best of what is offered; of equals the first.
 *
 * @throws Problem 406 when none is acceptable
 */
export function choosePreferred<Offer extends { type: MediaType }>(request: Request, offered: readonly Offer[]): Offer {
	const accept = request.headers.get('Accept') ?? '*/*';
	const ranges = accept.split(',').map((part) => {
		const [stated = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
		const range = stated === '*' ? '*/*' : stated; // as Java writes it
		const q = parameters.find((parameter) => parameter.startsWith('q='));
		return { range, quality: q ? Number(q.slice(2)) || 0 : 1 };
	});
	const quality = ({ type }: Offer) => {
		// The most exact range counts: text/csv before text/*, that before */*.
		for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
			const stated = ranges.find((candidate) => candidate.range === range);
			if (stated) return stated.quality;
		}
		return 0;
	};
	const [chosen] = offered.filter((one) => quality(one) > 0).sort((a, b) => quality(b) - quality(a));
	if (chosen) return chosen;
	const types = offered.map(({ type }) => type).join(', ');
	const { pathname } = new URL(request.url);
	throw new Problem(
		'not-acceptable',
		`Accept is "${shorten(accept)}", and ${shorten(pathname)} comes as ${types}: ask for ${offered.length > 1 ? 'one of them' : 'that'}, or send no Accept`,
	);
}

/** An answer that has one form only. */
interface Answer {
	/** Names the answer: the same content has the same tag. */
	tag: string;
	body: Body;
	headers: Record<string, string>;
}

/** The answer, or 304 when the caller has it already. */
export function answerKnown(request: Request, { tag, body, headers }: Answer): Response {
	const etag = `"${tag}"`;
	const shared = { ...headers, ETag: etag };
	if (names(request.headers.get('If-None-Match'), { etag }))
		return new Response(null, { status: 304, headers: shared });
	return new Response(request.method === 'HEAD' ? null : body, { headers: shared });
}

/** Whether a header If-None-Match names a representation. */
function names(ifNoneMatch: string | null, { etag }: Pick<Representation, 'etag'>): boolean {
	if (ifNoneMatch === null) return false;
	const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.includes('*') || tags.includes(etag);
}
