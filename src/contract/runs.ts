import * as z from 'zod';
import { EXPORT_TARGETS } from '../export/refusals.ts';
import { TRACE_COLUMNS } from '../schema/measurements.ts';
import { runSchema } from '../schema/run.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';
import { trainingEvents } from './trainingEvents.ts';

const TRACE_TABLE = csv(`one row an epoch that was recorded: ${TRACE_COLUMNS.join(', ')}`);

const id = z.string().describe('Id of the run');

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
			params: { id },
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
		'GET /runs/{id}/export': {
			summary: 'A run as a program for another library',
			description:
				'Data and initial weights written out, the same loss, optimizer, penalty and order of rows: it prints the losses that the run recorded. What a library cannot express is refused, field by field.',
			params: { id },
			query: z.strictObject({
				target: z.enum(EXPORT_TARGETS).describe('The library'),
			}),
			answer: {
				status: 200,
				content: { 'text/x-python': z.string().describe('A Python program that needs NumPy and that library') },
				headers: ['ETag', 'Content-Disposition'],
			},
			otherwise: { 304: 'If-None-Match names this program' },
			problems: ['no-such-form', 'unavailable'],
			example: { query: { target: 'pytorch' } },
		},
	},
} as const satisfies Resource;
