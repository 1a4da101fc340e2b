import * as z from 'zod';
import { EXPORT_TARGETS } from '../export/refusals.ts';
import { inDocument } from '../inDocument.ts';
import { TRACE_COLUMNS } from '../schema/measurements.ts';
import { predictionRequestSchema } from '../schema/predictionRequest.ts';
import { predictionsSchema } from '../schema/predictions.ts';
import { runSchema, weightsSchema } from '../schema/run.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { csv } from './csv.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';
import { trainingEvents } from './trainingEvents.ts';

const TRACE_TABLE = csv(`one row an epoch that was recorded: ${TRACE_COLUMNS.join(', ')}`);

/** An answer that is no text. */
const file = (description: string) => z.string().meta({ format: 'binary', description });

const id = z.string().describe(inDocument('Id of the run'));

export const runs = {
	description: inDocument('One training: a spec in, traces and final numbers out.'),
	routes: {
		'POST /runs': {
			...inDocument({
				summary: 'Train a spec, or find its result',
				description:
					'A run that learned nothing is an answer too: `status` says whether it diverged, `final.r2` or `final.confusion` whether it is better than a constant. POST /explain with its spec has the findings that say why, before training as well as after.',
				problems: ['over-budget', 'unavailable'],
				example: { body: smallRun },
			}),
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
		},
		'GET /runs/{id}': {
			...inDocument({
				summary: 'A result, for ever',
				otherwise: { 304: 'If-None-Match names this result' },
				example: {},
			}),
			params: { id },
			answer: {
				status: 200,
				content: {
					'application/json': runSchema,
					'text/csv': TRACE_TABLE,
				},
				headers: ['ETag'],
			},
		},
		'GET /runs/{id}/export': {
			...inDocument({
				summary: 'A run as a program for another library',
				description:
					'Data and initial weights written out, the same loss, optimizer, penalty and order of rows: it prints the losses that the run recorded. What a library cannot express is refused, field by field.',
				otherwise: { 304: 'If-None-Match names this program' },
				problems: ['no-such-form', 'unavailable'],
				example: { query: { target: 'pytorch' } },
			}),
			params: { id },
			query: z.strictObject({
				target: z.enum(EXPORT_TARGETS).describe(inDocument('The library')),
			}),
			answer: {
				status: 200,
				content: {
					'text/x-python': z.string().describe(inDocument('A Python program that needs NumPy and that library')),
				},
				headers: ['ETag', 'Content-Disposition'],
			},
		},
		'GET /runs/{id}/weights': {
			...inDocument({
				summary: 'The network of a run after its last update',
				description:
					'A run that was trained without `output.weights` is trained once more for them, and counts as that run does. The arrays are float32.',
				otherwise: { 304: 'If-None-Match names these weights' },
				problems: ['no-such-form', 'over-budget', 'unavailable'],
				example: {},
			}),
			params: { id },
			query: z.strictObject({
				format: z
					.enum(['json', 'npz', 'safetensors'])
					.optional()
					.describe(inDocument('The form, for callers that cannot send Accept; it goes before that header')),
			}),
			answer: {
				status: 200,
				content: {
					'application/json': weightsSchema,
					'application/x-npz': file(inDocument('What np.load reads: W0, b0, W1, b1 …, each W as [out][in]')),
					'application/x-safetensors': file(
						inDocument(
							'What safetensors.torch.load_file reads: 0.weight, 0.bias …, the state of the program that the run is exported as for PyTorch',
						),
					),
				},
				headers: ['ETag', 'Content-Disposition'],
			},
		},
		'POST /runs/{id}/predictions': {
			...inDocument({
				summary: 'What the network of a run says of new rows',
				description:
					'By the engine that trained it. Rows are in the units of the data that the run was given: who standardized those, standardizes these; `outside` tells of rows that are far from them (as JSON only). Equal rows are computed once. The weights come as with GET /runs/{id}/weights.',
				problems: ['no-such-form', 'over-budget', 'unavailable'],
				example: {
					body: {
						X: [
							[0.5, 0.25],
							[-1, 0.75],
						],
					},
				},
			}),
			params: { id },
			body: predictionRequestSchema,
			csvBody: {
				...inDocument({
					description:
						'One row an example, one column an input (RFC 4180: commas); a first line without a number is a header, or what `header=present` or `header=absent` of the media type says. The order is that of the data; where that has `columns`, a header may name them in any order',
					example: 'x1,x2\n0.5,0.25\n-1,0.75\n',
				}),
			},
			answer: {
				status: 200,
				content: {
					'application/json': predictionsSchema,
					'text/csv': csv(
						'one row an example: prediction, or prediction0, prediction1 … of several classes; then class, but for a regression',
					),
				},
				headers: ['ETag', 'Cache-Status'],
			},
		},
	},
} as const satisfies Resource;
