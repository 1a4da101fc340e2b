import { Problem } from './problem.ts';

/** A result as one media type shows it. */
export interface Representation {
	type: 'application/json' | 'text/csv';
	/** Strong entity tag, with its quotes. */
	etag: string;
	body: () => string | Promise<string>;
}

const IMMUTABLE = 'public, max-age=31536000, immutable';

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
	const chosen = preferred(request.headers.get('Accept'), representations);
	if (!chosen) {
		const types = representations.map(({ type }) => type).join(' and ');
		throw new Problem('not-acceptable', `${new URL(request.url).pathname} comes as ${types}`);
	}
	const shared = { ETag: chosen.etag, Vary: 'Accept', 'Cache-Control': IMMUTABLE, ...headers };
	if (isKnown(request.headers.get('If-None-Match'), chosen.etag)) {
		return new Response(null, { status: 304, headers: shared });
	}
	const contentType = chosen.type === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : chosen.type;
	return new Response(await chosen.body(), { headers: { ...shared, 'Content-Type': contentType } });
}

function preferred(accept: string | null, offered: readonly Representation[]): Representation | undefined {
	if (accept === null || accept === '*/*') return offered[0];
	const ranges = accept.split(',').map((part) => {
		const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
		const q = parameters.find((parameter) => parameter.startsWith('q='));
		return { range, quality: q ? Number(q.slice(2)) || 0 : 1 };
	});
	const quality = ({ type }: Representation) => {
		// The most exact range counts: text/csv before text/*, that before */*.
		for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
			const stated = ranges.find((candidate) => candidate.range === range);
			if (stated) return stated.quality;
		}
		return 0;
	};
	return offered.filter((one) => quality(one) > 0).sort((a, b) => quality(b) - quality(a))[0];
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	if (ifNoneMatch === null) return false;
	const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return tags.includes('*') || tags.includes(etag);
}
