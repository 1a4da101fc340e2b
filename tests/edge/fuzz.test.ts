/** What `npm run fuzz` sends to a real server, in small: whatever is asked, an answer is what every answer is. */
import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { faultsOf } from '../support/fuzz/judge.ts';
import { type Document, requestOf, requestsTo } from '../support/fuzz/requests.ts';
import { api, post, small } from './api.ts';

const REQUESTS = 300;

/** So little that what slips through as valid trains in a blink, and no sweep begins. */
const bounds = { JOB_BUDGET_GFLOP: '0.5', SWEEP_BUDGET_GFLOP: '1e-9' };

test(`${REQUESTS} random requests to all routes`, async () => {
	const document = await (await api('/openapi.json')).json<Document>();
	const { id } = await (await post('/runs', small)).json<{ id: string }>();
	const requests = requestsTo(document, [id], '');
	const { seed: sampleSeed = 1 } = fc.readConfigureGlobal();
	const routes = new Set<string>();
	for (let index = 0; index < REQUESTS; index++) {
		const seed = sampleSeed * REQUESTS + index;
		const request = requestOf(seed, requests);
		const { method, target, headers, body } = request;
		const context = createExecutionContext();
		const sent = new Request(`https://lambda.test${target}`, { method, headers, body });
		const answer = await createApp().fetch(sent, { ...env, ...bounds }, context);
		const answered = {
			status: answer.status,
			headers: Object.fromEntries(answer.headers),
			body: new Uint8Array(await answer.arrayBuffer()),
		};
		await waitOnExecutionContext(context);
		expect(faultsOf(request, answered, document), `seed ${seed}: ${method} ${target}`).toEqual([]);
		routes.add(request.route);
	}
	expect(routes.size).toBe(Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length);
}, 120_000);
