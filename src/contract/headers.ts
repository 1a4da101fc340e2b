import { inDocument } from '../inDocument.ts';

/** Every response header that a caller may make use of, with what it says. */
export const HEADERS = {
	ETag: inDocument('Names exactly this answer; sent back as If-None-Match, it saves the body'),
	Link: inDocument('Where the result or its description stays'),
	Location: inDocument('Where the sweep is'),
	'Cache-Status': inDocument(
		'Whether the result was known (RFC 9211): `lambda-over-2m; hit` or `; fwd=miss`, with `detail=joined` where an equal request was computing it, `detail=committed` where it is larger than a request and was computed before the deployment',
	),
	'Server-Timing': inDocument('Milliseconds that the request took here'),
	'Content-Language': inDocument('The language of the messages'),
	'Content-Disposition': inDocument('The name of a file to keep the answer in'),
	'Retry-After': inDocument('Seconds until asking again makes sense'),
	RateLimit: inDocument('What is left of the caller’s requests'),
	'RateLimit-Policy': inDocument('How many requests a caller may make in how many seconds'),
} as const;

export type HeaderName = keyof typeof HEADERS;
