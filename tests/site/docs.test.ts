/** Every request that a page of ours shows is sent, to the real server, and its answer is the one that the page shows. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { PROBLEM_REQUESTS } from '../../site/text/problems/problemText.ts';

const execute = promisify(execFile);
const url = inject('serverUrl');
const shell = async (command: string) => (await execute('sh', ['-c', command], { maxBuffer: 1e8 })).stdout;

const readme = await readFile('README.md', 'utf8');
const documented = [...readme.matchAll(/```sh\n(curl [\s\S]+?)```\n```(?:jsonc?|csv)\n([\s\S]+?)```/g)].map(
	([, request = '', answer = '']) => ({ request, answer }),
);

describe.skipIf(url === '')('what the README shows', () => {
	test('are at least four requests', () => expect(documented.length).toBeGreaterThanOrEqual(4));

	test.each(documented)('$request', async ({ request, answer }) => {
		const got = (await shell(request.replaceAll('http://localhost:8787', url))).replaceAll('\r', '');
		let from = 0;
		for (const part of answer.split('…').map((text) => text.trim().replace(/\n /g, ''))) {
			const at = got.indexOf(part.replace(/, "$/, ''), from);
			expect(at, `"${part}" in ${got.slice(0, 2000)}`).toBeGreaterThanOrEqual(0);
			from = at;
		}
	});
});

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
