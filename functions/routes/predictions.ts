import { at } from '../../src/at.ts';
import type { Body } from '../../src/contract/routes.ts';
import { predictionCost } from '../../src/engine/cost.ts';
import { type ResolvedSpec, resolve } from '../../src/engine/resolve.ts';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { contentId } from '../../src/schema/identity.ts';
import type { Predictions } from '../../src/schema/predictions.ts';
import type { Run } from '../../src/schema/run.ts';
import { choosePreferred } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { Handler, KnowColumns } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { toGflop } from '../quota/gflop.ts';
import { MAX_RESULT_BYTES, refuseSize, requestBudget } from '../results/budget.ts';
import { findOrCompute } from '../results/findOrCompute.ts';
import { findRun } from '../results/findRun.ts';
import { checkWeights, findWeights } from '../results/findWeights.ts';
import { isPrediction } from '../results/genuine.ts';
import { predictionKey, resultStore } from '../results/store.ts';

const FORMS = [{ type: 'application/json' }, { type: 'text/csv' }] as const;

/** What the network of a run says of new rows. */
export const postPredictions: Handler<'POST /runs/{id}/predictions'> = async ({ context, params, body }) => {
	const { type } = choosePreferred(context.req.raw, FORMS);
	const run = JSON.parse(await findRun(context, params.id)) as Run; // it has been verified to be a run
	const resolved = resolve(run.spec);
	const own = columnsOf(run);
	if (body.columns && own) checkNames(body.columns, own);
	checkWidths(body, resolved);
	const X = own ? inOrder(body, own) : body.X;
	checkWeights(run);
	const charged = checkSize(resolved, X.length, requestBudget(context.env));
	const id = await contentId({ predictions: { run: run.id, X } });
	const { text, cacheStatus } = await findOrCompute(context, resultStore(context), {
		key: predictionKey(id),
		id,
		task: { kind: 'prediction', run: run.id, spec: run.spec, weights: await findWeights(context, run), X },
		...charged,
		isGenuine: (kept) => isPrediction(kept, run.id, X.length),
		shrink: () => null,
	});
	const isTable = type === 'text/csv';
	return new Response(isTable ? writeTable(JSON.parse(text)) : text, {
		headers: {
			'Content-Type': isTable ? 'text/csv; charset=utf-8; header=present' : type,
			'Cache-Control': 'no-store', // an answer to a POST
			Vary: 'Accept',
			ETag: isTable ? `"${id}.csv"` : `"${id}"`,
			'Cache-Status': cacheStatus,
		},
	});
};

/** Names of the columns that a run was trained on, where its data had some: how a header of numbers is known as one. */
export const trainedColumns: KnowColumns = async (context, { id = '' }) =>
	columnsOf(JSON.parse(await findRun(context, id)) as Run); // it has been verified to be a run

const columnsOf = ({ spec: { data } }: Run): string[] | undefined =>
	data.kind === 'inline' ? data.columns : undefined;

/** @throws Problem 422 that names the first row of another width than the network's, and for names that are not one a number */
function checkWidths({ X, columns }: Body<'POST /runs/{id}/predictions'>, { widths }: ResolvedSpec): void {
	const features = at(widths, 0);
	if (columns && columns.length !== at(X, 0).length) {
		const message = `has ${columns.length} names, and a row has ${at(X, 0).length} numbers: one each, or leave it out`;
		throw invalidSpec([{ path: 'columns', message }]);
	}
	const odd = X.findIndex((row) => row.length !== features);
	if (odd < 0) return;
	const given = at(X, odd).length;
	const remedy = given === features + 1 ? '; leave out the target, if that is what the last column is' : '';
	const message = `has ${given} number${given === 1 ? '' : 's'}, and the network takes ${features}: one for each column of its data${remedy}`;
	throw invalidSpec([{ path: `X.${odd}`, message }]);
}

/** @throws Problem 422 where the names are not those of the run */
function checkNames(given: readonly string[], own: readonly string[]): void {
	const say = (what: string, names: readonly string[]) => (names.length > 0 ? [`${what} ${list(names)}`] : []);
	const faults = [
		...say('lacks', without(own, given)),
		...say('has, beyond them,', without(given, own)),
		...say('names twice', [...new Set(given.filter((name, at) => given.indexOf(name) !== at))]),
	];
	if (faults.length === 0) return;
	const message = `the run’s data have ${own.length} columns, ${list(own)}, and this ${faults.join(' and ')}: those in any order, or no names`;
	throw invalidSpec([{ path: 'columns', message }]);
}

const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));
const list = (names: readonly string[]) => shorten(names.map((name) => `"${name}"`).join(', '));

/** Rows with their columns in the order of the run's data, where both name them. */
function inOrder({ X, columns }: Body<'POST /runs/{id}/predictions'>, own: readonly string[]): number[][] {
	if (!columns) return X;
	const order = own.map((name) => columns.indexOf(name));
	return X.map((row) => order.map((column) => at(row, column)));
}

/**
 * What predictions of so many rows take.
 *
 * @throws Problem 422 where that is more than one request may take, with how many rows are not
 */
function checkSize(resolved: ResolvedSpec, rows: number, limit: number) {
	const cost = predictionCost(resolved, rows);
	const one = predictionCost(resolved, 1);
	const fewer = `send at most ${Math.floor(Math.min(MAX_RESULT_BYTES / one.resultBytes, limit / one.charged))} rows at once`;
	if (cost.resultBytes > MAX_RESULT_BYTES) refuseSize('the answer', cost.resultBytes, fewer);
	if (cost.charged > limit) {
		const [gflop, allowed] = [toGflop(cost.charged), toGflop(limit)];
		throw new Problem('over-budget', `the rows cost ${gflop} GFLOP, the limit is ${allowed}: ${fewer}`, {
			members: { cost: { gflop }, limit: { gflop: allowed } },
		});
	}
	return cost;
}

/** One row an example: what is predicted, and the class where there are some. */
function writeTable({ prediction, class: classes }: Predictions): string {
	const [first] = prediction;
	const names = Array.isArray(first) ? first.map((_, name) => `prediction${name}`) : ['prediction'];
	const rows = prediction.map((said, row) => [...[said].flat(), ...(classes ? [classes[row] ?? null] : [])]);
	return writeCsv([...names, ...(classes ? ['class'] : [])], rows);
}
