import { inDocument } from '../inDocument.ts';
import { dataFieldsSchema, kindSchema, rowFieldsOf } from '../schema/dataSet.ts';
import { dataSetListSchema, dataSetSchema } from '../schema/dataSetAnswers.ts';
import { csv } from './csv.ts';
import type { Resource } from './route.ts';

export const dataSets = {
	description: inDocument(inDocument('The data that runs learn from, as rows.')),
	routes: {
		'GET /datasets': {
			...inDocument({}),
			...inDocument({
				summary: 'What can be drawn',
				example: {},
			}),
			answer: { status: 200, content: { 'application/json': dataSetListSchema } },
		},
		'GET /datasets/{kind}': {
			...inDocument({}),
			...inDocument({
				summary: 'A data set, with its fields in the query',
				description:
					'The training rows. A field that is left out has its default; one that the kind does not have is refused.',
				otherwise: { 304: 'If-None-Match names this data set' },
				problems: ['over-budget', 'unavailable'],
				example: { params: { kind: 'moons' }, query: { m: 5 } },
			}),
			params: { kind: kindSchema },
			query: dataFieldsSchema,
			queryOf: ({ kind }) => rowFieldsOf(kindSchema.parse(kind)),
			answer: {
				status: 200,
				content: { 'application/json': dataSetSchema, 'text/csv': csv('one row an example: x1, x2, …, y') },
				headers: ['ETag'],
			},
		},
	},
} as const satisfies Resource;
