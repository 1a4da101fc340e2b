/** What the tools of /mcp are, which the Worker answers with. */
import type { APIRoute } from 'astro';
import { listTools } from '../../../src/openapi/tools.ts';

export const GET: APIRoute = () => Response.json(listTools());
