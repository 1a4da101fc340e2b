/** The client's events of trainings against the Worker itself. */
import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';

const api = createClient({
	baseUrl: 'https://lambda.test/api/v1',
	fetch: (address, init) => exports.default.fetch(new Request(address as string, init)), // the client writes addresses
});

/** A run of some tenths of a second, by its seed. */
const long = (seed: number, epochs = 20_000): RunSpecInput => ({
	data: { kind: 'moons', m: 300, seed },
	training: { epochs, recordEvery: 1000 },
});

test('a training is watched to its result, which is there the second time', async () => {
	for (const hears of [true, false]) {
		const epochs: number[] = [];
		let id = '';
		for await (const { event, data } of api.trainingEvents(long(101))) {
			if (event === 'progress') epochs.push(data.epoch);
			else id = data.id;
		}
		expect(epochs.length > 0).toBe(hears);
		expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
		expect(await api.run(id)).toEqual(await api.train(long(101)));
	}
});

test('a comparison names its variants', async () => {
	const labels = new Set<string | undefined>();
	const body = { base: long(102), variants: [{ label: 'a' }, { label: 'b', patch: { penalty: { lambda: 1 } } }] };
	for await (const { event, data } of api.comparisonEvents(body)) {
		if (event === 'progress') labels.add(data.label);
		else expect(data).toEqual(await api.compare(body));
	}
	expect([...labels].sort()).toEqual(['a', 'b']);
});

test('what is refused is an ApiError', async () => {
	const refused = api.trainingEvents(long(103, 1e6)).next();
	const failure = await refused.catch((error: unknown) => error);
	expect(failure).toBeInstanceOf(ApiError);
	expect((failure as ApiError).problem.type).toBe('/problems/over-budget');
});

test('leaving the loop ends the training on the server', async () => {
	const first = async () => {
		for await (const { event, data } of api.trainingEvents(long(104, 250_000))) {
			if (event === 'progress') return data.epoch;
		}
		throw new Error('it was over before it was watched');
	};
	expect(await first()).toBeLessThan(5000);
	await api.train(long(104, 25_000)); // as long as a tenth of it would take
	// Were the first training still under way, this would join it.
	expect(await first()).toBeLessThan(5000);
});
