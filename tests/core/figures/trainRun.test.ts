import { describe, expect, test } from 'vitest';
import { readFailure } from '../../../site/figures/scaling/failure.ts';
import { sameNumbers } from '../../../site/figures/scaling/sameNumbers.ts';
import { isHit } from '../../../site/figures/scaling/trainRun.ts';

describe('what the page makes of an answer', () => {
	test.each([
		['lambda-over-2m; hit', true],
		['lambda-over-2m;hit;ttl=60', true],
		['edge; fwd=miss, lambda-over-2m; hit', true],
		['lambda-over-2m; fwd=miss', false],
		['lambda-over-2m; fwd=miss; detail=hitherto', false],
		[null, false],
	])('Cache-Status "%s" is a hit: %s', (header, hit) => {
		expect(isHit(header)).toBe(hit);
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
