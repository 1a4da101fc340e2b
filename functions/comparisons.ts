import type { Hono } from 'hono';
import { type Comparison, comparisonSchema, patchedVariants } from '../src/schema/comparison.ts';
import { fieldErrors } from '../src/schema/fieldErrors.ts';
import { comparisonId, isId } from '../src/schema/identity.ts';
import { TRACE_COLUMNS } from '../src/schema/run.ts';
import type { RunSpec } from '../src/schema/runSpec.ts';
import { csv } from './http/csv.ts';
import { jsonBody } from './http/jsonBody.ts';
import { invalidSpec, Problem } from './http/problem.ts';
import { represent } from './http/representation.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { budget, withinBudget } from './results/budget.ts';
import { isManifest, isRun } from './results/genuine.ts';
import { posted } from './results/posted.ts';
import { comparisonKey, type ResultStore, resultStore, runKey } from './results/store.ts';
import { traceRows } from './results/trace.ts';
import { type Answer, cacheStatus, parseSpec, trainedRun } from './results/trainedRun.ts';

/** What a store keeps of a comparison; its runs stand under their own ids. */
type Manifest = { label: string; id: string }[];

interface LabelledText {
	label: string;
	/** A run, as it is sent. */
	text: string;
}

/** POST /comparisons trains several variants of one spec; GET /comparisons/{id} is the result for ever. */
export function comparisons(app: Hono<AppEnv>): void {
	resource(app, '/comparisons', {
		post: async (context) => {
			const start = Date.now();
			const body = await jsonBody(context.req.raw);
			const parsed = comparisonSchema.safeParse(body);
			if (!parsed.success) throw invalidSpec(fieldErrors(parsed.error, body));
			const variants = parseVariants(parsed.data);
			const specs = variants.map(({ spec }) => spec);
			const charged = withinBudget(specs, budget(context.env));
			return posted('comparisons', await compared(variants, resultStore(context), charged), start);
		},
	});

	resource(app, '/comparisons/:id', {
		get: async (context) => {
			const id = context.req.param('id') ?? '';
			const runs = isId(id) ? await keptRuns(id, resultStore(context)) : null;
			if (!runs) throw new Problem('not-found', `no comparison "${id}" is kept here: POST it to /api/v1/comparisons`);
			const rows = () => runs.flatMap(({ label, text }) => traceRows(text).map((row) => [label, ...row]));
			return represent(context.req.raw, [
				{ type: 'application/json', etag: `"${id}"`, body: () => comparisonText(id, runs) },
				{ type: 'text/csv', etag: `"${id}.csv"`, body: () => csv(['label', ...TRACE_COLUMNS], rows()) },
			]);
		},
	});
}

/**
 * Every variant as a spec.
 *
 * @throws Problem 422 with all errors of all variants
 */
function parseVariants(comparison: Comparison): { label: string; spec: RunSpec }[] {
	const variants = patchedVariants(comparison);
	const labels = variants.map(({ label }) => label);
	const repeated = labels.findIndex((label, index) => labels.indexOf(label) !== index);
	if (repeated >= 0) {
		const message = `"${labels[repeated]}" is the label of another variant too`;
		throw invalidSpec([{ path: `variants.${repeated}.label`, message }]);
	}
	const problems: Problem[] = [];
	const specs = variants.flatMap(({ label, input }, index) => {
		try {
			return [{ label, spec: parseSpec(input, `variants.${index}`) }];
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			problems.push(error);
			return [];
		}
	});
	if (problems.length > 0) throw invalidSpec(problems.flatMap(({ errors }) => errors));
	return specs;
}

/** The results of all variants, each from the store or trained now. */
async function compared(
	variants: readonly { label: string; spec: RunSpec }[],
	store: ResultStore,
	charged: number,
): Promise<Answer> {
	const runs: (Answer & LabelledText)[] = [];
	for (const { label, spec } of variants) runs.push({ label, ...(await trainedRun(spec, store, charged)) });
	const manifest: Manifest = runs.map(({ label, id }) => ({ label, id }));
	const id = await comparisonId(manifest);
	const fromStore =
		runs.every((run) => run.fromStore) &&
		(await store.read(comparisonKey(id), (text) => isManifest(text, id))) !== null;
	if (!fromStore) store.write(comparisonKey(id), JSON.stringify(manifest), charged);
	return { id, text: comparisonText(id, runs), fromStore, cacheStatus: cacheStatus(fromStore, store) };
}

/** The runs of a comparison from the store, or null when it, or one of them, is not there. */
async function keptRuns(id: string, store: ResultStore): Promise<LabelledText[] | null> {
	const manifest = await store.read(comparisonKey(id), (text) => isManifest(text, id));
	if (manifest === null) return null;
	const entries = JSON.parse(manifest) as Manifest; // `isManifest` has looked at it
	const texts = await Promise.all(
		entries.map((entry) => store.read(runKey(entry.id), (text) => isRun(text, entry.id))),
	);
	const runs = entries.flatMap(({ label }, index) => {
		const text = texts[index];
		return text ? [{ label, text }] : [];
	});
	return runs.length === entries.length ? runs : null;
}

/** The document, made of the exact texts of its runs. */
function comparisonText(id: string, labelled: readonly LabelledText[]): string {
	const runs = labelled.map(({ label, text }) => `{"label":${JSON.stringify(label)},"run":${text}}`);
	return `{"id":"${id}","runs":[${runs.join(',')}]}`;
}
