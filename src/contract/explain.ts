import * as z from 'zod';
import { explanationSchema } from '../schema/explanation.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { smallRun } from './examples.ts';
import type { Resource } from './route.ts';

export const explain = {
	description: 'What a spec implies before it trains.',
	routes: {
		'POST /explain': {
			summary: 'What a spec implies before it trains',
			requestHeaders: {
				'Accept-Language': z.string().optional().describe('Languages of the messages, best first: en or zh'),
			},
			body: runSpecSchema,
			answer: {
				status: 200,
				content: { 'application/json': explanationSchema },
				headers: ['Content-Language'],
			},
			example: { body: smallRun },
		},
	},
} as const satisfies Resource;
