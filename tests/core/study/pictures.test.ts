/** What figures draw of the study is what the committed cells say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import pictures from '../../../site/precomputed/study.json' with { type: 'json' };
import { type CaseCells, fromCells } from '../../../src/study/cells.ts';
import { nameOf, TASKS } from '../../../src/study/design.ts';
import { type CasePicture, pictureOf } from '../../../src/study/pictures.ts';
import { readStudy } from '../../../src/study/readStudy.ts';
import { RULES } from '../../../src/study/rules.ts';

const PICTURES = pictures as unknown as CasePicture[]; // JSON knows no tuples
const cells = JSON.parse(
	await readFile(join(import.meta.dirname, '../../../docs/study/cells.json'), 'utf8'),
) as CaseCells[]; // `npm run study` wrote it
const { cases } = await readStudy(host.tables);

test.each(['wine relu-16 sgd', 'moons relu-32-32 adamw'])('the picture of %s is that of its cells', (name) => {
	const found = cells.find((each) => nameOf(each) === name);
	const committed = PICTURES.find((each) => nameOf(each) === name);
	expect(found && pictureOf(fromCells(found))).toEqual(committed);
});

test('a move to ten times the data costs what the summary of each case says', () => {
	for (const [i, picture] of PICTURES.entries()) {
		const summary = cases[i];
		expect(nameOf(picture)).toBe(summary && nameOf(summary));
		for (const rule of RULES) {
			const [value, low, high] = picture.tenfold.cost[rule];
			const said = summary?.cost['by-mean'][rule];
			expect(value).toBeCloseTo(said?.value ?? Number.NaN, 3);
			expect(low).toBeCloseTo(said?.low ?? Number.NaN, 3);
			expect(high).toBeCloseTo(said?.high ?? Number.NaN, 3);
		}
		const best = summary?.best ?? [];
		for (const [m, [lambda]] of picture.best.entries()) expect(lambda / (best[m] ?? 0) || 1).toBeCloseTo(1, 2);
	}
});

test('every pair of sizes is a move, and no excess is below 0', () => {
	for (const { task, moves, excess } of PICTURES) {
		const { length } = TASKS[task].sizes;
		expect(moves).toHaveLength((length * (length - 1)) / 2);
		expect(Math.min(...excess.flat().flatMap((cell) => cell ?? []))).toBe(0); // no band either: each resample has a least of its own
		for (const ofSize of excess) expect(ofSize.some((cell) => cell?.[0] === 0 && cell[2] >= 0)).toBe(true);
	}
});
