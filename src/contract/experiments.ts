import * as z from 'zod';
import { EXPERIMENTS } from '../experiments/registry.ts';
import { MEASURED_COLUMNS } from '../schema/columns.ts';
import { experimentListSchema, experimentResultSchema } from '../schema/experimentResult.ts';
import { csv } from './csv.ts';
import type { Resource } from './route.ts';

const params = { name: z.enum(EXPERIMENTS.map(({ name }) => name)).describe('Name of the experiment') };

export const experiments = {
	description: 'The claims of the article, executable.',
	routes: {
		'GET /experiments': {
			summary: 'The claims of the article, executable',
			answer: { status: 200, content: { 'application/json': experimentListSchema } },
			example: {},
		},
		'GET /experiments/{name}': {
			summary: 'The committed result of an experiment',
			params,
			answer: {
				status: 200,
				content: {
					'application/json': experimentResultSchema,
					'text/csv': csv(`one row a number that was measured: ${MEASURED_COLUMNS.join(', ')}`),
				},
				headers: ['ETag'],
			},
			otherwise: { 304: 'If-None-Match names this result' },
			example: { params: { name: 'exact-zeros' } },
		},
		'POST /experiments/{name}': {
			summary: 'Compute an experiment with these parameters',
			params,
			body: z.looseObject({}).describe('Parameters of this experiment by name, all numbers; each has a default'),
			answer: {
				status: 200,
				content: { 'application/json': experimentResultSchema },
				headers: ['ETag', 'Cache-Status'],
			},
			problems: ['over-budget', 'unavailable'],
			example: { params: { name: 'exact-zeros' }, body: { lambda: 10 } },
		},
	},
} as const satisfies Resource;
