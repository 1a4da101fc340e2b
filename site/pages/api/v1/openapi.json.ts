/** The API as an OpenAPI document, which the Worker answers with. */
import type { APIRoute } from 'astro';
import { openApiDocument } from '../../../../src/openapi/document.ts';

export const GET: APIRoute = () => Response.json(openApiDocument());
