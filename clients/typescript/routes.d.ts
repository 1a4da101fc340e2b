/**
 * What the routes of the API take and answer, read off its OpenAPI document: in the package this stands where the
 * repository has `src/contract/routes.ts`, which says the same by its schemas. A test holds the two together.
 */
import type { components, paths } from './openapi.js';

type Schemas = components['schemas'];
type Methods = 'get' | 'post' | 'delete';

/** `POST /runs` for every path and method of the document. */
export type ApiRoute = {
	[Path in keyof paths]: {
		[Method in Methods]: paths[Path][Method] extends { responses: object } ? `${Uppercase<Method>} ${Path}` : never;
	}[Methods];
}[keyof paths];

type Operation<Key extends ApiRoute> = Key extends `${infer Method} ${infer Path extends keyof paths & string}`
	? Lowercase<Method> extends infer Name extends Methods
		? paths[Path][Name]
		: never
	: never;

/** The parts of a route's path. */
export type Params<Key extends ApiRoute> =
	Operation<Key> extends { parameters: { path: infer Parts } } ? Parts : Record<never, string>;
/** What a caller sends as the body of a route. */
export type BodyInput<Key extends ApiRoute> =
	Operation<Key> extends {
		requestBody: { content: { 'application/json': infer Body } };
	}
		? Body
		: undefined;
/** What a caller sends as the query of a route. */
export type QueryInput<Key extends ApiRoute> =
	Operation<Key> extends { parameters: { query?: infer Query } } ? Query : undefined;
/** What a route answers as JSON. */
export type JsonAnswer<Key extends ApiRoute> =
	Operation<Key> extends { responses: infer Responses } ? Success<Responses>['application/json'] : never;
/** A route that answers with the events of its trainings where a caller prefers them. */
export type StreamedRoute = 'POST /runs' | 'POST /comparisons';

type Success<Responses> = Responses[Extract<200 | 202, keyof Responses>] extends { content: infer Content }
	? Content & Record<'application/json', unknown>
	: never;

export type ProblemDocument = Schemas['Problem'];
export type SweepResult = Schemas['SweepResult'];
export type SweepStatus = Schemas['Sweep'];
export type CellCounts = SweepStatus['cells'];
/** How a training stands: the data of a `progress` event. */
export interface TrainingProgress {
	/** The variant, in a comparison. */
	label?: string;
	/** Epochs done; begins again at 0, and with it the trace, where a training was lost with its machine. */
	epoch: number;
	/** Epochs of the whole run. */
	epochs: number;
	/** What was recorded since the last event. */
	trace: Schemas['Run']['trace'];
	/** The boundary as it is now, where the spec asks for one; not in every event. */
	boundary?: NonNullable<Schemas['Run']['boundary']>;
}
