import type { Conversion } from '../convert/convert.ts';
import type { ExperimentResult } from '../experiments/experiment.ts';
import type { FindingCode, Severity } from '../explain/finding.ts';
import type { Analysis } from '../schema/analysis.ts';
import type { ComparisonInput } from '../schema/comparison.ts';
import type { ConvertQueryInput } from '../schema/convertQuery.ts';
import type { Derived, Run } from '../schema/run.ts';
import type { RunSpecInput } from '../schema/runSpec.ts';
import type { SweepDocument, SweepInput, SweepStatus } from '../schema/sweep.ts';
import { type EventOptions, sweepEvents } from './events.ts';
import { type ClientOptions, type RequestOptions, request } from './request.ts';

/** What the API answers to POST /comparisons. */
export interface ComparisonResult {
	id: string;
	runs: { label: string; run: Run }[];
}

/** What the API answers to POST /explain. */
export interface Explanation {
	derived: Derived;
	findings: { code: FindingCode; severity: Severity; message: string; value: number }[];
}

/** What the API answers to GET /sweeps/{id}/analysis. */
export type SweepAnalysis = Analysis & Pick<SweepStatus, 'id' | 'status'>;

/**
 * The API from TypeScript, in a page, in Node or in a Worker.
 *
 *     const api = createClient({ baseUrl: 'http://localhost:8787/api/v1' });
 *     const run = await api.train({ data: { kind: 'moons' }, penalty: { lambda: 0.5 } });
 *
 * Every method throws `ApiError` with the problem document, or `UnreachableError`.
 */
export function createClient(options: ClientOptions) {
	const get = <T>(path: string, how: RequestOptions = {}) => request<T>(options, path, { method: 'GET' }, how);
	const post = <T>(path: string, body: unknown, how: RequestOptions = {}) =>
		request<T>(
			options,
			path,
			{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
			how,
		);
	return {
		train: (spec: RunSpecInput, how?: RequestOptions) => post<Run>('/runs', spec, how),
		run: (id: string, how?: RequestOptions) => get<Run>(`/runs/${encodeURIComponent(id)}`, how),
		compare: (comparison: ComparisonInput, how?: RequestOptions) =>
			post<ComparisonResult>('/comparisons', comparison, how),
		/** Begins a sweep, or finds the one that is there. */
		startSweep: (sweep: SweepInput, how?: RequestOptions) => post<SweepStatus>('/sweeps', sweep, how),
		sweep: (id: string, how?: RequestOptions) => get<SweepDocument>(`/sweeps/${encodeURIComponent(id)}`, how),
		stopSweep: (id: string, how: RequestOptions = {}) =>
			request<SweepStatus>(options, `/sweeps/${encodeURIComponent(id)}`, { method: 'DELETE' }, how),
		sweepAnalysis: (id: string, how?: RequestOptions) =>
			get<SweepAnalysis>(`/sweeps/${encodeURIComponent(id)}/analysis`, how),
		/** The events of a sweep until it is over; a broken connection is made again. */
		sweepEvents: (id: string, how?: EventOptions) => sweepEvents(options, id, how),
		explain: (spec: RunSpecInput, how?: RequestOptions) => post<Explanation>('/explain', spec, how),
		experiment: (name: string, how?: RequestOptions) =>
			get<ExperimentResult>(`/experiments/${encodeURIComponent(name)}`, how),
		runExperiment: (name: string, parameters: object, how?: RequestOptions) =>
			post<ExperimentResult>(`/experiments/${encodeURIComponent(name)}`, parameters, how),
		convert: (query: ConvertQueryInput, how?: RequestOptions) => {
			const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== 'full');
			return get<Conversion>(
				`/convert?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`,
				how,
			);
		},
	};
}
