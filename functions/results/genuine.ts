import { comparisonId, isId, runId } from '../../src/schema/identity.ts';
import type { Predictions } from '../../src/schema/predictions.ts';
import type { Run } from '../../src/schema/run.ts';

/** Whether a text is the run of that id: whole, of a run's shape, and of the very spec that the id is the hash of. */
export async function isRun(text: string, id: string): Promise<boolean> {
	const run = parseOrNull(text) as Partial<Run> | null; // every field is looked at before it is used
	if (run?.id !== id || !run.spec || !run.engine || !run.trace || !run.final || !run.derived) return false;
	const rows = run.trace.epoch?.length;
	const columns = Object.values(run.trace);
	if (!columns.every((column) => Array.isArray(column) && column.length === rows)) return false;
	return (await runId(run.spec, run.engine.version)) === id;
}

/** Whether a text is the list of labels and run ids that a comparison of that id is the hash of. */
export async function isManifest(text: string, id: string): Promise<boolean> {
	const runs = parseOrNull(text);
	if (!Array.isArray(runs)) return false;
	const entries: unknown[] = runs;
	if (!entries.every(isEntry)) return false;
	return (await comparisonId(entries)) === id;
}

/** Whether a value is one line of a comparison's list. */
function isEntry(value: unknown): value is { label: string; id: string } {
	const entry = value as { label?: unknown; id?: unknown } | null; // both fields are looked at
	return typeof entry?.label === 'string' && typeof entry.id === 'string' && isId(entry.id);
}

/** Whether a text is what that run says of so many rows. */
export function isPrediction(text: string, run: string, rows: number): boolean {
	const said = parseOrNull(text) as Partial<Predictions> | null; // every field is looked at before it is used
	return said?.run === run && said.prediction?.length === rows;
}

/** Whether a text is the result of that experiment with these parameters. */
export function isExperiment(text: string, name: string, parameters: unknown, engine: string): boolean {
	const result = parseOrNull(text) as Record<string, unknown> | null; // every field is looked at before it is used
	return (
		result?.name === name &&
		result.engine === engine &&
		JSON.stringify(result.parameters) === JSON.stringify(parameters) &&
		typeof result.setting === 'object' && // without it the result is older than this field
		typeof result.measured === 'object' &&
		typeof result.figure === 'object'
	);
}

function parseOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
