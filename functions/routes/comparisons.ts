import type { Context } from 'hono';
import type { JsonAnswer } from '../../src/contract/routes.ts';
import { type ResolvedSpec, resolve } from '../../src/engine/resolve.ts';
import { BOUNDS } from '../../src/schema/bounds.ts';
import { settle } from '../../src/schema/canonical.ts';
import { type Comparison, patchedVariants } from '../../src/schema/comparison.ts';
import { listErrors, nameErrors } from '../../src/schema/fieldErrors.ts';
import { comparisonId, isId } from '../../src/schema/identity.ts';
import { locateErrors } from '../../src/schema/locateErrors.ts';
import { TRACE_COLUMNS } from '../../src/schema/measurements.ts';
import { type Json, mergePatch, patchBetween } from '../../src/schema/mergePatch.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { type RunSpec, runSpecSchema } from '../../src/schema/runSpec.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { AppEnv, Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeTo, resultFlop } from '../quota/chargeDay.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { type Answer, describeCache, findOrCompute } from '../results/findOrCompute.ts';
import { isManifest, isRun } from '../results/genuine.ts';
import { respondToPost } from '../results/respondToPost.ts';
import type { ResultStore } from '../results/resultStore.ts';
import { comparisonKey, resultStore, runKey } from '../results/store.ts';
import { traceRows } from '../results/trace.ts';
import { wantRun } from '../results/wantRun.ts';
import type { Listener } from '../trainers/sharedTraining.ts';

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
	chargeWithinBudget(runs, requestBudget(context.env), (shrink) => shrinkVariants(body, runs, shrink));
	return respondToPost(context, {
		resource: 'comparisons',
		answer: (listener) => compare(context, variants, listener),
		csv: (text) => writeTraces(readComparison(text)),
		start,
	});
};

/** The result of a comparison, for ever. */
export const getComparison: Handler<'GET /comparisons/{id}'> = async ({ context, params: { id } }) => {
	const runs = isId(id) ? await findRuns(id, resultStore(context)) : null;
	if (!runs) throw new Problem('not-found', `no comparison "${id}" is kept here: POST it to /api/v1/comparisons`);
	return jsonOrCsv(context.req.raw, {
		tag: id,
		json: () => writeComparison(id, runs),
		csv: () => writeTraces(runs),
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
	const parsed = variants.map(({ label, input }) => ({ label, input, ...parseBounded(runSpecSchema, input) }));
	const named = parsed.map(({ error, input }) =>
		error ? nameErrors(error, input, runSpecSchema) : { errors: [], unnamed: 0 },
	);
	const errors = locateErrors(
		comparison,
		named.map((each) => each.errors),
	);
	// What is wrong in the base is so in every variant, and is one error.
	const unnamed = Math.max(...named.map((each) => each.unnamed));
	if (errors.length > 0) throw invalidSpec(listErrors({ errors, unnamed }));
	return parsed.flatMap(({ label, data }) => (data ? [{ label, run: resolve(settle(data)) }] : []));
}

/** The comparison with each variant's run made smaller, by more in its patch; null where one cannot be. */
function shrinkVariants(
	{ base, variants }: Comparison,
	runs: readonly ResolvedSpec[],
	shrink: (spec: RunSpec) => RunSpec | null,
): Comparison | null {
	const smaller = runs.flatMap(({ spec }) => {
		const shrunk = shrink(spec);
		return shrunk ? [patchBetween(spec as unknown as Json, shrunk as unknown as Json)] : []; // a spec is JSON
	});
	if (smaller.length < runs.length) return null;
	const comparison = {
		base,
		variants: variants.map(({ label, patch }, i) => ({
			label,
			patch: mergePatch(patch, smaller[i] ?? {}),
		})) as Comparison['variants'], // patches of specs
	};
	return JSON.stringify(comparison).length <= BOUNDS.body ? comparison : null; // each patch may hold data of its own
}

/** The results of all variants, each found or trained, side by side where they are not trained here. */
async function compare(
	context: Context<AppEnv>,
	variants: readonly { label: string; run: ResolvedSpec }[],
	listener?: Listener,
): Promise<Answer> {
	const store = resultStore(context);
	const runs = await Promise.all(
		variants.map(async ({ label, run }) => {
			const tell: Listener | undefined =
				listener && ((news) => listener(`{"label":${JSON.stringify(label)},${news.slice(1)}`));
			// Each with a store of its own, which says of one run how it was read.
			return {
				label,
				...(await findOrCompute(
					context,
					resultStore(context),
					{ ...(await wantRun(run)), parts: variants.length },
					tell,
				)),
			};
		}),
	);
	const manifest: Manifest = runs.map(({ label, id }) => ({ label, id }));
	const id = await comparisonId(manifest);
	const text = writeComparison(id, runs);
	const isKnown =
		runs.every((run) => run.isKnown) && (await store.find(comparisonKey(id), (kept) => isManifest(kept, id))) !== null;
	if (!isKnown)
		await store.keep(comparisonKey(id), JSON.stringify(manifest), await chargeTo(context, resultFlop(context.env)));
	return { id, text, isKnown, cacheStatus: describeCache(isKnown, store) };
}

/** The runs of a comparison from the store, or null when it, or one of them, is not there. */
async function findRuns(id: string, store: ResultStore): Promise<LabelledText[] | null> {
	const manifest = await store.find(comparisonKey(id), (text) => isManifest(text, id));
	if (manifest === null) return null;
	const entries = JSON.parse(manifest) as Manifest; // `isManifest` has looked at it
	const texts = await Promise.all(
		entries.map((entry) => store.find(runKey(entry.id), (text) => isRun(text, entry.id))),
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

/** The runs of a document that `writeComparison` made. */
const readComparison = (text: string): LabelledText[] =>
	(JSON.parse(text) as JsonAnswer<'POST /comparisons'>).runs.map(({ label, run }) => ({
		label,
		text: JSON.stringify(run),
	}));

/** The traces of all runs in one table. */
const writeTraces = (runs: readonly LabelledText[]) =>
	writeCsv(
		['label', ...TRACE_COLUMNS],
		runs.flatMap(({ label, text }) => traceRows(text).map((row) => [label, ...row])),
	);
