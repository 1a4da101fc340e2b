/**
 * Everything that README and examples show, as a person would run it, and the article's experiments, against the real
 * server: with the bounds of the paid plan and with those of the free one, in a file each, so that two may run side by side.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { findNodes } from '../../support/nodes.ts';
import { partOf } from '../../support/partOf.ts';
import type { Server } from '../../support/server.ts';

const execute = promisify(execFile);
const shell = async (command: string) => (await execute('sh', ['-c', command], { maxBuffer: 1e8 })).stdout;

const readme = await readFile('README.md', 'utf8');
export const documented = [...readme.matchAll(/```sh\n(curl [\s\S]+?)```\n```(?:jsonc?|csv)\n([\s\S]+?)```/g)].map(
	([, request = '', answer = '']) => ({ request, answer }),
);
/** A training needs seconds: it is watched in each Node under one plan, in one under the other. */
const nodesOf = (plan: Plan) =>
	findNodes()
		.slice(plan === 'paid' ? 0 : -1)
		.map(({ path }) => path);
const INSTANT = Object.entries(INTERACTIONS).filter(([, { isInstant }]) => isInstant);

type Plan = 'paid' | 'free';

/** Declares the tests of one plan. @param start a server that has its bounds */
export function describeExamples(plan: Plan, start: () => Promise<Pick<Server, 'url' | 'stop'>>): void {
	describe.skipIf(inject('serverUrl') === '')(`on the ${plan} plan`, () => declare(plan, start));
}

function declare(plan: Plan, start: () => Promise<Pick<Server, 'url' | 'stop'>>): void {
	let server: Pick<Server, 'url' | 'stop'>;
	beforeAll(async () => {
		server = await start();
	}, 120_000);
	afterAll(() => server.stop());
	const nodes = nodesOf(plan);
	const post = (path: string, body: unknown) =>
		fetch(`${server.url}/api/v1${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});

	test('these are the bounds', async () => {
		const limits = await (await fetch(`${server.url}/api/v1/limits`)).json();
		expect(limits).toMatchObject({
			request: { gflop: 120, inlineGflop: plan === 'free' ? 0.02 : 0.04 },
			day: { gflop: plan === 'free' ? 200_000 : 400_000 },
		});
	});

	test.each(plan === 'paid' ? documented : partOf(documented, 8))(
		'the README’s $request',
		async ({ request, answer }) => {
			const got = (await shell(request.replaceAll('http://localhost:8787', server.url))).replaceAll('\r', '');
			let from = 0;
			for (const part of answer.split('…').map((text) => text.trim().replace(/\n /g, ''))) {
				const at = got.indexOf(part.replace(/, "$/, ''), from);
				expect(at, `"${part}" in ${got.slice(0, 2000)}`).toBeGreaterThanOrEqual(0);
				from = at;
			}
		},
	);

	test.each([
		{
			program: 'sh',
			file: 'examples/train.sh',
			says: [/lambda = 0: test loss \d+\.\d+/, /lambda = 3: test loss 0\.\d+/, /^epoch,dataLoss/m],
		},
		{
			program: '/usr/bin/python3',
			file: 'examples/compare.py',
			says: [/over-2m, m = 30 +test loss 0\.\d+/, /half, m = 300 +test loss 0\.\d+/],
		},
		{
			program: 'sh',
			file: 'examples/sweep.sh',
			says: [/^scaling,quantity,m,to,value,low,high/m, /^over-2m,best-lambda,30,,/m],
		},
		{
			program: 'sh',
			file: 'examples/stream.sh',
			says: [/^epoch \d+ of 60000$/m, /^data loss 0\.\d+, test loss 0\.\d+$/m],
		},
		{
			program: '/usr/bin/python3',
			file: 'examples/stream.py',
			says: [/^epoch \d+ of 60000$/m, /^data loss 0\.\d+, test loss 0\.\d+$/m],
		},
		{
			program: 'node',
			file: 'examples/stream.mjs',
			says: [/^over-2m: epoch \d+ of 60000$/m, /^half: data loss 0\.\d+, test loss 0\.\d+$/m],
		},
		{
			program: 'node',
			file: 'examples/convert.mjs',
			says: [/lambda = 10\n/, /sklearn-logistic-regression: C = 0\.1\n/, /pytorch-adamw: .*not the same minimizer/],
		},
	])('$file', async ({ program, file, says }) => {
		const env = { ...process.env, API: `${server.url}/api/v1` };
		const programs = program === 'node' ? nodes : [program];
		await Promise.all(
			programs.map(async (each) => {
				// All Nodes at once: they watch one training of seconds, of a sample that nothing else has asked for.
				const args = file.includes('stream') ? [file, '100'] : [file];
				const { stdout } = await execute(each, args, { env });
				for (const pattern of says) expect(stdout, `${each} ${args.join(' ')}`).toMatch(pattern);
			}),
		);
		if (!file.includes('stream')) return;
		const lines = async () => (await execute(programs[0] ?? '', [file, '100'], { env })).stdout.trim().split('\n');
		const known = await lines();
		expect(known.length).toBeGreaterThan(0);
		for (const line of known) expect(line).toMatch(/data loss 0\.\d+, test loss 0\.\d+$/);
	});

	test('examples/grid.json is a sweep that is allowed', async () => {
		const begun = await post('/sweeps', JSON.parse(await readFile('examples/grid.json', 'utf8')));
		expect(begun.status).toBe(202);
		const { id, stopToken } = (await begun.json()) as { id: string; stopToken: string };
		const stopped = await fetch(`${server.url}/api/v1/sweeps/${id}`, {
			method: 'DELETE',
			headers: { Authorization: `Bearer ${stopToken}` },
		});
		expect(stopped.ok).toBe(true);
	});

	// Both plans allow a request the same arithmetic: the half that takes a minute is run under one.
	const asInTheArticle = plan === 'free' ? EXPERIMENTS.map(({ name }) => name) : ['overfitting'];
	test.each(partOf(asInTheArticle, 6))('%s as the article has it', async (name) => {
		const answer = await post(`/experiments/${name}`, {});
		expect(answer.status, await answer.text()).toBe(200);
	});

	test.each(partOf(INSTANT, 4))('%s as a reader may change it', async (name, { controls }) => {
		const changed = Object.fromEntries(controls.map(({ parameter, values }) => [parameter, values.at(-1)]));
		const answer = await post(`/experiments/${name}`, changed);
		expect(answer.status, await answer.text()).toBe(200);
	});
}
