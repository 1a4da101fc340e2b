import { contentId } from '../../src/schema/identity.ts';

/** 128 bits, which nobody guesses. */
const TOKEN_BYTES = 16;

/** What it is written in. */
export const STOP_TOKEN_DIGITS = 2 * TOKEN_BYTES;

/** Whether a text may be such a token. */
export const isStopToken = (text: string): boolean => new RegExp(`^[0-9a-f]{${STOP_TOKEN_DIGITS}}$`).test(text);

/** A token that withdraws one interest in a sweep. */
export const createStopToken = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join(
		'',
	);

/** What a ledger keeps of a token: by SHA-256, so that whoever reads the ledger cannot stop the sweep. */
export const digestOfToken = (stopToken: string): Promise<string> => contentId({ stopToken });

/** The token that a request was sent with, or null. */
export const bearerOf = (headers: Headers): string | null =>
	/^Bearer +([\w.~+/-]+=*) *$/i.exec(headers.get('Authorization') ?? '')?.[1] ?? null;
