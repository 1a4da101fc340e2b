import * as z from 'zod';
import { runSchema, TRACE_COLUMNS } from '../schema/run.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';
import { trainingEvents } from './trainingEvents.ts';

const TRACE_TABLE = csv(`one row an epoch that was recorded: ${TRACE_COLUMNS.join(', ')}`);

export const runs = {
	description: 'One training: a spec in, traces and final numbers out.',
	routes: {
		'POST /runs': {
			summary: 'Train a spec, or find its result',
			body: runSpecSchema,
			answer: {
				status: 200,
				content: {
					'application/json': runSchema,
					'text/csv': TRACE_TABLE,
					'text/event-stream': trainingEvents('the run'),
				},
				headers: ['ETag', 'Link', 'Cache-Status', 'Server-Timing'],
			},
			problems: ['over-budget', 'unavailable'],
			example: { body: smallRun },
		},
		'GET /runs/{id}': {
			summary: 'A result, for ever',
			params: { id: z.string().describe('Id of the run') },
			answer: {
				status: 200,
				content: {
					'application/json': runSchema,
					'text/csv': TRACE_TABLE,
				},
				headers: ['ETag'],
			},
			otherwise: { 304: 'If-None-Match names this result' },
			example: {},
		},
	},
} as const satisfies Resource;
