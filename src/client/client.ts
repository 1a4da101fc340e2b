import { methodAndPath } from '../contract/route.ts';
import type { ApiRoute, JsonAnswer, Params, QueryInput, StreamedRoute } from '../contract/routes.ts';
import { type EventOptions, type SweepEvent, sweepEvents } from './events.ts';
import { type ClientOptions, type RequestOptions, request } from './request.ts';
import { type TrainingEvent, trainingEvents } from './trainingEvents.ts';
import type { ComparisonRequest, RowsToPredict, RunSpec, Sent, SweepRequest } from './types.ts';

/** The API, a method a route. Every method throws `ApiError` with the problem document, or `UnreachableError`. */
export interface Client {
	/** Trains a spec, or finds its result. */
	train(body: RunSpec, how?: RequestOptions): Promise<JsonAnswer<'POST /runs'>>;
	run(id: string, how?: RequestOptions): Promise<JsonAnswer<'GET /runs/{id}'>>;
	/** The run as a program for another library, which prints the same losses. */
	exportRun(id: string, target: QueryInput<'GET /runs/{id}/export'>['target'], how?: RequestOptions): Promise<string>;
	/** The network of a run after its last update: `W` [layer][out][in] and `b` [layer][out], float32. */
	weights(id: string, how?: RequestOptions): Promise<JsonAnswer<'GET /runs/{id}/weights'>>;
	/** The same as a file: what `numpy.load` reads, or `safetensors`. */
	weightsFile(id: string, format: 'npz' | 'safetensors', how?: RequestOptions): Promise<Uint8Array<ArrayBuffer>>;
	/**
	 * What the network of a run says of rows, [n][features] in the units of its data: probabilities or values, and classes. The names
	 * of their columns are sent along where the rows have them, as those of `inputs` of a table do.
	 */
	predict(id: string, X: RowsToPredict, how?: RequestOptions): Promise<JsonAnswer<'POST /runs/{id}/predictions'>>;
	/** Trains one to twelve variants of a spec. */
	compare(body: ComparisonRequest, how?: RequestOptions): Promise<JsonAnswer<'POST /comparisons'>>;
	comparison(id: string, how?: RequestOptions): Promise<JsonAnswer<'GET /comparisons/{id}'>>;
	/** As `train`, told while it trains: `for await (const { event, data } of api.trainingEvents(spec))`. */
	trainingEvents(body: RunSpec, how?: RequestOptions): AsyncGenerator<TrainingEvent<'POST /runs'>, void, void>;
	/** As `compare`, told while its variants train; each event of progress has the label of one. */
	comparisonEvents(
		body: ComparisonRequest,
		how?: RequestOptions,
	): AsyncGenerator<TrainingEvent<'POST /comparisons'>, void, void>;
	/** Begins a sweep, or finds the one that is there; `stopToken` of the answer is for `stopSweep`. */
	startSweep(body: SweepRequest, how?: RequestOptions): Promise<JsonAnswer<'POST /sweeps'>>;
	sweep(id: string, how?: RequestOptions): Promise<JsonAnswer<'GET /sweeps/{id}'>>;
	/** Withdraws the interest that has this token: the sweep stops when it was the last. */
	stopSweep(id: string, token: string, how?: RequestOptions): Promise<JsonAnswer<'DELETE /sweeps/{id}'>>;
	/** Best λ for each m, the exponent p of λ* ∝ m^p, and what it costs to move a λ. */
	sweepAnalysis(id: string, how?: RequestOptions): Promise<JsonAnswer<'GET /sweeps/{id}/analysis'>>;
	/** The events of a sweep until it is over; a broken connection is made again. */
	sweepEvents(id: string, how?: EventOptions): AsyncGenerator<SweepEvent, void, void>;
	/** What a spec implies before it trains. */
	explain(body: Sent<'POST /explain'>, how?: RequestOptions): Promise<JsonAnswer<'POST /explain'>>;
	/** What libraries call the same penalty. */
	convert(query: QueryInput<'GET /convert'>, how?: RequestOptions): Promise<JsonAnswer<'GET /convert'>>;
	/** What decays in lines of training code or a configuration, and its λ; nothing of it is run. */
	convertCode(body: Sent<'POST /convert/code'>, how?: RequestOptions): Promise<JsonAnswer<'POST /convert/code'>>;
	/** The rows of a data set: `X` [m][features] and `y` [m]. */
	dataSet(
		kind: Params<'GET /datasets/{kind}'>['kind'],
		query?: QueryInput<'GET /datasets/{kind}'>,
		how?: RequestOptions,
	): Promise<JsonAnswer<'GET /datasets/{kind}'>>;
	/** The article's claims. */
	experiments(how?: RequestOptions): Promise<JsonAnswer<'GET /experiments'>>;
	/** The committed result of one of the article's claims. */
	experiment(name: string, how?: RequestOptions): Promise<JsonAnswer<'GET /experiments/{name}'>>;
	/** The same computed now, with these parameters. */
	runExperiment(
		name: string,
		body: Sent<'POST /experiments/{name}'>,
		how?: RequestOptions,
	): Promise<JsonAnswer<'POST /experiments/{name}'>>;
	/** Every bound of the deployment. */
	limits(how?: RequestOptions): Promise<JsonAnswer<'GET /limits'>>;
}

/** What a call of a route takes, as the contract says. */
interface Given<Key extends ApiRoute> {
	params?: Params<Key>;
	query?: QueryInput<Key>;
	body?: Sent<Key>;
	token?: string;
}

/**
 * The API from TypeScript, in a page, in Node or in a Worker; what methods take and return is the contract's.
 *
 *     const api = createClient({ baseUrl: 'http://localhost:8787' });
 *     const run = await api.train({ data: { kind: 'moons' }, penalty: { lambda: 0.5 } });
 *
 * @throws TypeError without an address, or for one that does not begin as addresses do
 */
export function createClient(given: ClientOptions): Client {
	const options = { ...given, baseUrl: apiAt(given?.baseUrl) };
	const call = <Key extends ApiRoute>(key: Key, given: Given<Key>, how: RequestOptions = {}) => {
		const [path, init] = write(key, given);
		return request<JsonAnswer<Key>>(options, path, init, how); // the contract says what each route answers
	};
	const watch = <Key extends StreamedRoute>(key: Key, given: Given<Key>, how?: RequestOptions) =>
		trainingEvents<Key>(options, ...write(key, given), how);
	return {
		train: (body, how) => call('POST /runs', { body }, how),
		run: (id, how) => call('GET /runs/{id}', { params: { id } }, how),
		exportRun: (id, target, how = {}) => {
			const [path, init] = write('GET /runs/{id}/export', { params: { id }, query: { target } });
			return request(options, path, init, how, (response) => response.text());
		},
		weights: (id, how) => call('GET /runs/{id}/weights', { params: { id } }, how),
		weightsFile: (id, format, how = {}) => {
			const [path, init] = write('GET /runs/{id}/weights', { params: { id }, query: { format } });
			return request(options, path, init, how, async (response) => new Uint8Array(await response.arrayBuffer()));
		},
		predict: (id, X, how) =>
			call(
				'POST /runs/{id}/predictions',
				{ params: { id }, body: { X, ...(X.columns && { columns: X.columns }) } },
				how,
			),
		compare: (body, how) => call('POST /comparisons', { body }, how),
		comparison: (id, how) => call('GET /comparisons/{id}', { params: { id } }, how),
		trainingEvents: (body, how) => watch('POST /runs', { body }, how),
		comparisonEvents: (body, how) => watch('POST /comparisons', { body }, how),
		startSweep: (body, how) => call('POST /sweeps', { body }, how),
		sweep: (id, how) => call('GET /sweeps/{id}', { params: { id } }, how),
		stopSweep: (id, token, how) => call('DELETE /sweeps/{id}', { params: { id }, token }, how),
		sweepAnalysis: (id, how) => call('GET /sweeps/{id}/analysis', { params: { id } }, how),
		sweepEvents: (id, how) => sweepEvents(options, id, how),
		explain: (body, how) => call('POST /explain', { body }, how),
		convert: (query, how) => call('GET /convert', { query }, how),
		convertCode: (body, how) => call('POST /convert/code', { body }, how),
		dataSet: (kind, query = {}, how) => call('GET /datasets/{kind}', { params: { kind }, query }, how),
		experiments: (how) => call('GET /experiments', {}, how),
		experiment: (name, how) => call('GET /experiments/{name}', { params: { name } }, how),
		runExperiment: (name, body, how) => call('POST /experiments/{name}', { params: { name }, body }, how),
		limits: (how) => call('GET /limits', {}, how),
	};
}

/** Where the API is, of a deployment's address with or without it. */
function apiAt(address: string | undefined): string {
	if (typeof address !== 'string') throw new TypeError('baseUrl is needed: the address of a deployment');
	if (!/^(https?:\/\/|\/|$)/.test(address)) {
		throw new TypeError(`baseUrl is '${address}', and begins with http:// or https://`);
	}
	const plain = address.replace(/\/+$/, '');
	return plain.endsWith('/api/v1') ? plain : `${plain}/api/v1`;
}

/** The path and the request of a call. */
function write<Key extends ApiRoute>(key: Key, given: Given<Key>): [path: string, init: RequestInit] {
	const { method, path } = methodAndPath(key);
	const { params = {}, query, body, token } = given;
	const address = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(partOf(params, name)));
	const headers = {
		...(body !== undefined && JSON_BODY),
		...(token !== undefined && { Authorization: `Bearer ${token}` }),
	};
	const sent = { headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
	return [`${address}${query ? writeQuery(query) : ''}`, { method, ...sent }];
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** A query without fields at their default, so that equal questions have one address in a cache. */
function writeQuery(query: object): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== 'full');
	return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

function partOf(params: Readonly<Record<string, string>>, name: string): string {
	const value = params[name];
	if (value === undefined) throw new TypeError(`the path needs ${name}`);
	return value;
}
