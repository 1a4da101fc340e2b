import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { sweepAnalysisSchema } from '../schema/analysis.ts';
import { sweepSchema } from '../schema/sweep.ts';
import { sweepBegunSchema, sweepDocumentSchema, sweepWithdrawnSchema } from '../schema/sweepAnswers.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';

const id = z.string().describe(inDocument('Id of the sweep'));
const lastEventId = z.int().min(0).max(999_999_999).optional();

export const sweeps = {
	description: inDocument('A grid of trainings, thousands of them, on Workflows.'),
	routes: {
		'POST /sweeps': {
			...inDocument({
				summary: 'Begin a grid of runs: every combination of the axes',
				description:
					'The same grid is the same sweep. One that was stopped goes on, and failed cells are tried again. `stopToken` withdraws this caller’s interest.',
				problems: ['over-budget', 'unavailable'],
				example: { body: { base: smallRun, axes: { lambda: [0.1, 1], m: [30, 60], seed: [1, 2] } } },
			}),
			body: sweepSchema,
			answer: { status: 202, content: { 'application/json': sweepBegunSchema }, headers: ['Location'] },
		},
		'GET /sweeps/{id}': {
			...inDocument({
				summary: 'How a sweep stands and the results of its cells',
				otherwise: { 304: 'If-None-Match names this state of the sweep' },
				problems: ['unavailable'],
				example: {},
			}),
			params: { id },
			answer: {
				status: 200,
				content: { 'application/json': sweepDocumentSchema, 'text/csv': csv('one row a cell that is over') },
				headers: ['ETag'],
			},
		},
		'DELETE /sweeps/{id}': {
			...inDocument({
				summary: 'Withdraw one’s interest in a sweep',
				description:
					'It stops when nobody who has begun it wants it any more, else it goes on, and `interests` says for how many. Withdrawing again changes nothing, and is answered alike. What is trained stays; the same POST goes on.',
				bearer: '`stopToken` of an answer of POST /sweeps',
				problems: ['unavailable'],
				example: {},
			}),
			params: { id },
			answer: { status: 202, content: { 'application/json': sweepWithdrawnSchema }, headers: ['Location'] },
		},
		'GET /sweeps/{id}/events': {
			...inDocument({
				summary: 'Events of a sweep as they happen',
				description:
					'`cell` holds a cell that is over, as in `results` of the sweep; its id numbers the cells. `progress` and `done` hold `status` and `cells` of the sweep. Last-Event-ID resumes.',
				otherwise: { 204: 'The sweep is over, and `done` has been seen' },
				problems: ['unavailable'],
				example: {},
			}),
			params: { id },
			// Libraries for event streams send this field empty at first, and fields of their own beside it.
			query: z.object({
				lastEventId: lastEventId
					.catch(undefined)
					.describe(
						inDocument(
							'As the header Last-Event-ID, for callers that cannot send headers; anything but a number is ignored',
						),
					),
			}),
			requestHeaders: { 'Last-Event-ID': lastEventId.describe(inDocument('Number of the last cell that is known')) },
			answer: {
				status: 200,
				content: { 'text/event-stream': z.string().describe(inDocument('Server-sent events (WHATWG HTML)')) },
			},
		},
		'GET /sweeps/{id}/analysis': {
			...inDocument({
				summary: 'What the results of a sweep say in numbers',
				description:
					'Best λ of each m, exponent p of λ* ∝ m^p and transfer regret of each scaling, with bootstrap intervals over the seeds that are whole so far. While a sweep runs it may be ten seconds old.',
				otherwise: { 304: 'If-None-Match names this state of the analysis' },
				problems: ['unavailable'],
				example: {},
			}),
			params: { id },
			answer: {
				status: 200,
				content: { 'application/json': sweepAnalysisSchema, 'text/csv': csv('one row a number') },
				headers: ['ETag'],
			},
		},
	},
} as const satisfies Resource;
