import { CONVERSION_COLUMNS, conversionSchema } from '../schema/conversion.ts';
import { convertQuerySchema } from '../schema/convertQuery.ts';
import { LIBRARY_IDS } from '../schema/libraryIds.ts';
import { csv } from './csv.ts';
import type { Resource } from './route.ts';

export const convert = {
	description: `How ${LIBRARY_IDS.length} libraries spell one strength of the penalty.`,
	routes: {
		'GET /convert': {
			summary: 'One strength of the L2 penalty in every library’s spelling',
			description:
				'With `newM`, the same λ for another number of examples too: what each of three rules makes of it, and what it cost where this project measured it.',
			query: convertQuerySchema,
			answer: {
				status: 200,
				content: {
					'application/json': conversionSchema,
					'text/csv': csv(`one row a library: ${CONVERSION_COLUMNS.join(', ')}`),
				},
				headers: ['ETag'],
			},
			otherwise: { 304: 'If-None-Match names this conversion' },
			example: { query: { from: 'lambda', value: 1, m: 30, newM: 300 } },
		},
	},
} as const satisfies Resource;
