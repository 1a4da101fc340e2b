import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { explanationSchema } from '../schema/explanation.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';

export const explain = {
	description: inDocument(inDocument('What a spec implies before it trains.')),
	routes: {
		'POST /explain': {
			...inDocument({}),
			...inDocument({
				summary: 'What a spec implies before it trains',
				example: { body: smallRun },
			}),
			requestHeaders: {
				'Accept-Language': z
					.string()
					.optional()
					.describe(inDocument('Languages of the messages, best first: en or zh')),
			},
			body: runSpecSchema,
			answer: {
				status: 200,
				content: { 'application/json': explanationSchema },
				headers: ['Content-Language'],
			},
		},
	},
} as const satisfies Resource;
