import type * as z from 'zod';
import { problemsOf } from '../../src/contract/route.ts';
import type { Operation } from '../../src/contract/routes.ts';
import type { Language } from '../../src/language.ts';
import { componentName, schemaOrReference } from '../../src/openapi/components.ts';
import { operationId, parametersOf } from '../../src/openapi/document.ts';
import type { ProblemName } from '../../src/schema/problems.ts';
import { SUMMARY_IN_CHINESE } from '../text/reference/resourceText.ts';
import { EXAMPLE_LANGUAGES, type ExampleLanguage, exampleAddress, exampleIn, makerOf } from './examples.ts';
import { longExample } from './longExample.ts';
import type { JsonSchema } from './schemaRows.ts';

/** A schema with the name that it has in the OpenAPI document; '' where it has none. */
interface NamedSchema {
	name: string;
	schema: JsonSchema;
}

/** What the page of a resource says of one operation. */
export interface OperationDescription {
	id: string;
	method: string;
	path: string;
	summaryIn: Record<Language, string>;
	description: string;
	/** What the address and the headers of a request may hold, as one object; null where there is nothing. */
	parameters: JsonSchema | null;
	body: NamedSchema | null;
	status: number;
	/** The answer as JSON; null where it is a stream. */
	answer: NamedSchema | null;
	/** Other forms of the answer. */
	otherForms: { mediaType: string; description: string }[];
	headers: readonly string[];
	problems: ProblemName[];
	/** What `Authorization: Bearer …` holds; '' where nothing is asked for. */
	bearer: string;
	/** The example's address below /api/v1, its body, and both as programs. */
	address: string;
	exampleBody: object | undefined;
	examples: { language: ExampleLanguage; label: string; code: string }[];
	/** What makes the result that the example reads: its address below /api/v1 and its body. */
	maker: { address: string; body: object | undefined } | null;
	/** Whether the answer can come as events, line by line. */
	isStreamed: boolean;
	/** A body that trains for seconds, so that there is something to see; null where nothing streams while it trains. */
	longBody: object | null;
}

/** @param origin where the API is deployed */
export async function describeOperation(operation: Operation, origin: string): Promise<OperationDescription> {
	const { method, path, summary, description = '', bearer = '', body, answer, example } = operation;
	const { 'application/json': json, ...others } = answer.content;
	const address = await exampleAddress(operation);
	const maker = makerOf(operation);
	const isStreamed = 'text/event-stream' in answer.content;
	return {
		id: operationId(operation),
		method,
		path,
		summaryIn: { en: summary, zh: SUMMARY_IN_CHINESE[operation.key] },
		description,
		parameters: describeParameters(operation),
		body: body ? nameSchema(body, 'input') : null,
		status: answer.status,
		answer: json ? nameSchema(json, 'output') : null,
		otherForms: Object.entries(others).map(([mediaType, schema]) => ({
			mediaType,
			description: schema.description ?? '',
		})),
		headers: answer.headers ?? [],
		problems: problemsOf(operation),
		bearer,
		address,
		exampleBody: example.body,
		maker: maker && { address: maker.path, body: maker.example.body },
		isStreamed,
		longBody: isStreamed && example.body ? longExample(operation) : null,
		examples: Object.entries(EXAMPLE_LANGUAGES).map(([key, label]) => {
			const language = key as ExampleLanguage; // the keys of that table
			return { language, label, code: exampleIn(language, operation, origin, address) };
		}),
	};
}

function describeParameters(operation: Operation): JsonSchema | null {
	const parameters = parametersOf(operation);
	const token = operation.bearer && {
		Authorization: { type: 'string', description: `Bearer and ${operation.bearer}` },
	};
	if (parameters.length === 0 && !token) return null;
	return {
		type: 'object',
		required: [...parameters.filter(({ required }) => required).map(({ name }) => name), ...Object.keys(token || {})],
		properties: {
			...Object.fromEntries(
				parameters.map(({ name, schema, description = '' }) => [name, { ...(schema as JsonSchema), description }]), // a subset
			),
			...token,
		},
	};
}

function nameSchema(schema: z.ZodType, io: 'input' | 'output'): NamedSchema {
	return { name: componentName(schema) ?? '', schema: schemaOrReference(schema, io) as JsonSchema }; // a subset
}
