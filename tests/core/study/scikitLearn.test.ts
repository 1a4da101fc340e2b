/**
 * Where scikit-learn can do what the study does, with linear models, its cross-validation chooses the same λ within a
 * step of the grid, from the same draws. Not where λ makes hardly a difference: on a linear teacher with 632 examples
 * the two choices are five steps apart, and there the study's costs less than a thousandth in scikit-learn's own score.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { at } from '../../../src/at.ts';
import { loadDataSet } from '../../../src/data/registry.ts';
import { dataSchema } from '../../../src/schema/data.ts';
import { mean } from '../../../src/statistics.ts';
import { type CaseCells, fromCells } from '../../../src/study/cells.ts';
import { SEEDS, sweepOf, TASKS } from '../../../src/study/design.ts';
import { meanCurve } from '../../../src/study/moves.ts';

const cells = JSON.parse(
	await readFile(join(import.meta.dirname, '../../../docs/study/cells.json'), 'utf8'),
) as CaseCells[]; // `npm run study` wrote it

/** @returns null where no Python here has scikit-learn */
async function crossValidate(problem: object): Promise<number[][] | null> {
	for (const python of ['python3', '/usr/bin/python3']) {
		const answer = await new Promise<number[][] | null>((resolve, reject) => {
			const child = execFile(python, [join(import.meta.dirname, 'cross_validate.py')], (error, stdout, stderr) => {
				if (!error) resolve(JSON.parse(stdout));
				else if (/ENOENT|No module named/.test(`${error.message}${stderr}`)) resolve(null);
				else reject(new Error(stderr));
			});
			child.stdin?.on('error', () => {}); // an interpreter that ended early says why on stderr
			child.stdin?.end(JSON.stringify(problem));
		});
		if (answer) return answer;
	}
	return null;
}

const CHOSEN = [
	{ task: 'linear-teacher', kind: 'regression', size: 2 },
	{ task: 'linear-teacher', kind: 'regression', size: 1 },
	{ task: 'diabetes', kind: 'regression', size: 3 },
	{ task: 'diabetes', kind: 'regression', size: 4 },
	{ task: 'breast-cancer', kind: 'classification', size: 3 },
	{ task: 'breast-cancer', kind: 'classification', size: 4 },
] as const;

/** Where a step of the grid makes less difference than one draw: the choices are five steps apart. */
const FLAT = [{ task: 'linear-teacher', kind: 'regression', size: 3 }] as const;

/** Mean loss at each λ > 0 by scikit-learn's cross-validation of the study's own draws, and by the study's validation rows. */
async function curvesOf(
	{ task, kind, size }: (typeof CHOSEN)[number] | (typeof FLAT)[number],
	skip: (why: string) => never,
) {
	const given = cells.find((each) => each.task === task && each.model === 'linear' && each.optimizer === 'full-batch');
	if (!given) throw new Error(`the study has no linear model of ${task}`);
	const { base } = sweepOf(given, [1]) as { base: { data: object } };
	const samples = await Promise.all(
		SEEDS.map(async (seed) => {
			const data = dataSchema.parse({ ...base.data, m: TASKS[task].sizes[size], seed });
			return (await loadDataSet(data, host.tables)).train;
		}),
	);
	const lambdas = given.lambdas.slice(1);
	const losses = (await crossValidate({ kind, lambdas, samples })) ?? skip('no Python here has scikit-learn');
	const theirs = lambdas.map((_, i) => mean(losses.map((bySeed) => bySeed[i] ?? Number.NaN)));
	return { theirs, ours: meanCurve(fromCells(given).validation, size) };
}

const best = (curve: readonly number[]) => curve.indexOf(Math.min(...curve));

test.for(CHOSEN)(
	'cross-validation chooses the study’s λ: $task, size $size',
	{ timeout: 120_000 },
	async (chosen, { skip }) => {
		const { theirs, ours } = await curvesOf(chosen, skip);
		expect(Math.abs(best(theirs) - best(ours))).toBeLessThanOrEqual(1);
	},
);

test.for(FLAT)(
	'where choices differ, cross-validation loses less than 0.1% by the study’s λ: $task, size $size',
	{ timeout: 120_000 },
	async (flat, { skip }) => {
		const { theirs, ours } = await curvesOf(flat, skip);
		expect(at(theirs, best(ours)) / Math.min(...theirs) - 1).toBeLessThan(0.001);
		expect(Math.max(...theirs) / Math.min(...theirs)).toBeGreaterThan(1.01); // some λ would fail
	},
);
