import { describe, expect, test } from 'vitest';
import { host } from '../../functions/trainers/host.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { exportRun } from '../../src/export/exportRun.ts';
import { EXPORT_TARGETS } from '../../src/export/refusals.ts';
import type { Run } from '../../src/schema/run.ts';
import { api, post, small } from './api.ts';

const train = async (spec: object) => (await post('/runs', spec)).json<Run>();

describe('a run as a program', () => {
	test.each(EXPORT_TARGETS)('for %s is the one that the Lab exports', async (target) => {
		const { id, spec } = await train(small);
		const answer = await api(`/runs/${id}/export?target=${target}`);
		const own = await exportRun(resolve(spec), target, host.tables);
		if (!own.ok) throw new Error('it was refused');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${own.filename}"`);
		expect(await answer.text()).toBe(own.code);

		const known = await api(`/runs/${id}/export?target=${target}`, {
			headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' },
		});
		expect([known.status, await known.text()]).toEqual([304, '']);
	});

	test('is not drawn with held-out rows that nobody reads', async () => {
		const { id } = await train({ ...small, data: { kind: 'moons', m: 10, test: { m: 20_000 } } });
		const [few, many] = await Promise.all([
			api(`/runs/${(await train(small)).id}/export?target=pytorch`),
			api(`/runs/${id}/export?target=pytorch`),
		]);
		expect(await few.text()).toBe(await many.text());
	});

	test.each([
		['target=keras', { regularizers: { earlyStopping: { patience: 5 } } }, ['regularizers.earlyStopping']],
		[
			'target=pytorch',
			{ regularizers: { dropout: 0.5, inputNoise: 1 } },
			['regularizers.dropout', 'regularizers.inputNoise'],
		],
		['target=scikit-learn', { penalty: { lambda: 1, norm: 'l1' } }, ['penalty.norm']],
	])('%s is refused with every field that it lacks: %j', async (query, fields, paths) => {
		const { id } = await train({ ...small, ...fields });
		const answer = await api(`/runs/${id}/export?${query}`);
		expect(answer.status).toBe(422);
		const problem = await answer.json<{ type: string; errors: { path: string }[] }>();
		expect(problem.type).toBe('/problems/no-such-form');
		expect(problem.errors.map(({ path }) => path)).toEqual(paths);
	});

	test.each([
		['', 'target', 'is required: one of "pytorch", "keras", "scikit-learn"'],
		['?target=jax', 'target', '"jax" is not allowed: one of "pytorch", "keras", "scikit-learn"'],
		['?target=keras&m=3', 'm', 'is not a field'],
	])('export%s names the field', async (query, path, message) => {
		const { id } = await train(small);
		const answer = await api(`/runs/${id}/export${query}`);
		expect(answer.status).toBe(422);
		expect(await answer.json()).toMatchObject({ errors: [{ path, message: expect.stringContaining(message) }] });
	});

	test.each(['0'.repeat(40), 'x', '%00', '__proto__'])('of run %s is not there', async (id) => {
		expect((await api(`/runs/${id}/export?target=keras`)).status).toBe(404);
	});
});
