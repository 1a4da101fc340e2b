import { LIBRARY_IDS } from '../schema/libraryIds.ts';
import { componentSchemas, type SchemaName } from './schemas.ts';

type Json = Record<string, unknown>;

/** A method of a resource, with everything that a caller may send and expect. */
export interface Operation {
	method: 'get' | 'post' | 'delete';
	path: string;
	summary: string;
	body?: SchemaName | 'object';
	/** An example of the body, which a test sends. */
	example?: unknown;
	/** An example of the address, where the path has other parts to fill in than an id. */
	exampleAddress?: string;
	/** Null for a stream of events. */
	answer: SchemaName | null;
	/** Of a success, 200 unless given. */
	status?: 200 | 202;
	/** Other representations of the same. */
	csv?: true;
	query?: Json[];
	/** Problems beside those that every operation may answer. */
	problems?: number[];
	headers?: readonly string[];
}

const moons = { data: { kind: 'moons', m: 30 }, penalty: { lambda: 0.5 }, training: { epochs: 100 } };
const number = (name: string, description: string, required = false) => ({
	name,
	in: 'query',
	required,
	description,
	schema: { type: 'number' },
});

/** Every operation of the API. */
export const OPERATIONS: readonly Operation[] = [
	{
		method: 'post',
		path: '/runs',
		summary: 'Train a spec, or find its result',
		body: 'RunSpec',
		example: moons,
		answer: 'Run',
		problems: [422],
		headers: ['ETag', 'Link', 'Cache-Status', 'Server-Timing'],
	},
	{
		method: 'get',
		path: '/runs/{id}',
		summary: 'A result, for ever; as CSV its trace',
		answer: 'Run',
		csv: true,
		problems: [404, 406],
	},
	{
		method: 'post',
		path: '/comparisons',
		summary: 'Train up to twelve variants of one spec',
		body: 'ComparisonRequest',
		example: {
			base: moons,
			variants: [{ label: 'half', patch: { penalty: { scaling: 'half' } } }, { label: 'over-2m' }],
		},
		answer: 'Comparison',
		problems: [422],
		headers: ['ETag', 'Link', 'Cache-Status', 'Server-Timing'],
	},
	{
		method: 'get',
		path: '/comparisons/{id}',
		summary: 'A comparison, for ever',
		answer: 'Comparison',
		csv: true,
		problems: [404, 406],
	},
	{
		method: 'post',
		path: '/sweeps',
		summary: 'Begin a grid of runs: every combination of the axes; the same grid is the same sweep',
		body: 'SweepRequest',
		example: { base: moons, axes: { lambda: [0.1, 1], m: [30, 60], seed: [1, 2] } },
		answer: 'SweepStatus',
		status: 202,
		problems: [422],
		headers: ['Location'],
	},
	{
		method: 'get',
		path: '/sweeps/{id}',
		summary: 'How a sweep stands and the results of its cells; as CSV one row a cell',
		answer: 'Sweep',
		csv: true,
		problems: [404, 406],
		headers: ['ETag'],
	},
	{
		method: 'delete',
		path: '/sweeps/{id}',
		summary: 'Stop a sweep: what is trained stays, the same POST goes on',
		answer: 'SweepStatus',
		status: 202,
		problems: [404],
	},
	{
		method: 'get',
		path: '/sweeps/{id}/events',
		summary:
			'Events as they happen: `cell` (a SweepResult; its id numbers the cells that are over), `progress` and `done` (status and cells). Last-Event-ID resumes; 204 once `done` has been seen',
		answer: null,
		query: [number('lastEventId', 'As the header Last-Event-ID, for who cannot send one')],
		problems: [404],
	},
	{
		method: 'get',
		path: '/sweeps/{id}/analysis',
		summary:
			'Best λ of each m, exponent p of λ* ∝ m^p and transfer regret of each scaling, with bootstrap intervals over the seeds that are whole so far',
		answer: 'SweepAnalysis',
		csv: true,
		problems: [404, 406],
		headers: ['ETag'],
	},
	{ method: 'get', path: '/datasets', summary: 'What can be drawn', answer: 'DataSets' },
	{
		method: 'get',
		path: '/datasets/{kind}',
		exampleAddress: '/datasets/moons?m=5',
		summary: 'A data set with its fields in the query',
		answer: 'DataSet',
		csv: true,
		query: [
			number('m', 'Training examples'),
			number('noise', 'Standard deviation of the noise'),
			number('seed', 'Seed'),
		],
		problems: [404, 406, 422],
	},
	{ method: 'get', path: '/experiments', summary: 'The claims of the article, executable', answer: 'Experiments' },
	{
		method: 'get',
		path: '/experiments/{name}',
		exampleAddress: '/experiments/exact-zeros',
		summary: 'The committed result of an experiment',
		answer: 'ExperimentResult',
		csv: true,
		problems: [404, 406],
	},
	{
		method: 'post',
		path: '/experiments/{name}',
		exampleAddress: '/experiments/exact-zeros',
		summary: 'Compute an experiment with these parameters',
		body: 'object',
		example: { lambda: 10 },
		answer: 'ExperimentResult',
		problems: [404, 422],
	},
	{
		method: 'get',
		path: '/convert',
		exampleAddress: '/convert?from=lambda&value=1&m=30',
		summary: 'One strength of the L2 penalty in every library’s spelling',
		answer: 'Conversion',
		csv: true,
		query: [
			{
				name: 'from',
				in: 'query',
				required: true,
				description: 'lambda, or a library',
				schema: { enum: ['lambda', ...LIBRARY_IDS] },
			},
			number('value', 'The number as that library takes it', true),
			number('m', 'Training examples', true),
			number('batchSize', 'B; m when left out'),
			number('learningRate', 'η; with it, timescales are given'),
			number('targetDeviation', 'sd(y), for libraries that scale the targets inside'),
			{
				name: 'loss',
				in: 'query',
				description: 'The data loss that the library trains on',
				schema: { type: 'string' },
			},
			{ name: 'language', in: 'query', description: 'Of caveats and reasons', schema: { enum: ['en', 'zh'] } },
		],
		problems: [406, 422],
	},
	{
		method: 'post',
		path: '/explain',
		summary: 'What a spec implies before it trains',
		body: 'RunSpec',
		example: moons,
		answer: 'Explanation',
		problems: [422],
	},
	{ method: 'get', path: '/limits', summary: 'Every bound of this deployment', answer: 'Limits' },
	{ method: 'get', path: '/health', summary: 'That the Worker answers, and its engine', answer: 'Health' },
];

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (status: number): Json => ({
	description: STATUS[status] ?? 'A problem',
	content: { 'application/problem+json': { schema: reference('Problem') } },
});
const STATUS: Record<number, string> = {
	400: 'The body is not JSON',
	404: 'Nothing is here',
	406: 'No representation that you accept',
	413: 'The body is too large',
	415: 'The body must be JSON',
	422: 'Not a valid request, or more than this deployment allows',
	429: 'Too many requests',
	500: 'Something failed here',
};

/** The API as an OpenAPI 3.1 document, from the schemas that check its requests. */
export function openApiDocument(): Json {
	const paths: Record<string, Json> = {};
	for (const operation of OPERATIONS) {
		paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
	}
	return {
		openapi: '3.1.1',
		info: {
			title: 'lambda-over-2m',
			version: '1.0.0',
			description:
				'Trains small networks with every spelling of the L2 penalty. What is added later may add fields, never change one.',
			license: { name: 'MIT', identifier: 'MIT' },
		},
		servers: [{ url: '/api/v1' }],
		paths,
		components: { schemas: componentSchemas() },
	};
}

function described({
	method,
	path,
	summary,
	body,
	example,
	answer,
	status = 200,
	csv,
	query = [],
	problems = [],
	headers = [],
}: Operation): Json {
	const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' },
	}));
	const statuses = [...(body ? [400, 413, 415] : []), ...problems, 429, 500];
	return {
		operationId: `${method}${path.replace(/[/{}]+(\w)?/g, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`,
		summary,
		...([...inPath, ...query].length > 0 && { parameters: [...inPath, ...query] }),
		...(body && {
			requestBody: {
				required: true,
				content: { 'application/json': { schema: body === 'object' ? { type: 'object' } : reference(body), example } },
			},
		}),
		responses: {
			[status]: {
				description: summary,
				...(headers.length > 0 && {
					headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
				}),
				content: {
					...(answer
						? { 'application/json': { schema: reference(answer) } }
						: { 'text/event-stream': { schema: { type: 'string' } } }),
					...(csv && { 'text/csv': { schema: { type: 'string' } } }),
				},
			},
			...Object.fromEntries(statuses.map((status) => [status, problem(status)])),
		},
	};
}
