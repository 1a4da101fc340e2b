import { seal } from '../trainers/sealedText.ts';

/** The address that stands for a key in the datacentre's cache, which takes no other names. Nothing is served there. */
export const cacheAddress = (key: string) => `https://results.lambda-over-2m.invalid/${key}`;

/** Whether KV has a text too, beside the copy in the datacentre's cache. */
const WRITTEN = 'X-Written';

/** The sealed text under a key in this datacentre's cache, and whether KV has it; null when it is not here. */
export async function fromCache(key: string): Promise<{ text: string; isWritten: boolean } | null> {
	const response = await caches.default.match(cacheAddress(key));
	return response ? { text: await response.text(), isWritten: response.headers.get(WRITTEN) === 'yes' } : null;
}

/** Puts a copy into this datacentre's cache, sealed. */
export const toCache = async (key: string, text: string, isWritten: boolean) =>
	caches.default.put(
		cacheAddress(key),
		new Response(await seal(text), {
			headers: { 'Cache-Control': 'public, max-age=31536000, immutable', [WRITTEN]: isWritten ? 'yes' : 'no' },
		}),
	);
