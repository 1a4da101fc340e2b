/**
 * Where scikit-learn can do what the study does, with linear models, its cross-validation chooses the same λ within a
 * step of the grid, from the same draws. Not where λ makes hardly a difference: on a linear teacher with 632 examples
 * the two choices are five steps apart, and there the study's costs less than a thousandth in scikit-learn's own score.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
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

/** Losses of each problem, [samples][lambdas], by one interpreter. @returns null where no Python here has scikit-learn */
async function crossValidate(problems: readonly object[]): Promise<number[][][] | null> {
	for (const python of ['python3', '/usr/bin/python3']) {
		const answer = await new Promise<number[][][] | null>((resolve, reject) => {
			const child = execFile(python, [join(import.meta.dirname, 'cross_validate.py')], (error, stdout, stderr) => {
				if (!error) resolve(JSON.parse(stdout));
				else if (/ENOENT|No module named/.test(`${error.message}${stderr}`)) resolve(null);
				else reject(new Error(stderr));
			});
			child.stdin?.on('error', () => {}); // an interpreter that ended early says why on stderr
			child.stdin?.end(JSON.stringify(problems));
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

type Choice = (typeof CHOSEN)[number] | (typeof FLAT)[number];

function cellsOf(task: string): CaseCells {
	const given = cells.find((each) => each.task === task && each.model === 'linear' && each.optimizer === 'full-batch');
	if (!given) throw new Error(`the study has no linear model of ${task}`);
	return given;
}

/** The study's own draws, and each of its λ > 0. */
async function problemOf({ task, kind, size }: Choice) {
	const given = cellsOf(task);
	const { base } = sweepOf(given, [1]) as { base: { data: object } };
	const samples = await Promise.all(
		SEEDS.map(async (seed) => {
			const data = dataSchema.parse({ ...base.data, m: TASKS[task].sizes[size], seed });
			return (await loadDataSet(data, host.tables)).train;
		}),
	);
	return { kind, lambdas: given.lambdas.slice(1), samples };
}

let found: Map<Choice, number[][]> | null = null;
beforeAll(async () => {
	const choices = [...CHOSEN, ...FLAT];
	const losses = await crossValidate(await Promise.all(choices.map(problemOf)));
	found = losses && new Map(choices.map((choice, i) => [choice, at(losses, i)]));
}, 240_000);

/** Mean loss at each λ > 0 by scikit-learn's cross-validation, and by the study's validation rows. */
function curvesOf(choice: Choice, skip: (why: string) => never) {
	const losses = (found ?? skip('no Python here has scikit-learn')).get(choice) ?? [];
	const given = cellsOf(choice.task);
	const theirs = given.lambdas.slice(1).map((_, i) => mean(losses.map((bySeed) => bySeed[i] ?? Number.NaN)));
	return { theirs, ours: meanCurve(fromCells(given).validation, choice.size) };
}

const best = (curve: readonly number[]) => curve.indexOf(Math.min(...curve));

test.for(CHOSEN)('cross-validation chooses the study’s λ: $task, size $size', (chosen, { skip }) => {
	const { theirs, ours } = curvesOf(chosen, skip);
	expect(Math.abs(best(theirs) - best(ours))).toBeLessThanOrEqual(1);
});

test.for(FLAT)(
	'where choices differ, cross-validation loses less than 0.1% by the study’s λ: $task, size $size',
	(flat, { skip }) => {
		const { theirs, ours } = curvesOf(flat, skip);
		expect(at(theirs, best(ours)) / Math.min(...theirs) - 1).toBeLessThan(0.001);
		expect(Math.max(...theirs) / Math.min(...theirs)).toBeGreaterThan(1.01); // some λ would fail
	},
);
