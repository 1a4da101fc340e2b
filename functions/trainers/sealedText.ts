/**
 * A text as every store holds it: the text, a line break and its SHA-256. What was cut, mixed up or edited in a store is
 * known by it; whoever can write both is not (docs/security.md).
 */
export async function seal(text: string): Promise<string> {
	return `${text}\n${await digestOf(text)}`;
}

/** The text of a sealed one; null when it is not what was sealed. */
export async function unseal(sealed: string): Promise<string | null> {
	const end = sealed.lastIndexOf('\n');
	const text = sealed.slice(0, Math.max(0, end));
	return end >= 0 && sealed.slice(end + 1) === (await digestOf(text)) ? text : null;
}

async function digestOf(text: string): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
