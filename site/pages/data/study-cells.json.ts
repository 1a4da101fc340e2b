/** Every loss of the study by m, λ and draw, as `npm run study` committed it: what its analysis reads. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';

export const GET: APIRoute = async () => new Response(await readFile('docs/study/cells.json', 'utf8'));
