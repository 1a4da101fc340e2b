/** Every loss of the study by m, λ and draw, as `npm run study` committed it: what its analysis reads; each case with the sweep that it is. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import type { CaseCells } from '../../../src/study/cells.ts';
import { sweepOf } from '../../../src/study/design.ts';

export const GET: APIRoute = async () => {
	const cases = JSON.parse(await readFile('docs/study/cells.json', 'utf8')) as CaseCells[]; // `npm run study` wrote it
	const lines = cases.map((one) => JSON.stringify({ ...one, sweep: sweepOf(one, one.lambdas) }));
	return new Response(`[\n${lines.join(',\n')}\n]\n`);
};
