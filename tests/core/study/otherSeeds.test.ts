/** Cases trained again on other seeds: what is committed is of the list, on the page, and comes out again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { studyPage } from '../../../scripts/study/studyPage.ts';
import { sweepSchema } from '../../../src/schema/sweep.ts';
import { pointExponent } from '../../../src/study/analyse.ts';
import { firstLambdas, nameOf, OPTIMIZERS, SEEDS, sweepOf, TASKS } from '../../../src/study/design.ts';
import { type OtherExponent, otherSeeds } from '../../../src/study/otherSeeds.ts';
import { readStudy } from '../../../src/study/readStudy.ts';
import { digits } from '../../../src/study/summary.ts';
import { missingLambdas } from '../../../src/study/table.ts';
import { specAt } from '../../../src/sweeps/grid.ts';
import { planSweep } from '../../../src/sweeps/plan.ts';

const folder = join(import.meta.dirname, '../../../docs/study');
const others = JSON.parse(await readFile(join(folder, 'otherSeeds.json'), 'utf8')) as OtherExponent[]; // `npm run study` wrote it
const { cases } = await readStudy(host.tables);

test('eight cases or more are committed, of several tasks, under every optimizer, and none on the study’s own seeds', () => {
	const listed = otherSeeds().map((each) => `${nameOf(each)} ${each.firstSeed}`);
	for (const each of others) expect(listed).toContain(`${nameOf(each)} ${each.firstSeed}`);
	expect(others.length).toBeGreaterThanOrEqual(8);
	expect(new Set(others.map(({ task }) => task)).size).toBeGreaterThanOrEqual(5);
	expect(new Set(others.map(({ optimizer }) => optimizer)).size).toBe(OPTIMIZERS.length);
	expect(Math.min(...others.map(({ firstSeed }) => firstSeed))).toBeGreaterThan(Math.max(...SEEDS));
});

test('the page follows from the summary and the other seeds', async () => {
	expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe(studyPage(cases, others));
});

test('the exponent of a case on other seeds comes out again', async () => {
	const committed = others.find((each) => nameOf(each) === 'wine relu-16 sgd');
	if (!committed) throw new Error('no such case');
	const { task, model, optimizer, firstSeed, p } = committed;
	const lambdas = firstLambdas(committed);
	const seeds = SEEDS.map((_, i) => firstSeed + i);
	const planned = planSweep(sweepSchema.parse(sweepOf({ task, model, optimizer }, lambdas, seeds)));
	if ('errors' in planned) throw new Error(planned.errors[0]?.message);
	const sizes = [...TASKS[task].sizes.keys()];
	/** A sweep's cells stand by seed, then m, then λ. */
	const lossAt = async (size: number, lambda: number, seed: number) => {
		const spec = specAt(planned.plan, (seed * sizes.length + size) * lambdas.length + lambda);
		return (await train(spec)).final.validationLoss ?? null;
	};
	const validation = await Promise.all(
		sizes.map((size) =>
			Promise.all(lambdas.map((_, lambda) => Promise.all([...seeds.keys()].map((seed) => lossAt(size, lambda, seed))))),
		),
	);
	const table = { task, model, optimizer, lambdas, validation, test: validation, unconverged: 0 };
	expect(missingLambdas(table)).toEqual([]);
	expect(digits(pointExponent(table) ?? Number.NaN)).toBe(p);
}, 60_000);
