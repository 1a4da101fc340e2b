import { join } from 'node:path';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { freePort } from '../support/server.ts';
import { helloModules, workerModules } from './bundle.ts';

/** The Worker, the same without trainers, and a bare Hono app, in one workerd, each at an address of its own. */
interface Runtime {
	readonly worker: string;
	/** Trains everything in the request itself. */
	readonly inline: string;
	readonly hello: string;
	/** Memory of the Worker's isolate, in bytes: what the platform holds against its 128 MB. */
	readonly memory: () => Promise<number>;
	readonly stop: () => Promise<void>;
}

/** At or before the newest date that this workerd knows. */
const compatibilityDate = '2026-08-22';
const WORKER = 'lambda-over-2m';
const INLINE = 'inline';
/** The Durable Objects that a request may meet, by their bindings. */
const OBJECTS = { TRAINERS: 'Trainer', QUOTA: 'DayQuota', LEDGERS: 'SweepLedger' } as const;
const dev = { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] };

/**
 * @param folder where the bundle goes
 * @param isInspected with an inspector, which slows every request, for `memory`
 */
export async function startRuntime(folder: string, isInspected = false): Promise<Runtime> {
	const inspectorPort = isInspected ? await freePort() : 0;
	const manifest = await workerModules(folder);
	const worker = (name: string, inlineGflop: string) => ({
		config: {
			name,
			compatibilityDate,
			manifest,
			exports: Object.fromEntries(
				Object.values(OBJECTS).map(
					(exportName) => [exportName, { type: 'durable-object', storage: 'sqlite' }] as const,
				),
			),
			env: {
				...Object.fromEntries(
					Object.entries(OBJECTS).map(
						([binding, exportName]) => [binding, { type: 'durable-object', worker: name, exportName }] as const,
					),
				),
				RESULTS: { type: 'kv', id: `${name}-results` },
				RATE_LIMIT: { type: 'text', value: 'off' },
				INLINE_GFLOP: { type: 'text', value: inlineGflop },
				GFLOP_PER_DAY: { type: 'text', value: '1e9' },
				CLIENT_GFLOP_PER_DAY: { type: 'text', value: '1e9' },
			} as const,
		},
		dev,
	});
	const miniflare = new Miniflare({
		...(isInspected && { inspectorPort }),
		log: new Log(LogLevel.NONE),
		resourcePersistencePath: join(folder, 'state'), // else the local stores lie in the runtime's own memory
		handleStructuredLogs: () => {}, // a line a request
		workers: [
			worker(WORKER, '0.04'),
			worker(INLINE, '1000'),
			{ config: { name: 'hello', compatibilityDate, manifest: await helloModules() }, dev },
		],
	});
	await miniflare.ready;
	const at = async (name: string) => (await miniflare.unsafeGetDirectURL(name)).href.replace(/\/$/, '');
	return {
		worker: await at(WORKER),
		inline: await at(INLINE),
		hello: await at('hello'),
		memory: () => heapOf(inspectorPort, WORKER),
		stop: () => miniflare.dispose(),
	};
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
