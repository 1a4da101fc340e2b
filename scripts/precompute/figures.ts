import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { roundRun } from '../../src/experiments/roundRun.ts';
import { ALL_FIGURE_RUNS } from '../../src/experiments/scalingFigure.ts';
import { LIVE_RUNS } from '../../src/experiments/trainingFigure.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { train } from '../nodeHost.ts';

interface Precomputed {
	engineVersion: string;
	runs: Record<string, Run>;
}

interface FigureFile {
	file: string;
	runs: readonly { key: string; spec: RunSpecInput }[];
}

/** Figures that show whole runs, and where their runs are kept. */
export const FIGURES: Readonly<Record<string, FigureFile>> = {
	'scaling-figure': { file: 'site/precomputed/scaling-figure.json', runs: ALL_FIGURE_RUNS },
	'training-figure': { file: 'site/precomputed/training-figure.json', runs: LIVE_RUNS },
};

/**
 * The runs of a figure. A run whose id stands in the file already is kept: an id never
 * changes its result.
 *
 * @param check trains all of them again and writes nothing
 * @returns what differs from the file
 */
export async function precomputeFigure({ file, runs: wanted }: FigureFile, check: boolean): Promise<string[]> {
	const known = await read(file);
	const runs: Record<string, Run> = {};
	const changed: string[] = [];
	for (const { key, spec } of wanted) {
		const id = await runId(canonical(spec), ENGINE_VERSION);
		const kept = known?.runs[key];
		const run = check || kept?.id !== id ? roundRun({ id, ...(await train(canonical(spec))) }) : kept;
		if (JSON.stringify(run) !== JSON.stringify(kept)) changed.push(`${file}: ${key}`);
		runs[key] = run;
	}
	if (!check && changed.length > 0) {
		const precomputed: Precomputed = { engineVersion: ENGINE_VERSION, runs };
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify(precomputed)}\n`);
	}
	return changed;
}

async function read(file: string): Promise<Precomputed | null> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Precomputed; // this script wrote it
	} catch {
		return null;
	}
}
