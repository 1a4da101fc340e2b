import * as z from 'zod';
import { healthSchema, indexSchema, limitsSchema } from '../schema/deployment.ts';
import type { Resource } from './route.ts';

export const deployment = {
	description: 'What this deployment offers and allows, and whether it answers.',
	routes: {
		'GET /': {
			summary: 'What there is, and where it is described',
			answer: { status: 200, content: { 'application/json': indexSchema }, headers: ['Link'] },
			example: {},
		},
		'GET /limits': {
			summary: 'Every bound of this deployment',
			answer: { status: 200, content: { 'application/json': limitsSchema } },
			example: {},
		},
		'GET /health': {
			summary: 'That the Worker answers, and its engine',
			answer: { status: 200, content: { 'application/json': healthSchema } },
			example: {},
		},
		'GET /openapi.json': {
			summary: 'The API as an OpenAPI 3.1 document',
			answer: {
				status: 200,
				content: { 'application/json': z.looseObject({}).describe('An OpenAPI 3.1 document') },
				headers: ['ETag'],
			},
			otherwise: { 304: 'If-None-Match names this document' },
			example: {},
		},
	},
} as const satisfies Resource;
