/**
 * `npm run precompute`: trains every run that a page shows without a click and writes the results
 * to `site/precomputed/`. A run whose id stands in the file already is kept: an id never changes
 * its result. `--check` trains all of them again and compares instead of writing.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadKernel } from '../src/engine/fused/kernelInstance.ts';
import { train } from '../src/engine/train.ts';
import { ENGINE_VERSION } from '../src/engine/version.ts';
import { rounded } from '../src/experiments/rounded.ts';
import { ALL_FIGURE_RUNS } from '../src/experiments/scalingFigure.ts';
import { canonical } from '../src/schema/canonical.ts';
import { runId } from '../src/schema/identity.ts';
import type { Run } from '../src/schema/run.ts';

interface Precomputed {
	engineVersion: string;
	runs: Record<string, Run>;
}

const folder = 'site/precomputed';
const file = `${folder}/scaling-figure.json`;
const check = process.argv.includes('--check');

loadKernel(await WebAssembly.compile(await readFile('build/kernel.wasm')));
const known = await read();
const runs: Record<string, Run> = {};
const changed: string[] = [];
for (const [index, { key, spec }] of ALL_FIGURE_RUNS.entries()) {
	const id = await runId(canonical(spec), ENGINE_VERSION);
	const kept = known?.runs[key];
	const fresh = check || kept?.id !== id;
	process.stdout.write(`[${index + 1}/${ALL_FIGURE_RUNS.length}] ${key} ${fresh ? 'trains' : 'is known'}\n`);
	const run = fresh || !kept ? rounded({ id, ...(await train(canonical(spec))) }) : kept;
	if (JSON.stringify(run) !== JSON.stringify(kept)) changed.push(key);
	runs[key] = run;
}

if (!check) {
	await mkdir(folder, { recursive: true });
	const precomputed: Precomputed = { engineVersion: ENGINE_VERSION, runs };
	await writeFile(file, `${JSON.stringify(precomputed)}\n`);
	process.stdout.write(`${file}: ${changed.length} of ${ALL_FIGURE_RUNS.length} runs are new\n`);
} else if (changed.length > 0) {
	process.stderr.write(
		`${file} differs from what the engine computes now: ${changed.join(', ')}. Run npm run precompute.\n`,
	);
	process.exitCode = 1;
} else {
	process.stdout.write(`${file} is what the engine computes now\n`);
}

async function read(): Promise<Precomputed | null> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Precomputed; // this script wrote it
	} catch {
		return null;
	}
}
