import type { Operation } from '../../src/contract/routes.ts';
import { type FieldError, shorten } from '../../src/schema/fieldErrors.ts';
import { parseJson } from './parseJson.ts';
import { Problem } from './problem.ts';
import { readCsv } from './readCsv.ts';
import { readText } from './readText.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const CSV_TYPE = /^text\/csv\s*(;|$)/i;
const PLAIN_TYPE = /^text\/plain\s*(;|$)/i;

/** A body, unchecked. */
interface SentBody {
	body: unknown;
	/** Puts an error of the schema in the words of what was sent, where that was no JSON. */
	say?: (error: FieldError) => FieldError;
}

/**
 * The body of a request: JSON, or where the route takes them the rows of a table as `{ X }` and plain text as `{ code }`.
 *
 * @param columns names of the table's columns, where they are known
 * @throws Problem 415 for another media type, another charset or a compressed body, 413 for one that is too large, 400 for what is not JSON
 */
export async function readBody(
	request: Request,
	{ csvBody, textBody }: Pick<Operation, 'csvBody' | 'textBody'>,
	columns: () => Promise<readonly string[] | undefined> = async () => undefined,
): Promise<SentBody> {
	const mediaType = request.headers.get('Content-Type') ?? '';
	const isCsv = csvBody !== undefined && CSV_TYPE.test(mediaType);
	const isPlain = textBody !== undefined && PLAIN_TYPE.test(mediaType);
	if (!isCsv && !isPlain && !JSON_TYPE.test(mediaType)) {
		const given = mediaType === '' ? 'of no stated type' : `"${shorten(mediaType)}"`;
		const allowed = `application/json${csvBody ? ' or text/csv' : ''}${textBody ? ' or text/plain' : ''}`;
		throw new Problem('unsupported-media-type', `the body is ${given}: send Content-Type: ${allowed}`);
	}
	const [, charset = 'utf-8'] = /;\s*charset="?([^\s;"]+)/i.exec(mediaType) ?? [];
	if (!/^utf-?8$/i.test(charset)) {
		throw new Problem('unsupported-media-type', `the charset is "${shorten(charset)}": send it in UTF-8`);
	}
	const encoding = request.headers.get('Content-Encoding') ?? 'identity';
	if (encoding.toLowerCase() !== 'identity') {
		throw new Problem('unsupported-media-type', `the body is encoded as "${shorten(encoding)}": send it uncompressed`);
	}
	const text = await readText(request, !isCsv && !isPlain);
	if (isPlain) return { body: { code: text } };
	return isCsv ? readCsv(text, headerOf(mediaType), columns) : { body: parseJson(text) };
}

/** What the media type of a table says of its first line (RFC 7111). */
function headerOf(mediaType: string): 'present' | 'absent' | undefined {
	const [, stated] = /;\s*header="?([^\s;"]+)/i.exec(mediaType) ?? [];
	const header = stated?.toLowerCase();
	if (header === undefined || header === 'present' || header === 'absent') return header;
	throw new Problem(
		'unsupported-media-type',
		`header=${shorten(header)} is not known: header=present or header=absent`,
	);
}
