import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { comparisonSchema } from '../schema/comparison.ts';
import { comparisonResultSchema } from '../schema/comparisonAnswers.ts';
import { TRACE_COLUMNS } from '../schema/measurements.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';
import { trainingEvents } from './trainingEvents.ts';

const TRACES_TABLE = csv(`one row a variant and epoch that was recorded: label, ${TRACE_COLUMNS.join(', ')}`);

export const comparisons = {
	description: inDocument(inDocument('Several trainings that differ in what is compared.')),
	routes: {
		'POST /comparisons': {
			...inDocument({}),
			...inDocument({
				summary: 'Train up to twelve variants of one spec',
				problems: ['over-budget', 'unavailable'],
				example: {
					body: {
						base: smallRun,
						variants: [{ label: 'half', patch: { penalty: { scaling: 'half' } } }, { label: 'over-2m' }],
					},
				},
			}),
			body: comparisonSchema,
			answer: {
				status: 200,
				content: {
					'application/json': comparisonResultSchema,
					'text/csv': TRACES_TABLE,
					'text/event-stream': trainingEvents('the comparison'),
				},
				headers: ['ETag', 'Link', 'Cache-Status', 'Server-Timing'],
			},
		},
		'GET /comparisons/{id}': {
			...inDocument({}),
			...inDocument({
				summary: 'A comparison, for ever',
				otherwise: { 304: 'If-None-Match names this comparison' },
				example: {},
			}),
			params: { id: z.string().describe(inDocument('Id of the comparison')) },
			answer: {
				status: 200,
				content: {
					'application/json': comparisonResultSchema,
					'text/csv': TRACES_TABLE,
				},
				headers: ['ETag'],
			},
		},
	},
} as const satisfies Resource;
