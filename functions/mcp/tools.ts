import * as z from 'zod';
import type { JsonAnswer } from '../../src/contract/routes.ts';
import { schemaOrReference } from '../../src/openapi/components.ts';
import type { JsonSchema } from '../../src/openapi/jsonSchema.ts';
import { standaloneSchema } from '../../src/openapi/standalone.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import { LIBRARY_IDS, type LibraryId } from '../../src/schema/libraryIds.ts';
import { leanComparison, leanRun } from './leanRun.ts';

/** Asks a route of the API as the caller would, by its path from the root. */
export type AskApi = (path: string, init: RequestInit) => Promise<Response>;

/** A tool of the MCP endpoint: one route of the API, in the words of somebody who chooses among tools. */
export interface Tool {
	name: string;
	title: string;
	description: string;
	/** What it takes, made when it is first asked for. */
	input: () => JsonSchema;
	/** The route, below /api/v1. */
	method: 'GET' | 'POST';
	path: string;
	/** Fields of the tool itself, which the route does not take; `pick` is given them. */
	own?: z.ZodObject;
	/** What an assistant needs of the route's answer. @param origin of this deployment @param own as its schema parses it */
	pick: (answer: unknown, origin: string, own: unknown) => object;
}

/** All libraries together are a long answer. */
const chosenSchema = z.object({
	to: z
		.array(z.enum(LIBRARY_IDS))
		.min(1)
		.nullish()
		.describe('Only what these libraries call it: name them, since all together are some 40,000 characters'),
});

/** A run's spec: the one schema of all kinds, which is a third as long as one a kind. The route checks what goes together. */
const specInput = () => standaloneSchema('RunSpecPart', ['data']);

const LEFT_OUT = 'Only `data` is required; everything left out has a default.';

/** The tools. A route's own schema checks what they are called with. */
export const TOOLS: readonly Tool[] = [
	{
		name: 'convert',
		title: 'Convert an L2 strength between libraries',
		description: `What the same L2 penalty (weight decay) is called in ${LIBRARY_IDS.length} machine-learning libraries: λ of λ/2m·‖W‖², PyTorch’s weight_decay, Keras’s l2, scikit-learn’s alpha and C, and others, each with its snippet and caveats; \`exact\` where that was seen by running the library. With \`newM\` also what to use when the number of examples changes.`,
		input: () => {
			const query = schemaOrReference(convertQuerySchema, 'input');
			return { ...query, properties: { ...query.properties, ...z.toJSONSchema(chosenSchema).properties } };
		},
		method: 'GET',
		path: '/convert',
		own: chosenSchema,
		pick: (answer, _, own) => {
			const conversion = answer as JsonAnswer<'GET /convert'>; // as the contract says
			const { to } = own as z.output<typeof chosenSchema>; // so `own` says
			if (!to) return conversion;
			const isChosen = ({ library }: { library: LibraryId }) => to.includes(library);
			return { ...conversion, equivalents: conversion.equivalents.filter(isChosen) };
		},
	},
	{
		name: 'explain',
		title: 'Explain a training before it runs',
		description: `What a spec implies before anything trains: how fast the penalty shrinks a weight, the prior it stands for, and findings (decay that does nothing, dominates or diverges). ${LEFT_OUT}`,
		input: specInput,
		method: 'POST',
		path: '/explain',
		pick: (answer) => answer as JsonAnswer<'POST /explain'>, // as the contract says
	},
	{
		name: 'train',
		title: 'Train a small network',
		description: `Trains a dense network on generated, measured or inline data under an L2, L1 or elastic penalty with SGD, Adam or AdamW, and answers with losses, accuracies and metrics, in milliseconds. The same spec gives the same result under the same id. ${LEFT_OUT}`,
		input: specInput,
		method: 'POST',
		path: '/runs',
		pick: (answer, origin) => leanRun(answer as JsonAnswer<'POST /runs'>, origin), // as the contract says
	},
	{
		name: 'compare',
		title: 'Train variants of one spec',
		description:
			'Trains up to twelve variants of a base spec side by side; each `patch` holds the fields to change (a JSON merge patch of a spec as `train` takes it).',
		input: () => standaloneSchema('ComparisonRequest'),
		method: 'POST',
		path: '/comparisons',
		pick: (answer, origin) => leanComparison(answer as JsonAnswer<'POST /comparisons'>, origin), // as the contract says
	},
];
