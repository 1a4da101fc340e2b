import { afterEach, describe, expect, test, vi } from 'vitest';
import { readFailure } from '../../../site/figures/scaling/failure.ts';
import { sameNumbers } from '../../../site/figures/scaling/sameNumbers.ts';
import { trainRun } from '../../../site/figures/scaling/trainRun.ts';
import type { FailureFacts } from '../../../site/text/text.ts';

describe('what the page makes of an answer', () => {
	const events = { headers: { 'content-type': 'text/event-stream' } };
	const progress = 'event: progress\ndata: {"epoch":1,"epochs":2}\n\n';
	const result = 'event: result\ndata: {"id":"x"}\n\n';
	const problem503 = 'event: problem\ndata: {"type":"/problems/unavailable","status":503,"detail":"no"}\n\n';
	const asked = (answer: Response | Error) => {
		vi.stubGlobal('fetch', async () => {
			if (answer instanceof Error) throw answer;
			return answer;
		});
		const heard: unknown[] = [];
		const arrival = trainRun({ data: { kind: 'moons' } }, new AbortController().signal, (news) => heard.push(news));
		return { arrival, heard };
	};
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	test.each([
		['with progress', progress + result, 'computed', 1],
		['without', result, 'cached', 0],
	])('a result %s was %s', async (_, stream, origin, told) => {
		const { arrival, heard } = asked(new Response(stream, events));
		expect(await arrival).toMatchObject({ run: { id: 'x' }, origin });
		expect(heard).toHaveLength(told);
	});

	test.each<[string, Response | Error, FailureFacts]>([
		['nothing', new TypeError('fetch failed'), { kind: 'unreachable' }],
		['a stream that ends too early', new Response(progress, events), { kind: 'unreachable' }],
		['a problem in the stream', new Response(progress + problem503, events), { kind: 'broken', status: 503 }],
		[
			'a page',
			new Response('<h1>hello</h1>', { headers: { 'content-type': 'text/html' } }),
			{ kind: 'unreadable', status: 200 },
		],
		[
			'a request to wait',
			new Response('', { status: 429, headers: { 'retry-after': '1' } }),
			{ kind: 'busy', retryAfterSeconds: 1 },
		],
	])('%s is a failure', async (_, answer, failure) => {
		await expect(asked(answer).arrival).rejects.toMatchObject({ failure });
	});

	const problem = { headers: { 'content-type': 'application/problem+json; charset=utf-8' } };
	test.each([
		[
			'a problem with a detail',
			new Response('{"title":"Invalid spec","detail":"data.m is 0"}', { ...problem, status: 422 }),
			{ kind: 'refused', status: 422, detail: 'data.m is 0' },
		],
		[
			'a problem with a title alone',
			new Response('{"title":"Not found"}', { ...problem, status: 404 }),
			{ kind: 'refused', status: 404, detail: 'Not found' },
		],
		[
			'a host without the API',
			new Response('<h1>404</h1>', { status: 404, headers: { 'content-type': 'text/html' } }),
			{ kind: 'unreadable', status: 404 },
		],
		['a problem that is not JSON', new Response('{', { ...problem, status: 400 }), { kind: 'unreadable', status: 400 }],
		['a server that fails', new Response('', { status: 503 }), { kind: 'broken', status: 503 }],
		[
			'too many requests',
			new Response('', { status: 429, headers: { 'retry-after': '30' } }),
			{ kind: 'busy', retryAfterSeconds: 30 },
		],
		['too many requests, without a time', new Response('', { status: 429 }), { kind: 'busy', retryAfterSeconds: null }],
	])('reads %s', async (_, response, failure) => {
		expect(await readFailure(response)).toEqual(failure);
	});
});

describe('a live result', () => {
	const final = {
		dataLoss: 0.5,
		penalty: 1e-24,
		objective: 0.5,
		testLoss: 0.693147,
		trainAccuracy: 1,
		testAccuracy: 0.5,
		weightNorm: 1,
		zeroWeights: 0,
	};
	test.each([
		['the same to six digits', { id: 'a', final: { ...final, testLoss: 0.6931471806, penalty: 0 } }, true],
		['another id', { id: 'b', final }, false],
		['another number', { id: 'a', final: { ...final, testLoss: 0.69316 + 0.0001 } }, false],
		['a run that diverged', { id: 'a', final: { ...final, objective: null } }, false],
		['nothing', undefined, false],
	])('that is %s counts as the precomputed one: see the last value', (_, live, same) => {
		expect(sameNumbers(live, { id: 'a', final })).toBe(same);
	});
});
