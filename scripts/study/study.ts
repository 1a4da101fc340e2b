/**
 * `npm run study [-- --only TEXT] [--first-seed N] [--servers N] [--port P] [--analyse]`: trains the study (`src/study/design.ts`) as
 * sweeps on local servers, one a core unless told otherwise, writes what came out to docs/study/cells.json, analyses
 * that file, and writes docs/study/README.md, src/data/real/study.json and src/study/outcomes.json. It can be stopped and begun again: the servers keep
 * what they have trained in .wrangler/study/. `--only` takes the cases whose name holds that text, and writes nothing to
 * docs; with `--first-seed` it takes 16 other seeds from that one on, and says how their exponent agrees with the
 * committed one. `--analyse` trains nothing.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '../../src/client/client.ts';
import { nameOf, SEEDS, type StudyCase, studyCases } from '../../src/study/design.ts';
import type { CaseTable } from '../../src/study/table.ts';
import { localServer } from '../localServer.ts';
import { sayExponent } from './sayExponent.ts';
import { trainCase } from './trainCase.ts';
import { writeAnalysis, writeCells } from './writeStudy.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		servers: { type: 'string', default: String(availableParallelism()) },
		port: { type: 'string', default: '8790' },
		'first-seed': { type: 'string', default: '1' },
		analyse: { type: 'boolean', default: false },
	},
});
const folder = join(import.meta.dirname, '../../.wrangler/study');
const count = Number(values.servers);
const firstSeed = Number(values['first-seed']);
const isStudy = values.only === '' && firstSeed === SEEDS[0];
const seeds = SEEDS.map((_, i) => firstSeed + i);
const cases = studyCases().filter((each) => nameOf(each).includes(values.only));
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
if (isStudy) await writeAnalysis();

async function trainAll(): Promise<void> {
	await mkdir(folder, { recursive: true });
	await Promise.all(Array.from({ length: count }, (_, server) => serve(server)));
	if (isStudy) await writeCells(await Promise.all(cases.map(readTable)));
}

/** Trains every case of one server; a case stays with its server, which knows its runs. */
async function serve(server: number): Promise<void> {
	const port = Number(values.port) + server;
	const own = studyCases().filter((_, i) => i % count === server);
	const { kill } = await localServer({ port, state: join(folder, `server-${server}-of-${count}`), env });
	try {
		const api = createClient({ baseUrl: `http://localhost:${port}/api/v1`, retries: 20 });
		for (const each of own.filter((given) => cases.some((one) => nameOf(one) === nameOf(given)))) {
			const table = await trainCase(api, each, seeds, (line) => say(`${nameOf(each)}: ${line}`));
			if (firstSeed === SEEDS[0]) await writeFile(fileOf(each), JSON.stringify(table));
			say(firstSeed === SEEDS[0] ? nameOf(each) : await sayExponent(table));
		}
	} finally {
		await kill();
	}
}

async function readTable(given: StudyCase): Promise<CaseTable> {
	return JSON.parse(await readFile(fileOf(given), 'utf8')) as CaseTable; // `serve` wrote it
}

function fileOf(given: StudyCase): string {
	return join(folder, `${nameOf(given).replaceAll(' ', '.')}.json`);
}
