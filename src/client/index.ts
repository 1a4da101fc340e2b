/** The client as a package: what `clients/typescript` builds to JavaScript, and nothing that is not meant for callers. */
export type { Client } from './client.ts';
export { createClient } from './client.ts';
export { ApiError, type Problem, UnreachableError } from './errors.ts';
export type { EventOptions, SweepEvent } from './events.ts';
export type { ClientOptions, RequestOptions } from './request.ts';
export { type NamedRows, readCsv, type Table, type TableOptions, type TableRow } from './table.ts';
export type { TrainingEvent } from './trainingEvents.ts';
export type {
	CellCounts,
	CodeConversion,
	Comparison,
	ComparisonRequest,
	Conversion,
	DataSet,
	ExperimentResult,
	Explanation,
	Limits,
	Predictions,
	Rows,
	RowsToPredict,
	Run,
	RunSpec,
	Sweep,
	SweepAnalysis,
	SweepRequest,
	SweepResult,
	TrainingProgress,
	Weights,
} from './types.ts';
