import type { RealTables } from '../data/realTables.ts';
import { loadDataSet } from '../data/registry.ts';
import type { ResolvedSpec } from '../engine/resolve.ts';
import type { Data } from '../schema/data.ts';
import { keras } from './keras.ts';
import { pytorch } from './pytorch.ts';
import { type ExportTarget, type Refusal, refusals } from './refusals.ts';
import { scikitLearn } from './scikitLearn.ts';
import { type Setting, settingOf } from './setting.ts';

/** A program, or everything of the run that the library cannot express. */
type Exported = { ok: true; filename: string; code: string } | { ok: false; refusals: Refusal[] };

const PROGRAMS: Record<ExportTarget, { filename: string; program: (setting: Setting) => string }> = {
	pytorch: { filename: 'run_pytorch.py', program: pytorch },
	keras: { filename: 'run_keras.py', program: keras },
	'scikit-learn': { filename: 'run_scikit_learn.py', program: scikitLearn },
};

/**
 * A run as a program for another library: data and initial weights written out, the same loss, optimizer,
 * penalty and order of rows. It prints the losses at the epochs that the run records.
 *
 * @param tables where measured data are read from
 */
export async function exportRun(resolved: ResolvedSpec, target: ExportTarget, tables: RealTables): Promise<Exported> {
	const refused = refusals(resolved, target);
	if (refused.length > 0) return { ok: false, refusals: refused };
	const { filename, program } = PROGRAMS[target];
	return {
		ok: true,
		filename,
		code: program(settingOf(resolved, await loadDataSet(writtenData(resolved).data, tables))),
	};
}

/** What of a spec's data a program holds, and how many rows: held-out ones only where early stopping looks at them. */
export function writtenData({ spec: { data, regularizers }, facts }: ResolvedSpec): { data: Data; rows: number } {
	if (regularizers.earlyStopping !== null) return { data, rows: facts.m + facts.heldOutRows };
	return { data: 'test' in data ? { ...data, test: null } : data, rows: facts.m };
}
