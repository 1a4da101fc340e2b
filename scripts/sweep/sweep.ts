/**
 * `npm run sweep -- grid.json`: runs a grid on a deployment, `npm start` on this machine unless `--url` names another
 * one. Progress goes to standard error, the summary at the end to standard output, everything else to the files that are
 * named. Ctrl-C leaves the sweep running: the same command goes on with it, and `--stop ID TOKEN`, which is printed at the
 * beginning, stops it unless others want it.
 */
import { open, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ApiError, type Client, createClient, UnreachableError } from '../../src/client/index.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import type { CellCounts } from '../../src/schema/sweepAnswers.ts';
import { describeAnalysis } from './describeAnalysis.ts';
import { FileError, readGrid } from './readGrid.ts';

const DEFAULT_URL = 'http://localhost:8787';
const HELP = `npm run sweep -- GRID.json [options]        trains every cell of a grid and sums it up
npm run sweep -- --stop ID TOKEN [--url …]  withdraws from a sweep, which stops unless others want it

GRID.json holds { "base": a spec, "axes": { "lambda": […], "m": […], "scaling": […], "seed": […] } },
as examples/grid.json does; the page /api/sweeps/ of a deployment says what each may be.

  --out FILE   the sweep with its analysis, as JSON
  --csv FILE   its cells, as a table
  --url URL    the deployment; ${DEFAULT_URL} unless given
  --help       this text
`;
/** Lines of progress in a log, which is no terminal. */
const MOST_LINES = 20;
let shown = -1;
const say = (line: string) => process.stderr.write(`${line}\n`);

const { values, positionals } = readArguments();
const baseUrl = `${values.url.replace(/(\/api\/v1)?\/*$/, '')}/api/v1`;
const [first, token] = positionals;
try {
	if (values.help) process.stdout.write(HELP);
	else if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
		refuse(`--url ${values.url}: it begins with http:// or https://`);
	else if (values.stop) {
		if (first && token && positionals.length === 2) await stop(createClient({ baseUrl }), first, token);
		else refuse('--stop takes the id of a sweep and the token that was printed at its beginning');
	} else if (!first) refuse('a file with a grid is needed; --help says more');
	else if (positionals.length > 1)
		refuse(`one file with a grid, and there are ${positionals.length}: ${positionals.join(' ')}`);
	else {
		const grid = (await readGrid(first)) as SweepInput; // the API checks it
		for (const file of [values.out, values.csv]) if (file) await checkWritable(file);
		await run(createClient({ baseUrl }), grid);
	}
} catch (error) {
	if (!(error instanceof ApiError || error instanceof UnreachableError || error instanceof FileError)) throw error;
	refuse(error.message);
	if (error instanceof ApiError && error.problem.fits) say(`would fit: ${JSON.stringify(error.problem.fits)}`);
	if (error instanceof UnreachableError && values.url === DEFAULT_URL) say('npm start serves it there');
}

function readArguments() {
	const options = {
		url: { type: 'string', default: DEFAULT_URL },
		out: { type: 'string' },
		csv: { type: 'string' },
		stop: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	} as const;
	try {
		return parseArgs({ allowPositionals: true, options });
	} catch (error) {
		refuse(`${error instanceof Error ? error.message : error}; --help says what there is`);
		return process.exit();
	}
}

/** One line, and a command that has failed. */
function refuse(line: string): void {
	say(line);
	process.exitCode = 1;
}

/** What cannot be written is said before hours of training. @throws FileError */
async function checkWritable(file: string): Promise<void> {
	try {
		await (await open(file, 'a')).close();
	} catch (error) {
		throw new FileError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
	}
}

async function run(api: Client, grid: SweepInput): Promise<void> {
	const { id, cells, cost, status, stopToken } = await api.startSweep(grid);
	say(`sweep ${id}: ${cells.total} cells, ${cost.gflop} GFLOP`);
	const where = values.url === DEFAULT_URL ? '' : ` --url ${values.url}`;
	if (status === 'running' && stopToken) say(`to stop it: npm run sweep -- --stop ${id} ${stopToken}${where}`);
	for await (const { event, data } of api.sweepEvents(id)) {
		if (event === 'progress') show(data.cells);
		if (event === 'cell' && data.status === 'failed') say(`\n${JSON.stringify(data)}`);
	}
	const [sweep, analysis] = [await api.sweep(id), await api.sweepAnalysis(id)];
	show(sweep.cells);
	say('');
	const diverged = sweep.results.filter((cell) => cell.status === 'diverged').length;
	if (diverged > 0) say(`${diverged} of ${sweep.cells.total} cells diverged`);
	if (values.out) await writeFile(values.out, `${JSON.stringify({ ...sweep, analysis })}\n`);
	if (values.csv) await writeFile(values.csv, await readCells(id));
	process.stdout.write(describeAnalysis(analysis));
}

/** The cells of a sweep as the API writes a table. */
async function readCells(id: string): Promise<string> {
	const answer = await fetch(`${baseUrl}/sweeps/${id}`, { headers: { Accept: 'text/csv' } });
	if (!answer.ok) throw new UnreachableError(answer.url, answer.status);
	return answer.text();
}

async function stop(api: Client, id: string, stopToken: string): Promise<void> {
	const { status, interests, cells } = await api.stopSweep(id, stopToken);
	show(cells);
	say(status === 'running' ? `\nit goes on: ${interests} others want it` : `\nit is ${status}`);
}

function show({ total, done, failed, trained }: CellCounts): void {
	const line = `${done + failed} of ${total} cells, ${trained} trained${failed > 0 ? `, ${failed} failed` : ''}`;
	if (process.stderr.isTTY) {
		process.stderr.write(`\r${line}`);
		return;
	}
	const part = Math.floor((MOST_LINES * (done + failed)) / total);
	if (part === shown) return;
	shown = part;
	say(line);
}
