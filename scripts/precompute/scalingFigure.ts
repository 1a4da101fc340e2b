import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { rounded } from '../../src/experiments/rounded.ts';
import { ALL_FIGURE_RUNS } from '../../src/experiments/scalingFigure.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';

interface Precomputed {
	engineVersion: string;
	runs: Record<string, Run>;
}

const FILE = 'site/precomputed/scaling-figure.json';

/**
 * The runs of the start page's figure. A run whose id stands in the file already is kept: an id never
 * changes its result.
 *
 * @param check trains all of them again and writes nothing
 * @returns what differs from the file
 */
export async function precomputeScalingFigure(check: boolean): Promise<string[]> {
	const known = await read();
	const runs: Record<string, Run> = {};
	const changed: string[] = [];
	for (const { key, spec } of ALL_FIGURE_RUNS) {
		const id = await runId(canonical(spec), ENGINE_VERSION);
		const kept = known?.runs[key];
		const run = check || kept?.id !== id ? rounded({ id, ...(await train(canonical(spec))) }) : kept;
		if (JSON.stringify(run) !== JSON.stringify(kept)) changed.push(`${FILE}: ${key}`);
		runs[key] = run;
	}
	if (!check && changed.length > 0) {
		const precomputed: Precomputed = { engineVersion: ENGINE_VERSION, runs };
		await mkdir(dirname(FILE), { recursive: true });
		await writeFile(FILE, `${JSON.stringify(precomputed)}\n`);
	}
	return changed;
}

async function read(): Promise<Precomputed | null> {
	try {
		return JSON.parse(await readFile(FILE, 'utf8')) as Precomputed; // this script wrote it
	} catch {
		return null;
	}
}
