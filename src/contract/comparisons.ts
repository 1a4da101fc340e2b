import * as z from 'zod';
import { comparisonSchema } from '../schema/comparison.ts';
import { comparisonResultSchema } from '../schema/comparisonAnswers.ts';
import { TRACE_COLUMNS } from '../schema/measurements.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';
import { trainingEvents } from './trainingEvents.ts';

const TRACES_TABLE = csv(`one row a variant and epoch that was recorded: label, ${TRACE_COLUMNS.join(', ')}`);

export const comparisons = {
	description: 'Several trainings that differ in what is compared.',
	routes: {
		'POST /comparisons': {
			summary: 'Train up to twelve variants of one spec',
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
			problems: ['over-budget', 'unavailable'],
			example: {
				body: {
					base: smallRun,
					variants: [{ label: 'half', patch: { penalty: { scaling: 'half' } } }, { label: 'over-2m' }],
				},
			},
		},
		'GET /comparisons/{id}': {
			summary: 'A comparison, for ever',
			params: { id: z.string().describe('Id of the comparison') },
			answer: {
				status: 200,
				content: {
					'application/json': comparisonResultSchema,
					'text/csv': TRACES_TABLE,
				},
				headers: ['ETag'],
			},
			otherwise: { 304: 'If-None-Match names this comparison' },
			example: {},
		},
	},
} as const satisfies Resource;
