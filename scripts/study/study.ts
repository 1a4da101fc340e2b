/**
 * `npm run study [-- --only TEXT] [--first-seed N] [--others] [--servers N] [--port P] [--analyse]`: trains the study
 * (`src/study/design.ts`) as sweeps on local servers, one a core unless told otherwise, writes what came out to
 * docs/study/cells.json, analyses that file, and writes docs/study/README.md, src/data/real/study.json,
 * src/study/outcomes.json and site/precomputed/study.json. It can be stopped and begun again: the servers keep what they have trained in .wrangler/study/.
 * `--only` takes the cases whose name holds that text, and writes nothing to docs; with `--first-seed` it takes 16 other
 * seeds from that one on, and says how their exponent agrees with the committed one. `--others` does so with the cases of
 * `src/study/otherSeeds.ts`, and writes the exponents to docs/study/otherSeeds.json. `--analyse` trains nothing; with
 * `--others` it writes the exponents of those that have been trained here, all or not.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '../../src/client/client.ts';
import { nameOf, SEEDS, studyCases } from '../../src/study/design.ts';
import { type OtherSeeds, otherSeeds } from '../../src/study/otherSeeds.ts';
import type { CaseTable } from '../../src/study/table.ts';
import { localServer } from '../localServer.ts';
import { sayExponent } from './sayExponent.ts';
import { trainCase } from './trainCase.ts';
import { writeAnalysis, writeCells, writeOtherSeeds } from './writeStudy.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		servers: { type: 'string', default: String(availableParallelism()) },
		port: { type: 'string', default: '8790' },
		'first-seed': { type: 'string', default: '1' },
		others: { type: 'boolean', default: false },
		analyse: { type: 'boolean', default: false },
	},
});
const folder = join(import.meta.dirname, '../../.wrangler/study');
const count = Number(values.servers);
const [OWN_SEED = 1] = SEEDS;
const firstSeed = Number(values['first-seed']);
const isWhole = values.only === '' && firstSeed === OWN_SEED;
/** What is trained: cases and the first of their 16 seeds. */
const wanted: OtherSeeds[] = (
	values.others ? otherSeeds() : studyCases().map((given) => ({ ...given, firstSeed }))
).filter((each) => nameOf(each).includes(values.only));
/** The study is one caller's, who owns the machine. */
const env = {
	SWEEP_LANES: '3',
	SWEEP_TURNS: '3',
	GFLOP_PER_DAY: '1e9',
	CLIENT_GFLOP_PER_DAY: '1e9',
	SWEEP_BUDGET_GFLOP: '1e6',
};
const begun = Date.now();
const say = (line: string) =>
	process.stdout.write(`${((Date.now() - begun) / 60_000).toFixed(1).padStart(6)} min  ${line}\n`);

if (!values.analyse) await trainAll();
if (isWhole && values.others) {
	const tables = await Promise.all(
		wanted.map(async (each) => ({ each, table: await readTable(each).catch(() => null) })),
	);
	await writeOtherSeeds(tables.flatMap(({ each, table }) => (table ? [{ each, table }] : [])));
}
if (isWhole) await writeAnalysis();

async function trainAll(): Promise<void> {
	await mkdir(folder, { recursive: true });
	await Promise.all(Array.from({ length: count }, (_, server) => serve(server)));
	if (isWhole && !values.others) await writeCells(await Promise.all(wanted.map(readTable)));
}

/** Trains every case of one server; a case stays with its server, which knows its runs. */
async function serve(server: number): Promise<void> {
	const port = Number(values.port) + server;
	const names = studyCases().map(nameOf);
	const own = wanted.filter((each) => names.indexOf(nameOf(each)) % count === server);
	const { kill } = await localServer({ port, state: join(folder, `server-${server}-of-${count}`), env });
	try {
		const api = createClient({ baseUrl: `http://localhost:${port}/api/v1`, retries: 20 });
		for (const each of own) {
			const { task, model, optimizer } = each;
			const seeds = SEEDS.map((_, i) => each.firstSeed + i);
			const report = (line: string) => say(`${nameOf(each)}: ${line}`);
			const table = await trainCase(api, { task, model, optimizer }, seeds, report);
			await writeFile(fileOf(each), JSON.stringify(table));
			say(each.firstSeed === OWN_SEED ? nameOf(each) : await sayExponent(table));
		}
	} finally {
		await kill();
	}
}

async function readTable(given: OtherSeeds): Promise<CaseTable> {
	return JSON.parse(await readFile(fileOf(given), 'utf8')) as CaseTable; // `serve` wrote it
}

function fileOf(given: OtherSeeds): string {
	const seeds = given.firstSeed === OWN_SEED ? '' : `.from-${given.firstSeed}`;
	return join(folder, `${nameOf(given).replaceAll(' ', '.')}${seeds}.json`);
}
