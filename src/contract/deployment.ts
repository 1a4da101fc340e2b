import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { healthSchema, indexSchema, limitsSchema } from '../schema/deployment.ts';
import type { Resource } from './route.ts';

export const deployment = {
	description: inDocument(inDocument('What this deployment offers and allows, and whether it answers.')),
	routes: {
		'GET /': {
			...inDocument({}),
			...inDocument({
				summary: 'What there is, and where it is described',
				example: {},
			}),
			answer: { status: 200, content: { 'application/json': indexSchema }, headers: ['Link'] },
		},
		'GET /limits': {
			...inDocument({}),
			...inDocument({
				summary: 'Every bound of this deployment',
				example: {},
			}),
			answer: { status: 200, content: { 'application/json': limitsSchema } },
		},
		'GET /health': {
			...inDocument({}),
			...inDocument({
				summary: 'That the Worker answers, and its engine',
				example: {},
			}),
			answer: { status: 200, content: { 'application/json': healthSchema } },
		},
		'GET /openapi.json': {
			...inDocument({}),
			...inDocument({
				summary: 'The API as an OpenAPI 3.1 document',
				otherwise: { 304: 'If-None-Match names this document' },
				example: {},
			}),
			answer: {
				status: 200,
				content: { 'application/json': z.looseObject({}).describe(inDocument('An OpenAPI 3.1 document')) },
				headers: ['ETag'],
			},
		},
	},
} as const satisfies Resource;
