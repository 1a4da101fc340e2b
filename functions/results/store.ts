/** Results by key, as the exact text that is sent. A store may forget and may fail; a request must not. */
export interface ResultStore {
	/** The text under a key, or null when there is none or the store fails. */
	read(key: string): Promise<string | null>;
	/** Keeps a text, in the background; a failure is logged. */
	write(key: string, text: string): void;
}

/** Keys of a store. */
export const runKey = (id: string) => `run/${id}`;
export const experimentKey = (id: string) => `experiment/${id}`;
export const comparisonKey = (id: string) => `comparison/${id}`;

/** What a store needs of a request's context. */
interface Deployment {
	env: { RESULTS: KVNamespace };
	executionCtx: { waitUntil(work: Promise<unknown>): void };
}

/** The store of a deployment, on Workers KV. A write goes on after the response. */
export function resultStore({ env, executionCtx }: Deployment): ResultStore {
	return {
		async read(key) {
			try {
				return await env.RESULTS.get(key);
			} catch (error) {
				console.error({ message: 'the store does not read', key, error: String(error) });
				return null;
			}
		},
		write(key, text) {
			const written = env.RESULTS.put(key, text).catch((error: unknown) => {
				console.error({ message: 'the store does not write', key, error: String(error) });
			});
			executionCtx.waitUntil(written);
		},
	};
}
