import { resolve } from '../../src/engine/resolve.ts';
import { exportRun, writtenData } from '../../src/export/exportRun.ts';
import { refusals } from '../../src/export/refusals.ts';
import { contentId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import { answerKnown } from '../http/negotiate.ts';
import { Problem } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { chargeDrawing } from '../results/chargeDrawing.ts';
import { findRun } from '../results/findRun.ts';
import { host } from '../trainers/host.ts';

/** A run as a program for another library. */
export const getExport: Handler<'GET /runs/{id}/export'> = async ({ context, params: { id }, query: { target } }) => {
	const { spec } = JSON.parse(await findRun(context, id)) as Run; // it has been verified to be a run
	const run = resolve(spec);
	const refused = refusals(run, target);
	if (refused.length > 0) {
		const detail = `${target} cannot express ${refused.map(({ path, message }) => `${path}: ${message}`).join('; ')}`;
		throw new Problem('no-such-form', detail, { errors: refused });
	}
	const { data, rows } = writtenData(run);
	await chargeDrawing(context, data, rows);
	const exported = await exportRun(run, target, host.tables);
	if (!exported.ok) throw new Error(`a run was refused that ${target} can express`);
	const { code, filename } = exported;
	return answerKnown(context.req.raw, {
		tag: await contentId({ code }),
		body: code,
		headers: {
			'Content-Type': 'text/x-python; charset=utf-8',
			'Content-Disposition': `attachment; filename="${filename}"`,
			// The run stays what it is; the program may be written better one day.
			'Cache-Control': 'public, max-age=3600',
		},
	});
};
