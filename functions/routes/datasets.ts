import { at } from '../../src/at.ts';
import type { JsonAnswer } from '../../src/contract/routes.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { NUMBER_BYTES } from '../../src/engine/cost.ts';
import { type Data, DRAWN_DATA, dataSchema } from '../../src/schema/data.ts';
import { rowFieldsOf } from '../../src/schema/dataSet.ts';
import { dataFacts } from '../../src/schema/dimensions.ts';
import { contentId } from '../../src/schema/identity.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { parseWith } from '../http/parseWith.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { MAX_RESULT_BYTES, refuseSize } from '../results/budget.ts';
import { chargeDrawing } from '../results/chargeDrawing.ts';
import { host } from '../trainers/host.ts';

type DataSets = JsonAnswer<'GET /datasets'>;
type DataSet = JsonAnswer<'GET /datasets/{kind}'>;

/** What can be drawn. */
export const listDataSets: Handler<'GET /datasets'> = () => {
	const answer: DataSets = { datasets: DRAWN_DATA.map(describeKind) };
	return Response.json(answer, { headers: { 'Cache-Control': 'public, max-age=3600' } });
};

/** A kind with the defaults of its fields and its sizes under them. */
function describeKind(kind: DataSet['kind']): DataSets['datasets'][number] {
	const defaults = dataSchema.parse({ kind });
	const { features, classes } = dataFacts(defaults);
	return { kind, features, classes, fields: Object.keys(rowFieldsOf(kind).shape), defaults };
}

/** The training rows of a data set. */
export const getDataSet: Handler<'GET /datasets/{kind}'> = async ({ context, params, query }) => {
	const data = parseWith(dataSchema, { ...params, ...query });
	checkSize(data);
	const load = async (): Promise<DataSet> => {
		await chargeDrawing(context, data);
		const drawn = 'test' in data ? { ...data, test: null } : data; // nobody sees what is held out
		return { kind: params.kind, ...(await loadDataSet(drawn, host.tables)).train };
	};
	return jsonOrCsv(context.req.raw, {
		tag: await contentId(data),
		json: async () => JSON.stringify(await load()),
		csv: async () => writeRows(await load()),
	});
};

/** @throws Problem 422 for a data set that is too large for one answer */
function checkSize(data: Data): void {
	const { m, features } = dataFacts(data);
	const rowBytes = NUMBER_BYTES * (features + 1);
	if (m * rowBytes <= MAX_RESULT_BYTES) return;
	refuseSize('the data set', m * rowBytes, `m ${Math.floor(MAX_RESULT_BYTES / rowBytes)} would fit`);
}

/** One row an example: its features and its target. */
function writeRows({ X, y }: DataSet): string {
	const features = at(X, 0).map((_, feature) => `x${feature + 1}`);
	const rows = X.map((row, i) => [...row, at(y, i)]);
	return writeCsv([...features, 'y'], rows);
}
