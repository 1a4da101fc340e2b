import { type ResolvedSpec, resolve } from '../../src/engine/resolve.ts';
import { settle } from '../../src/schema/canonical.ts';
import { type Comparison, patchedVariants } from '../../src/schema/comparison.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { comparisonId, isId } from '../../src/schema/identity.ts';
import { locateErrors } from '../../src/schema/locateErrors.ts';
import { TRACE_COLUMNS } from '../../src/schema/run.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { isManifest, isRun } from '../results/genuine.ts';
import { respondToPost } from '../results/respondToPost.ts';
import { comparisonKey, type ResultStore, resultStore, runKey } from '../results/store.ts';
import { traceRows } from '../results/trace.ts';
import { type Answer, describeCache, trainOrFindRun } from '../results/trainOrFindRun.ts';

/** What a store keeps of a comparison; its runs stand under their own ids. */
type Manifest = { label: string; id: string }[];

interface LabelledText {
	label: string;
	/** A run, as it is sent. */
	text: string;
}

/** Trains several variants of one spec, or finds their results. */
export const postComparison: Handler<'POST /comparisons'> = async ({ context, body }) => {
	const start = Date.now();
	const variants = parseVariants(body);
	const runs = variants.map(({ run }) => run);
	const charged = chargeWithinBudget(runs, requestBudget(context.env));
	return respondToPost('comparisons', await compare(variants, resultStore(context), charged), start);
};

/** The result of a comparison, for ever. */
export const getComparison: Handler<'GET /comparisons/{id}'> = async ({ context, params: { id } }) => {
	const runs = isId(id) ? await findRuns(id, resultStore(context)) : null;
	if (!runs) throw new Problem('not-found', `no comparison "${id}" is kept here: POST it to /api/v1/comparisons`);
	const rows = () => runs.flatMap(({ label, text }) => traceRows(text).map((row) => [label, ...row]));
	return jsonOrCsv(context.req.raw, {
		tag: id,
		json: () => writeComparison(id, runs),
		csv: () => writeCsv(['label', ...TRACE_COLUMNS], rows()),
	});
};

/**
 * Every variant as a spec.
 *
 * @throws Problem 422 with all errors of all variants
 */
function parseVariants(comparison: Comparison): { label: string; run: ResolvedSpec }[] {
	const variants = patchedVariants(comparison);
	const labels = variants.map(({ label }) => label);
	const repeated = labels.findIndex((label, index) => labels.indexOf(label) !== index);
	if (repeated >= 0) {
		const message = `"${labels[repeated]}" is the label of another variant too`;
		throw invalidSpec([{ path: `variants.${repeated}.label`, message }]);
	}
	const parsed = variants.map(({ label, input }) => ({ label, input, ...runSpecSchema.safeParse(input) }));
	const errors = parsed.map(({ error, input }) => (error ? fieldErrors(error, input, runSpecSchema) : []));
	const located = locateErrors(comparison, errors);
	if (located.length > 0) throw invalidSpec(located);
	return parsed.flatMap(({ label, data }) => (data ? [{ label, run: resolve(settle(data)) }] : []));
}

/** The results of all variants, each from the store or trained now. */
async function compare(
	variants: readonly { label: string; run: ResolvedSpec }[],
	store: ResultStore,
	charged: number,
): Promise<Answer> {
	const runs: (Answer & LabelledText)[] = [];
	for (const { label, run } of variants) runs.push({ label, ...(await trainOrFindRun(run, store, charged)) });
	const manifest: Manifest = runs.map(({ label, id }) => ({ label, id }));
	const id = await comparisonId(manifest);
	const fromStore =
		runs.every((run) => run.fromStore) &&
		(await store.read(comparisonKey(id), (text) => isManifest(text, id))) !== null;
	if (!fromStore) store.write(comparisonKey(id), JSON.stringify(manifest), charged);
	return { id, text: writeComparison(id, runs), fromStore, cacheStatus: describeCache(fromStore, store) };
}

/** The runs of a comparison from the store, or null when it, or one of them, is not there. */
async function findRuns(id: string, store: ResultStore): Promise<LabelledText[] | null> {
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
function writeComparison(id: string, labelled: readonly LabelledText[]): string {
	const runs = labelled.map(({ label, text }) => `{"label":${JSON.stringify(label)},"run":${text}}`);
	return `{"id":"${id}","runs":[${runs.join(',')}]}`;
}
