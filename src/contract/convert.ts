import { inDocument } from '../inDocument.ts';
import { codeAnswerSchema } from '../schema/codeAnswer.ts';
import { codeQuerySchema } from '../schema/codeQuery.ts';
import { CONVERSION_COLUMNS } from '../schema/columns.ts';
import { conversionSchema } from '../schema/conversion.ts';
import { convertQuerySchema } from '../schema/convertQuery.ts';
import { LIBRARY_IDS } from '../schema/libraryIds.ts';
import { csv } from './csv.ts';
import type { Resource } from './route.ts';

export const convert = {
	description: inDocument(
		inDocument(
			`How ${LIBRARY_IDS.length} libraries spell one strength of the penalty, from its number or from training code.`,
		),
	),
	routes: {
		'GET /convert': {
			...inDocument({}),
			...inDocument({
				summary: 'One strength of the L2 penalty in every library’s spelling',
				description:
					'With `newM`, the same λ for another number of examples too: what each of three rules makes of it, and what it cost where this project measured it.',
				otherwise: { 304: 'If-None-Match names this conversion' },
				example: { query: { from: 'lambda', value: 1, m: 30, newM: 300 } },
			}),
			query: convertQuerySchema,
			answer: {
				status: 200,
				content: {
					'application/json': conversionSchema,
					'text/csv': csv(`one row a library: ${CONVERSION_COLUMNS.join(', ')}`),
				},
				headers: ['ETag'],
			},
		},
		'POST /convert/code': {
			...inDocument({}),
			...inDocument({
				summary: 'Training code or a configuration: what decays in it, and what that is in every library',
				description:
					'It is parsed, never run. What the code leaves out is listed in `missing`, and may be sent beside it; what was not understood is said with its reason.',
				example: {
					body: {
						code: 'optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)',
						m: 50000,
						batchSize: 128,
					},
				},
			}),
			body: codeQuerySchema,
			textBody: {
				...inDocument({
					description: 'The code itself, without fields beside it',
					example: 'optimizer = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=5e-4)',
				}),
			},
			answer: { status: 200, content: { 'application/json': codeAnswerSchema } },
		},
	},
} as const satisfies Resource;
