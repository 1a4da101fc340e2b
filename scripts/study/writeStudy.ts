import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pointExponent } from '../../src/study/analyse.ts';
import { type CaseCells, fromCells, toCells } from '../../src/study/cells.ts';
import { mediansIn } from '../../src/study/medians.ts';
import type { OtherExponent, OtherSeeds } from '../../src/study/otherSeeds.ts';
import { outcomesIn } from '../../src/study/outcomes.ts';
import { pictureOf } from '../../src/study/pictures.ts';
import { eachRule } from '../../src/study/rules.ts';
import { digits, round, summarise, valleyOf } from '../../src/study/summary.ts';
import type { CaseTable } from '../../src/study/table.ts';
import { taskCosts } from '../../src/study/taskCosts.ts';
import { studyPage } from './studyPage.ts';

const root = join(import.meta.dirname, '../..');
/** What was trained, as it is committed: one line a case. */
const CELLS = join(root, 'docs/study/cells.json');
/** p of cases that were trained on other seeds: one line a case. */
const OTHERS = join(root, 'docs/study/otherSeeds.json');
const PAGE = join(root, 'docs/study/README.md');
/** What code reads of it. */
const STUDY = join(root, 'src/data/real/study.json');
const OUTCOMES = join(root, 'src/study/outcomes.json');
/** What figures draw of it. */
const PICTURES = join(root, 'site/precomputed/study.json');

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
	const tasks = taskCosts(tables).map((each) => ({ ...each, cost: eachRule((rule) => round(each.cost[rule])) }));
	await writeFile(
		STUDY,
		`{\n"cases": ${lines(summary)},\n"medians": ${JSON.stringify(mediansIn(summary))},\n"tasks": ${lines(tasks)},\n"valleys": ${lines(drawn.map(valleyOf))}}\n`,
	);
	await writeFile(PICTURES, lines(tables.map(pictureOf)));
	const others = JSON.parse(await readFile(OTHERS, 'utf8')) as OtherExponent[]; // `writeOtherSeeds` wrote it
	await writeFile(PAGE, studyPage(summary, others));
}

/** JSON of one line an entry, so that a change shows as the entries that changed. */
const lines = (entries: readonly object[]) => `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;

/** Writes the exponents of cases that were trained on other seeds. */
export async function writeOtherSeeds(trained: readonly { each: OtherSeeds; table: CaseTable }[]): Promise<void> {
	const found = trained.map(({ each, table }): OtherExponent => {
		const p = pointExponent(table);
		return { ...each, p: p && digits(p) };
	});
	await writeFile(OTHERS, lines(found));
}
