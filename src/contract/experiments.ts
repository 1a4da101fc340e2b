import * as z from 'zod';
import { EXPERIMENTS } from '../experiments/registry.ts';
import { inDocument } from '../inDocument.ts';
import { MEASURED_COLUMNS } from '../schema/columns.ts';
import { experimentListSchema, experimentResultSchema } from '../schema/experimentResult.ts';
import { csv } from './csv.ts';
import type { Resource } from './route.ts';

const params = { name: z.enum(EXPERIMENTS.map(({ name }) => name)).describe(inDocument('Name of the experiment')) };

export const experiments = {
	description: inDocument(inDocument('The claims of the article, executable.')),
	routes: {
		'GET /experiments': {
			...inDocument({}),
			...inDocument({
				summary: 'The claims of the article, executable',
				example: {},
			}),
			answer: { status: 200, content: { 'application/json': experimentListSchema } },
		},
		'GET /experiments/{name}': {
			...inDocument({}),
			...inDocument({
				summary: 'The committed result of an experiment, with what was expected and how it came out',
				otherwise: { 304: 'If-None-Match names this result' },
				example: { params: { name: 'exact-zeros' } },
			}),
			params,
			answer: {
				status: 200,
				content: {
					'application/json': experimentResultSchema,
					'text/csv': csv(`one row a number that was measured: ${MEASURED_COLUMNS.join(', ')}`),
				},
				headers: ['ETag'],
			},
		},
		'POST /experiments/{name}': {
			...inDocument({}),
			...inDocument({
				summary: 'Compute an experiment with these parameters',
				problems: ['over-budget', 'unavailable'],
				example: { params: { name: 'exact-zeros' }, body: { lambda: 10 } },
			}),
			params,
			body: z
				.looseObject({})
				.describe(inDocument('Parameters of this experiment by name, all numbers; each has a default')),
			answer: {
				status: 200,
				content: { 'application/json': experimentResultSchema },
				headers: ['ETag', 'Cache-Status'],
			},
		},
	},
} as const satisfies Resource;
