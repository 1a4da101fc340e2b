/**
 * Names for what a caller holds: what the routes take and answer, as the contract says. What is sent may be read-only, as
 * rows that are `as const` are.
 */
import type { ApiRoute, BodyInput, JsonAnswer } from '../contract/routes.ts';

export type { ProblemDocument } from '../schema/problemDocument.ts';
export type { CellCounts, SweepResult } from '../schema/sweepAnswers.ts';
export type { TrainingProgress } from '../schema/trainingEvents.ts';

/** A value that is only read: nothing of it needs to be changeable. */
type ReadOnly<Value> = Value extends object ? { readonly [Key in keyof Value]: ReadOnly<Value[Key]> } : Value;
/** The body that a caller sends to a route. */
export type Sent<Key extends ApiRoute> = ReadOnly<BodyInput<Key>>;

/** A spec as it is sent: `data`, and everything else that is not left at its default. */
export type RunSpec = Sent<'POST /runs'>;
/** A result: `id`, `spec` with all its fields, `final`, `trace`, `derived`. */
export type Run = JsonAnswer<'GET /runs/{id}'>;
/** Rows to predict, [n][features]. */
export type Rows = Sent<'POST /runs/{id}/predictions'>['X'];
/** The same, with the names of their columns where they are known. */
export type RowsToPredict = Rows & { readonly columns?: readonly string[] };
/** What a run's network says of rows. */
export type Predictions = JsonAnswer<'POST /runs/{id}/predictions'>;
/** A network: `W` [layer][out][in], `b` [layer][out]. */
export type Weights = JsonAnswer<'GET /runs/{id}/weights'>;
/** A spec and its variants, as they are sent. */
export type ComparisonRequest = Sent<'POST /comparisons'>;
/** The runs of a spec's variants. */
export type Comparison = JsonAnswer<'GET /comparisons/{id}'>;
/** A spec and the axes of a grid, as they are sent. */
export type SweepRequest = Sent<'POST /sweeps'>;
/** How a sweep stands, and its results. */
export type Sweep = JsonAnswer<'GET /sweeps/{id}'>;
/** Best λ for each m, the exponent p of λ* ∝ m^p, and what it costs to move a λ. */
export type SweepAnalysis = JsonAnswer<'GET /sweeps/{id}/analysis'>;
/** What a spec implies before it trains. */
export type Explanation = JsonAnswer<'POST /explain'>;
/** What libraries call the same penalty. */
export type Conversion = JsonAnswer<'GET /convert'>;
/** What decays in code, and its λ. */
export type CodeConversion = JsonAnswer<'POST /convert/code'>;
/** The rows of a data set. */
export type DataSet = JsonAnswer<'GET /datasets/{kind}'>;
/** One of the article's claims, and what it gave. */
export type ExperimentResult = JsonAnswer<'GET /experiments/{name}'>;
/** Every bound of a deployment. */
export type Limits = JsonAnswer<'GET /limits'>;
