import { resolve } from '../../../src/engine/resolve.ts';
import type { ExportTarget } from '../../../src/export/refusals.ts';
import type { Language } from '../../../src/language.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { Chart } from '../../charts/chart.ts';
import { copyText, PICTURE_SCALE, saveCanvases, saveText } from '../../elements/save.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { CHARTS } from '../../text/lab/labWords.ts';
import { realTables } from '../../training/realTables.ts';
import { fieldLabel } from '../form/fieldLabel.ts';
import { writtenOut } from '../form/writtenOut.ts';
import type { LabStore } from '../state/labStore.ts';
import { lean } from '../state/lean.ts';
import { selectedRun } from '../state/state.ts';
import { describeChart } from '../traces/describeChart.ts';
import type { Trainings } from '../training/trainings.ts';
import { curlOf, typescriptOf } from './requests.ts';
import { tracesCsv } from './tracesCsv.ts';

const PROGRAMS: Record<string, { target: ExportTarget; name: string }> = {
	pytorch: { target: 'pytorch', name: 'PyTorch' },
	keras: { target: 'keras', name: 'Keras' },
	'scikit-learn': { target: 'scikit-learn', name: 'scikit-learn' },
};

/** What a button of the export menu gives: a file, or a text on the clipboard. @returns what to say of it */
export async function exportRuns(
	what: string,
	{ state }: LabStore,
	trainings: Trainings,
	language: Language,
): Promise<string> {
	const text = LAB_TEXT[language];
	const { runs } = trainings;
	const { key, spec: ofLab } = selectedRun(state);
	const spec = writtenOut(ofLab);
	const program = PROGRAMS[what];
	if (program) {
		const { exportRun } = await import('../../../src/export/exportRun.ts');
		const run = runs.find((one) => one.key === key);
		if (!run?.spec) return text.refused;
		const made = await exportRun(resolve(canonical(spec)), program.target, realTables);
		if (!made.ok) {
			return text.exportRefused(
				program.name,
				made.refusals.map(({ path, message }) => text.problem(fieldLabel(path, language), message)).join('; '),
			);
		}
		saveText(made.filename, 'text/x-python', made.code);
		return text.saved(made.filename);
	}
	switch (what) {
		case 'curl':
		case 'typescript': {
			const code = what === 'curl' ? curlOf(location.origin, spec) : typescriptOf(location.origin, spec);
			try {
				await copyText(code);
				return text.copied(what);
			} catch {
				saveText(what === 'curl' ? 'run.sh' : 'run.ts', 'text/plain', code); // the clipboard is not allowed
				return text.saved(what);
			}
		}
		case 'csv':
			saveText('runs.csv', 'text/csv', tracesCsv(runs));
			return text.saved('runs.csv');
		case 'png':
			await saveCharts(
				'runs.png',
				CHARTS.map((chart) => describeChart(chart, trainings, false, language, text.charts[chart])),
			);
			return text.saved('runs.png');
		default: {
			const all = state.runs.map((run) => ({
				key: run.key,
				spec: lean(writtenOut(run.spec)),
				result: runs.find((one) => one.key === run.key)?.result ?? null,
			}));
			saveText('runs.json', 'application/json', `${JSON.stringify({ runs: all }, null, '\t')}\n`);
			return text.saved('runs.json');
		}
	}
}

/** Pixels of a saved chart on the screen. */
const SAVED_WIDTH = 480;

async function saveCharts(name: string, charts: readonly Chart[]): Promise<void> {
	const [{ lookOf }, { paintChart }] = await Promise.all([
		import('../../charts/lookOf.ts'),
		import('../../charts/paintChart.ts'),
	]);
	const look = lookOf(document.body, 0);
	await saveCanvases(
		name,
		charts.map((chart) => paintChart(chart, SAVED_WIDTH, PICTURE_SCALE, look)),
	);
}
