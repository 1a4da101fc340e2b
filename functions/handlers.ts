import type { ApiRoute } from '../src/contract/routes.ts';
import type { Handlers, KnowColumns } from './http/route.ts';
import { getComparison, postComparison } from './routes/comparisons.ts';
import { getConversion, postCode } from './routes/convert.ts';
import { getDataSet, listDataSets } from './routes/datasets.ts';
import { getDocument, getHealth, getIndex, getLimits } from './routes/deployment.ts';
import { getExperiment, listExperiments, postExperiment } from './routes/experiments.ts';
import { explainSpec } from './routes/explain.ts';
import { getExport } from './routes/export.ts';
import { postPredictions, trainedColumns } from './routes/predictions.ts';
import { getRun, postRun } from './routes/runs.ts';
import { deleteSweep, getAnalysis, getSweep, postSweep, streamSweep } from './routes/sweeps.ts';
import { getWeights } from './routes/weights.ts';

/** Who answers which route of the contract. A route without its handler does not compile, nor one without its route. */
export const HANDLERS: Handlers = {
	'POST /runs': postRun,
	'GET /runs/{id}': getRun,
	'GET /runs/{id}/export': getExport,
	'GET /runs/{id}/weights': getWeights,
	'POST /runs/{id}/predictions': postPredictions,
	'POST /comparisons': postComparison,
	'GET /comparisons/{id}': getComparison,
	'POST /sweeps': postSweep,
	'GET /sweeps/{id}': getSweep,
	'DELETE /sweeps/{id}': deleteSweep,
	'GET /sweeps/{id}/events': streamSweep,
	'GET /sweeps/{id}/analysis': getAnalysis,
	'GET /datasets': listDataSets,
	'GET /datasets/{kind}': getDataSet,
	'GET /experiments': listExperiments,
	'GET /experiments/{name}': getExperiment,
	'POST /experiments/{name}': postExperiment,
	'GET /convert': getConversion,
	'POST /convert/code': postCode,
	'POST /explain': explainSpec,
	'GET /': getIndex,
	'GET /limits': getLimits,
	'GET /health': getHealth,
	'GET /openapi.json': getDocument,
};

/** Where tables are taken whose columns are known. */
export const KNOWN_COLUMNS: { readonly [Key in ApiRoute]?: KnowColumns } = {
	'POST /runs/{id}/predictions': trainedColumns,
};
