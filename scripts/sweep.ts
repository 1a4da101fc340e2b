/**
 * `npm run sweep -- grid.json [--url https://…] [--csv]`: runs a grid on a deployment, `npm start` on this machine
 * unless `--url` names another one. Progress goes to standard error; what comes out, the sweep with its analysis as
 * JSON or its cells as CSV, to standard output. Ctrl-C leaves the sweep running: the same command goes on, and
 * `npm run sweep -- --stop ID TOKEN`, which is printed at the beginning, stops it unless others want it.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createClient } from '../src/client/client.ts';
import { ApiError, UnreachableError } from '../src/client/errors.ts';
import { formatInProse } from '../src/numberFormat.ts';
import type { SweepAnalysis } from '../src/schema/analysis.ts';
import type { CellCounts, SweepInput } from '../src/schema/sweep.ts';

const DEFAULT_URL = 'http://localhost:8787';
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		url: { type: 'string', default: DEFAULT_URL },
		csv: { type: 'boolean', default: false },
		stop: { type: 'boolean', default: false },
	},
});
const [file, token] = positionals;
const baseUrl = `${values.url.replace(/\/+$/, '')}/api/v1`;
const api = createClient({ baseUrl });
const say = (line: string) => process.stderr.write(`${line}\n`);

if (!file || (values.stop && !token)) {
	say('usage: npm run sweep -- grid.json [--url https://…] [--csv]');
	say('       npm run sweep -- --stop ID TOKEN [--url https://…]');
	process.exitCode = 1;
} else {
	try {
		if (values.stop && token) await stop(file, token);
		else await run(JSON.parse(await readFile(file, 'utf8')) as SweepInput); // the API checks it
	} catch (error) {
		if (!(error instanceof ApiError || error instanceof UnreachableError)) throw error;
		say(error.message);
		if (error instanceof ApiError && error.problem.fits) say(`would fit: ${JSON.stringify(error.problem.fits)}`);
		process.exitCode = 1;
	}
}

async function run(grid: SweepInput): Promise<void> {
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
	describe(analysis);
	if (values.csv) {
		const table = await fetch(`${baseUrl}/sweeps/${id}`, { headers: { Accept: 'text/csv' } });
		process.stdout.write(await table.text());
	} else process.stdout.write(`${JSON.stringify({ ...sweep, analysis })}\n`);
}

async function stop(id: string, stopToken: string): Promise<void> {
	const { status, interests, cells } = await api.stopSweep(id, stopToken);
	show(cells);
	say(status === 'running' ? `\nit goes on: ${interests} others want it` : `\nit is ${status}`);
}

function show({ total, done, failed, trained }: CellCounts): void {
	const line = `${done + failed} of ${total} cells, ${trained} trained${failed > 0 ? `, ${failed} failed` : ''}`;
	process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

function describe({ scalings }: SweepAnalysis): void {
	const shown = (value: number | null) => (value === null ? '–' : formatInProse(value));
	for (const { scaling, best, exponent } of scalings) {
		for (const { m, lambda, loss } of best) {
			say(`${scaling}, m = ${m}: best λ ${shown(lambda.value)}, test loss ${shown(loss.value)}`);
		}
		if (exponent) say(`${scaling}: λ* ∝ m^${shown(exponent.value)} [${shown(exponent.low)}, ${shown(exponent.high)}]`);
	}
}
