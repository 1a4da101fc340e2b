import { BOUNDS } from '../../src/schema/bounds.ts';
import { Problem } from './problem.ts';

/**
 * The body of a request as text, refused at its first byte too many: before any is read where the request states its
 * length.
 *
 * @throws Problem 413 for a body that is too large, 400 for one whose caller went before it was whole, 400 or 415 for one that
 * is not UTF-8
 */
export async function readText({ headers, body }: Request, isJson: boolean): Promise<string> {
	if (Number(headers.get('Content-Length')) > BOUNDS.body) throw tooLarge();
	if (!body) return '';
	const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
	let text = '';
	let size = 0;
	for (;;) {
		const { done, value } = await read(reader);
		text += decode(decoder, value, isJson);
		if (done) return text;
		size += value.byteLength;
		if (size > BOUNDS.body) {
			reader.cancel().catch(() => {}); // nobody waits for the rest
			throw tooLarge();
		}
	}
}

/** The next part of a body. Where the caller has gone there is none, and nothing failed here. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>) {
	try {
		return await reader.read();
	} catch {
		throw new Problem('malformed-json', 'the body ended before it was whole');
	}
}

/** @param part the next bytes; without any, the text must be over */
function decode(decoder: TextDecoder, part: Uint8Array | undefined, isJson: boolean): string {
	try {
		return part ? decoder.decode(part, { stream: true }) : decoder.decode();
	} catch {
		const mark = part && String(part.slice(0, 2));
		const begins = mark === '255,254' || mark === '254,255' ? ', it begins as UTF-16 does' : '';
		const problem = isJson ? 'malformed-json' : 'unsupported-media-type';
		throw new Problem(problem, `the body is not UTF-8${begins}: send it in UTF-8`);
	}
}

const tooLarge = () => new Problem('body-too-large', `a body may have ${BOUNDS.body} bytes (2 MiB)`);
