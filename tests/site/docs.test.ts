/** The request on the page of each problem is sent to the real server, and gets that problem. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { PROBLEM_REQUESTS } from '../../site/text/problems/problemText.ts';

const execute = promisify(execFile);
const url = inject('serverUrl');
const shell = async (command: string) => (await execute('sh', ['-c', command], { maxBuffer: 1e8 })).stdout;

describe.skipIf(url === '')('the request on the page of a problem', () => {
	test.each(Object.entries(PROBLEM_REQUESTS))('%s', async (name, request) => {
		const problem = JSON.parse(
			await shell(request.replaceAll('{api}', `${url}/api/v1`).replaceAll('curl ', 'curl -s ')),
		);
		expect(problem.type).toBe(`/problems/${name}`);
		for (const home of ['', '/zh']) {
			const page = await (await fetch(`${url}${home}${problem.type}/`)).text();
			expect(page).toContain(home === '' ? problem.title : 'API 的问题');
		}
	});
});
