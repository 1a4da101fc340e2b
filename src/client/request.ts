import type { ProblemDocument } from '../schema/problemDocument.ts';
import { ApiError, UnreachableError } from './errors.ts';

export interface ClientOptions {
	/** Where the deployment is, `https://example.org`, with or without the API's own `/api/v1`; `''` for a page's own origin. */
	baseUrl: string;
	/** The platform's own unless given. */
	fetch?: typeof fetch;
	/** Further attempts after one that may be repeated; 2 unless given. */
	retries?: number;
	/** The longest wait before another attempt, in seconds; 60 unless given. A longer Retry-After ends the attempts. */
	longestWait?: number;
}

export interface RequestOptions {
	signal?: AbortSignal;
}

/**
 * One request, repeated only where that is safe: a GET whenever no answer or a 5xx came, anything when the
 * API asks to wait (429 with Retry-After), since it then has done nothing.
 *
 * @param read takes the value from an answer that succeeded; what it throws counts as no answer
 * @throws ApiError with the problem document, UnreachableError, or the signal's reason
 */
export async function request<T>(
	options: ClientOptions,
	path: string,
	init: RequestInit,
	{ signal }: RequestOptions,
	read: (response: Response) => Promise<T> = (response) => response.json(),
): Promise<T> {
	const { baseUrl, fetch: fetchNow = fetch, retries = 2, longestWait = 60 } = options;
	const address = `${baseUrl}${path}`;
	for (let attempt = 0; ; attempt++) {
		signal?.throwIfAborted();
		const outcome = await send(fetchNow, address, { ...init, ...(signal && { signal }) }, read);
		if ('value' in outcome) return outcome.value;
		signal?.throwIfAborted();
		const wait = waitBefore(outcome.error, init.method ?? 'GET', attempt);
		if (wait === null || attempt >= retries || wait > longestWait) throw outcome.error;
		await pause(wait * 1000, signal);
	}
}

async function send<T>(
	fetchNow: typeof fetch,
	address: string,
	init: RequestInit,
	read: (response: Response) => Promise<T>,
): Promise<{ value: T } | { error: ApiError | UnreachableError }> {
	try {
		const response = await fetchNow(address, init);
		if (response.ok) return { value: await read(response) };
		return { error: await readRefusal(address, response) };
	} catch (error) {
		return { error: new UnreachableError(address, error) };
	}
}

/** The error that an unsuccessful response stands for. */
export async function readRefusal(address: string, response: Response): Promise<ApiError | UnreachableError> {
	const body: unknown = await response.json();
	if (!isProblem(body)) return new UnreachableError(address, { status: response.status, body });
	const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
	return new ApiError(body, Number.isFinite(seconds) ? seconds : null);
}

/** Seconds to wait before another attempt, null where there must be none. */
function waitBefore(error: ApiError | UnreachableError, method: string, attempt: number): number | null {
	if (error instanceof ApiError && error.problem.status === 429) return error.retryAfter;
	const transient = error instanceof UnreachableError || error.problem.status >= 500;
	return method === 'GET' && transient ? 0.25 * 2 ** attempt : null;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, milliseconds);
		signal?.addEventListener('abort', () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}

const isProblem = (body: unknown): body is ProblemDocument =>
	typeof body === 'object' && body !== null && 'type' in body && 'status' in body && 'detail' in body;
