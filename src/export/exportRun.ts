import type { RunSpec } from '../schema/runSpec.ts';
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
 * @param spec in canonical form
 */
export function exportRun(spec: RunSpec, target: ExportTarget): Exported {
	const refused = refusals(spec, target);
	if (refused.length > 0) return { ok: false, refusals: refused };
	const { filename, program } = PROGRAMS[target];
	return { ok: true, filename, code: program(settingOf(spec)) };
}
