/** The requests on the page of each problem are sent to the real server: one gets that problem, the other an answer. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { PROBLEM_REQUESTS } from '../../site/text/problems/problemText.ts';

const execute = promisify(execFile);
const url = inject('serverUrl');
const shell = async (command: string) => (await execute('sh', ['-c', command], { maxBuffer: 1e8 })).stdout;

describe.skipIf(url === '')('the request on the page of a problem', () => {
	const send = (request: string) =>
		shell(request.replaceAll('{api}', `${url}/api/v1`).replaceAll('curl ', "curl -s -w '\\n%{http_code}' "));

	test.each(Object.entries(PROBLEM_REQUESTS))('%s', async (name, { wrong, right }) => {
		const [body = ''] = (await send(wrong)).split(/\n\d+$/);
		const problem = JSON.parse(body);
		expect(await send(right)).toMatch(/\n200$/);
		expect(problem.type).toBe(`/problems/${name}`);
		for (const home of ['', '/zh']) {
			const page = await (await fetch(`${url}${home}${problem.type}/`)).text();
			expect(page).toContain(home === '' ? problem.title : 'API 的问题');
		}
	});
});
