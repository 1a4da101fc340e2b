import type { RealTables } from '../data/realTables.ts';
import { loadDataSet } from '../data/registry.ts';
import type { ResolvedSpec } from '../engine/resolve.ts';
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
	return { ok: true, filename, code: program(settingOf(resolved, await loadDataSet(resolved.spec.data, tables))) };
}
