/** Trainers: every run trained once, streamed while it trains, and kept for ever. */
import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { settle } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';
import { trainingProgressSchema } from '../../src/schema/trainingEvents.ts';
import { api, forgetCopies, post, stored, storedKeys } from './api.ts';

/** A run that takes a trainer some tenths of a second, by its seed. */
const long = (seed: number, epochs = 20_000) => ({
	data: { kind: 'moons', m: 300, seed },
	training: { epochs, recordEvery: 1000 },
});
/** A run that the Worker trains itself. */
const short = (seed: number) => ({
	data: { kind: 'moons', m: 10, seed, test: null },
	training: { epochs: 5, recordEvery: 5 },
});
const STREAM = { Accept: 'text/event-stream' };

interface Event {
	name: string;
	data: unknown;
}

const parse = (text: string): Event[] =>
	text
		.split('\n\n')
		.filter((block) => block.includes('data: '))
		.map((block) => ({
			name: /^event: (.*)$/m.exec(block)?.[1] ?? '',
			data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''),
		}));

const streamed = async (path: string, body: unknown): Promise<Event[]> => {
	const response = await post(path, body, STREAM);
	expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/event-stream']);
	return parse(await response.text());
};

/** Reads the first event of a stream, goes away, and says which epoch it told. */
async function firstEpoch(spec: unknown): Promise<number> {
	const { body } = await post('/runs', spec, STREAM);
	if (!body) throw new Error('there is no body');
	let text = '';
	for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
		text += chunk;
		if (text.includes('\n\n')) break; // which cancels the stream
	}
	const [event] = parse(text);
	return trainingProgressSchema.parse(event?.data).epoch;
}

describe('an id that was handed out', () => {
	test.each([
		['of a run that the Worker trains', '/runs', short(1)],
		['of a run that a trainer trains', '/runs', long(1, 2000)],
		[
			'of a comparison',
			'/comparisons',
			{ base: short(2), variants: [{ label: 'a' }, { label: 'b', patch: long(2, 2000) }] },
		],
	])('%s answers when memory, cache and KV are empty', async (_, path, body) => {
		const posted = await post(path, body);
		const text = await posted.text();
		await forgetCopies();
		expect(await storedKeys()).toEqual([]);
		await abortAllDurableObjects(); // what objects hold in memory is gone too
		const got = await api(`${path}/${JSON.parse(text).id}`);
		expect([got.status, await got.text()]).toEqual([200, text]);
	});

	test('is none before there is a result', async () => {
		const id = '0123456789'.repeat(4);
		expect((await api(`/runs/${id}`)).status).toBe(404);
		// and the question has left nothing behind
		const kept = await runInDurableObject(env.TRAINERS.getByName(id), (_, { storage }) => [...storage.kv.list()]);
		expect(kept).toEqual([]);
	});
});

describe('equal requests at once', () => {
	test('are trained once', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, () => post('/runs', long(3))));
		const statuses = answers.map(({ headers }) => headers.get('Cache-Status'));
		expect(statuses.filter((status) => status === 'lambda-over-2m; fwd=miss')).toHaveLength(1);
		expect(statuses.filter((status) => status === 'lambda-over-2m; hit; detail=joined')).toHaveLength(19);
		expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
	});

	test('as two variants of a comparison too', async () => {
		const answer = await post('/comparisons', { base: long(4), variants: [{ label: 'a' }, { label: 'b' }] });
		const { runs } = await answer.json<{ runs: { run: Run }[] }>();
		expect(runs[0]?.run).toEqual(runs[1]?.run);
	});
});

describe('a training that is watched', () => {
	test('tells how it stands, and ends with what a POST answers', async () => {
		const spec = { ...long(5, 60_000), output: { boundary: { resolution: 5 } } };
		const events = await streamed('/runs', spec);
		expect(events.map(({ name }) => name)).toEqual([...events.slice(1).map(() => 'progress'), 'result']);
		const progress = events.slice(0, -1).map(({ data }) => trainingProgressSchema.strict().parse(data));
		expect(progress.length).toBeGreaterThan(1);
		const epochs = progress.map(({ epoch }) => epoch);
		expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
		const run = events.at(-1)?.data as Run;
		for (const { boundary } of progress) expect(boundary).toMatchObject({ resolution: 5, x: run.boundary?.x });
		// What was told piece by piece is the beginning of the trace.
		const told = progress.flatMap(({ trace }) => trace.objective);
		expect(told.length).toBeGreaterThan(0);
		expect(run.trace.objective.slice(0, told.length)).toEqual(told);
		expect(await (await post('/runs', spec)).json()).toEqual(run);
	});

	test('is not held up by pictures of it: they take a twentieth of its arithmetic', async () => {
		const spec = {
			data: { kind: 'moons', m: 30, seed: 30 },
			network: { hidden: [64, 64] },
			training: { epochs: 3000, recordEvery: 1000 },
			output: { boundary: { resolution: 100 } },
		};
		const resolved = resolve(settle(runSpecSchema.parse(spec)));
		const without = cost(resolve({ ...resolved.spec, output: { ...resolved.spec.output, boundary: null } }));
		const picture = cost(resolved).charged - without.charged;
		const events = await streamed('/runs', spec);
		const drawn = events.slice(0, -1).filter(({ data }) => trainingProgressSchema.parse(data).boundary).length;
		expect(drawn).toBeGreaterThan(0);
		expect((drawn - 1) * picture).toBeLessThanOrEqual(0.05 * without.charged); // the first one is free
	});

	test('of a comparison names its variants', async () => {
		const body = { base: long(6), variants: [{ label: 'a' }, { label: 'b', patch: { penalty: { lambda: 1 } } }] };
		const events = await streamed('/comparisons', body);
		const labels = events.slice(0, -1).map(({ data }) => (data as { label: string }).label);
		expect(new Set(labels)).toEqual(new Set(['a', 'b']));
		expect(events.at(-1)?.data).toEqual(await (await post('/comparisons', body)).json());
	});

	test('is joined by a second reader, who gets the whole trace', async () => {
		const [first, second] = await Promise.all([streamed('/runs', long(7)), streamed('/runs', long(7))]);
		expect(second.at(-1)).toEqual(first.at(-1));
	});

	test('ends when its only reader goes away, and leaves nothing behind', async () => {
		const spec = long(8, 250_000);
		expect(await firstEpoch(spec)).toBeLessThan(5000);
		await (await post('/runs', long(8, 25_000))).text(); // as long as a tenth of it would take
		// Were the first training still under way, this would join it.
		expect(await firstEpoch(spec)).toBeLessThan(5000);
	});
});

describe('a trainer that is lost in the middle', () => {
	test('is asked again, and begins again', async () => {
		const answer = post('/runs', long(9, 60_000));
		await new Promise((resolve) => setTimeout(resolve, 100));
		await abortAllDurableObjects();
		const response = await answer;
		expect(response.status).toBe(200);
		const run = await response.json<Run>();
		expect(run.trace.epoch.at(-1)).toBe(60_000);
	});

	test('keeps what it has through an eviction', async () => {
		const run = await (await post('/runs', long(10, 2000))).json<Run>();
		await forgetCopies();
		await evictDurableObject(env.TRAINERS.getByName(run.id));
		expect(await (await api(`/runs/${run.id}`)).json()).toEqual(run);
	});

	test('keeps a text of many parts whole', async () => {
		const stub = env.TRAINERS.getByName('parts');
		const text = 'λ/2m · ‖W‖² 𝔪 '.repeat(200_000);
		await stub.keep(text, null);
		await stub.keep('another', null); // the first stays
		await evictDurableObject(stub);
		expect((await stub.kept()) === text).toBe(true);
	});

	test('what can no longer be decoded is computed anew', async () => {
		const spec = long(11, 2000);
		const run = await (await post('/runs', spec)).json<Run>();
		await forgetCopies();
		const stub = env.TRAINERS.getByName(run.id);
		await runInDurableObject(stub, (_, { storage }) => {
			vi.spyOn(storage.kv, 'list').mockImplementationOnce(() => {
				throw new Error('injected: internal error');
			});
		});
		const again = await post('/runs', spec);
		expect([again.status, await again.json()]).toEqual([200, run]);
		await evictDurableObject(stub);
		expect(await stub.kept()).toBe(JSON.stringify(run));
	});
});

describe('where objects can no longer write', () => {
	const idOf = (spec: unknown) => runId(settle(runSpecSchema.parse(spec)), ENGINE_VERSION);
	const refuse = () => {
		throw new Error('injected: rows written in a day');
	};

	/** As when an account has written its rows of the day: reading goes on. */
	const refuseRows = async (id: string) => {
		await runInDurableObject(env.QUOTA.getByName('all'), (_, { storage }) => {
			const { sql } = storage;
			const exec = sql.exec.bind(sql);
			vi.spyOn(sql, 'exec').mockImplementation((query, ...bindings) =>
				query.startsWith('INSERT') ? refuse() : exec(query, ...bindings),
			);
		});
		await runInDurableObject(env.TRAINERS.getByName(id), (_, { storage }) => {
			vi.spyOn(storage, 'transactionSync').mockImplementation(refuse);
		});
	};

	test.each([
		['that a trainer trains', long(20, 2000)],
		['that the Worker trains', short(20)],
	])('a run %s is answered all the same, and KV keeps it', async (_, spec) => {
		const id = await idOf(spec);
		await refuseRows(id);
		const answer = await post('/runs', spec);
		const text = await answer.text();
		expect([answer.status, JSON.parse(text).id]).toEqual([200, id]);
		expect(await stored(`run/${id}`)).toBe(text);
		await evictDurableObject(env.QUOTA.getByName('all'));
	});

	test('the day is counted all the same', async () => {
		const quota = env.QUOTA.getByName('all');
		await refuseRows(await idOf(short(22)));
		const limits = { clientFlop: 10, flop: 1e18, sharedFlop: 1e18, littleFlop: 0 };
		const charge = (client: string) => quota.charge({ client, charged: 6 }, limits);
		expect(await charge('a caller')).toBe(null);
		expect(await charge('a caller')).toMatchObject({ bound: 'clientFlop' });
		await evictDurableObject(quota);
	});

	test('nothing is handed out that the day does not count', async () => {
		const quota = env.QUOTA.getByName('all');
		await runInDurableObject(quota, (_, { storage }) => {
			vi.spyOn(storage.sql, 'exec').mockImplementation(refuse);
		});
		const specs = [long(21, 2000), short(21)];
		for (const spec of specs) {
			const answer = await post('/runs', spec);
			expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
			expect(await answer.json()).toMatchObject({ type: '/problems/unavailable' });
			expect((await api(`/runs/${await idOf(spec)}`)).status).toBe(404);
		}
		await evictDurableObject(quota);
		for (const spec of specs) expect((await post('/runs', spec)).status).toBe(200);
	});
});

test('a table is an answer of a POST too', async () => {
	const response = await post('/runs', short(11), { Accept: 'text/csv' });
	expect(response.headers.get('Content-Type')).toMatch('text/csv');
	const { id } = await (await post('/runs', short(11))).json<Run>();
	expect(await response.text()).toBe(await (await api(`/runs/${id}`, { headers: { Accept: 'text/csv' } })).text());
});
