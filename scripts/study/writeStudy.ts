import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseCells, fromCells, toCells } from '../../src/study/cells.ts';
import { outcomesIn } from '../../src/study/outcomes.ts';
import { summarise, valleyOf } from '../../src/study/summary.ts';
import type { CaseTable } from '../../src/study/table.ts';
import { studyPage } from './studyPage.ts';

const root = join(import.meta.dirname, '../..');
/** What was trained, as it is committed: one line a case. */
const CELLS = join(root, 'docs/study/cells.json');
const PAGE = join(root, 'docs/study/README.md');
/** What code reads of it. */
const STUDY = join(root, 'src/data/real/study.json');
const OUTCOMES = join(root, 'src/study/outcomes.json');

/** Writes the tables of all cases. */
export async function writeCells(tables: readonly CaseTable[]): Promise<void> {
	await mkdir(join(CELLS, '..'), { recursive: true });
	await writeFile(CELLS, lines(tables.map(toCells)));
}

/** The tables that are committed. */
async function readCells(): Promise<CaseTable[]> {
	const cells = JSON.parse(await readFile(CELLS, 'utf8')) as CaseCells[]; // `writeCells` wrote them
	return cells.map(fromCells);
}

/** Analyses the committed cells and writes what follows from them. */
export async function writeAnalysis(): Promise<void> {
	const tables = await readCells();
	const summary = tables.map(summarise);
	await writeFile(OUTCOMES, `${JSON.stringify(outcomesIn(summary), null, '\t')}\n`);
	const drawn = tables.filter(({ model, optimizer }) => model === 'relu-32-32' && optimizer === 'sgd');
	await writeFile(STUDY, `{\n"cases": ${lines(summary)},\n"valleys": ${lines(drawn.map(valleyOf))}}\n`);
	await writeFile(PAGE, studyPage(summary));
}

/** JSON of one line an entry, so that a change shows as the entries that changed. */
const lines = (entries: readonly object[]) => `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
