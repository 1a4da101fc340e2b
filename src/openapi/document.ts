import type * as z from 'zod';
import { HEADERS, type HeaderName } from '../contract/headers.ts';
import { problemsOf } from '../contract/route.ts';
import { OPERATIONS, type Operation, RESOURCES } from '../contract/routes.ts';
import { problemSchema } from '../schema/problemDocument.ts';
import { PROBLEMS, type ProblemName } from '../schema/problems.ts';
import { componentSchemas, schemaOrReference } from './components.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { API_TITLE, API_VERSION } from './version.ts';

/** The part of an OpenAPI 3.1 document that this API has use for. */
export interface OpenApiDocument {
	openapi: string;
	info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
	servers: { url: string; description: string }[];
	security: [];
	tags: { name: string; description: string }[];
	paths: Record<string, Record<string, OpenApiOperation>>;
	components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> };
}

interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required?: true;
	description?: string;
	explode?: false;
	schema: JsonSchema;
}

interface OpenApiOperation {
	operationId: string;
	tags: string[];
	summary: string;
	description?: string;
	parameters?: Parameter[];
	security?: Record<string, []>[];
	requestBody?: object;
	responses: Record<string, object>;
}

/** The API as an OpenAPI 3.1 document, from the contract that its requests are checked against. */
export function openApiDocument(): OpenApiDocument {
	const paths: OpenApiDocument['paths'] = {};
	for (const operation of OPERATIONS) {
		paths[operation.path] = {
			...paths[operation.path],
			[operation.method.toLowerCase()]: describeOperation(operation),
		};
	}
	return {
		openapi: '3.1.1',
		info: {
			title: API_TITLE,
			version: API_VERSION,
			description:
				'Trains small networks with every spelling of the L2 penalty. What is added later may add fields, never change one.',
			license: { name: 'MIT', identifier: 'MIT' },
		},
		servers: [{ url: '/api/v1', description: 'This deployment' }],
		security: [],
		tags: Object.entries(RESOURCES).map(([name, { description }]) => ({ name, description })),
		paths,
		components: { schemas: componentSchemas(), securitySchemes: describeTokens() },
	};
}

/** The tokens that operations need, each by the name of its operation. */
function describeTokens(): Record<string, object> {
	return Object.fromEntries(
		OPERATIONS.flatMap((operation) =>
			operation.bearer
				? [[operationId(operation), { type: 'http', scheme: 'bearer', description: operation.bearer }]]
				: [],
		),
	);
}

/** A name for a route that no other has: `postRuns`, `getRunsId`. */
export function operationId({ method, path }: Pick<Operation, 'method' | 'path'>): string {
	const words = path === '/' ? ['index'] : path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
	return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** What the address and the headers of a request may hold. */
export function parametersOf({ params = {}, query, requestHeaders = {} }: Operation): Parameter[] {
	return [
		...Object.entries(params).map(([name, schema]) => parameter(name, 'path', schema)),
		...Object.entries(query?.shape ?? {}).map(([name, schema]) => parameter(name, 'query', schema as z.ZodType)), // fields of a schema
		...Object.entries(requestHeaders).map(([name, schema]) => parameter(name, 'header', schema)),
	];
}

function parameter(name: string, place: Parameter['in'], given: z.ZodType): Parameter {
	const { description, ...schema } = schemaOrReference(given, 'input');
	const isRequired = !given.safeParse(undefined).success;
	return {
		name,
		in: place,
		...(isRequired && { required: true }),
		...(description && { description }),
		...(schema.type === 'array' && { explode: false }), // items between commas, not a name for each
		schema,
	};
}

function describeOperation(operation: Operation): OpenApiOperation {
	const {
		resource,
		summary,
		description,
		bearer,
		body,
		csvBody,
		textBody,
		example,
		answer,
		otherwise = {},
	} = operation;
	const parameters = parametersOf(operation);
	return {
		operationId: operationId(operation),
		tags: [resource],
		summary,
		...(description && { description }),
		...(parameters.length > 0 && { parameters }),
		...(bearer && { security: [{ [operationId(operation)]: [] }] }),
		...(body && {
			requestBody: {
				required: true,
				content: {
					'application/json': { schema: schemaOrReference(body, 'input'), example: example.body },
					...(csvBody && {
						'text/csv': {
							schema: { type: 'string', description: csvBody.description },
							example: csvBody.example,
						},
					}),
					...(textBody && {
						'text/plain': {
							schema: { type: 'string', description: textBody.description },
							example: textBody.example,
						},
					}),
				},
			},
		}),
		responses: {
			[answer.status]: {
				description: summary,
				...(answer.headers && { headers: describeHeaders(answer.headers) }),
				content: Object.fromEntries(
					Object.entries(answer.content).map(([type, schema]) => [
						type,
						{ schema: schemaOrReference(schema, 'output') },
					]),
				),
			},
			...Object.fromEntries(Object.entries(otherwise).map(([status, description]) => [status, { description }])),
			...describeProblems(problemsOf(operation)),
		},
	};
}

const describeHeaders = (names: readonly HeaderName[]) =>
	Object.fromEntries(names.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }]));

/** The problems of a route by status; several problems may share one. */
function describeProblems(names: readonly ProblemName[]): Record<string, object> {
	const statuses = [...new Set(names.map((name) => PROBLEMS[name].status))];
	return Object.fromEntries(
		statuses.map((status) => {
			const described = names.filter((name) => PROBLEMS[name].status === status);
			return [
				status,
				{
					description: described.map((name) => `${name}: ${PROBLEMS[name].title}`).join('; '),
					...(status === PROBLEMS['rate-limited'].status && { headers: describeHeaders(['Retry-After']) }),
					content: { 'application/problem+json': { schema: schemaOrReference(problemSchema, 'output') } },
				},
			];
		}),
	);
}
