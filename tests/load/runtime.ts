import { join } from 'node:path';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { freePort } from '../support/server.ts';
import { helloModules, workerModules } from './bundle.ts';

/** The Worker and a bare Hono app, in one workerd, each at an address of its own. */
interface Runtime {
	readonly worker: string;
	readonly hello: string;
	/** Memory of the Worker's isolate, in bytes: what the platform holds against its 128 MB. */
	readonly memory: () => Promise<number>;
	readonly stop: () => Promise<void>;
}

/** At or before the newest date that this workerd knows. */
const compatibilityDate = '2026-08-22';
const WORKER = 'lambda-over-2m';
const dev = { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] };

/**
 * @param folder where the bundle goes
 * @param isInspected with an inspector, which slows every request, for `memory`
 */
export async function startRuntime(folder: string, isInspected = false): Promise<Runtime> {
	const inspectorPort = isInspected ? await freePort() : 0;
	const miniflare = new Miniflare({
		...(isInspected && { inspectorPort }),
		log: new Log(LogLevel.NONE),
		resourcePersistencePath: join(folder, 'state'), // else the local stores lie in the runtime's own memory
		handleStructuredLogs: () => {}, // a line a request
		workers: [
			{
				config: {
					name: WORKER,
					compatibilityDate,
					manifest: await workerModules(folder),
					env: {
						RESULTS: { type: 'kv', id: 'results' },
						RATE_LIMIT: { type: 'text', value: 'off' },
						JOB_BUDGET_GFLOP: { type: 'text', value: '40' },
					},
				},
				dev,
			},
			{ config: { name: 'hello', compatibilityDate, manifest: await helloModules() }, dev },
		],
	});
	await miniflare.ready;
	const at = async (name: string) => (await miniflare.unsafeGetDirectURL(name)).href.replace(/\/$/, '');
	const [worker, hello] = [await at(WORKER), await at('hello')];
	return { worker, hello, memory: () => heapOf(inspectorPort, WORKER), stop: () => miniflare.dispose() };
}

/** Bytes that an isolate holds, as its inspector says: JavaScript's heap, what the embedder keeps for it, and buffers. */
async function heapOf(inspector: number, worker: string): Promise<number> {
	const socket = new WebSocket(`ws://127.0.0.1:${inspector}/core:user:${worker}`);
	try {
		await new Promise((resolve, reject) => {
			socket.onopen = resolve;
			socket.onerror = reject;
		});
		const answer = new Promise<string>((resolve) => {
			socket.onmessage = ({ data }) => resolve(String(data));
		});
		socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }));
		const { result } = JSON.parse(await answer);
		return result.usedSize + result.embedderHeapUsedSize + result.backingStorageSize;
	} finally {
		socket.close();
	}
}
