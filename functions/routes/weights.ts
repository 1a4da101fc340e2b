import { weightsNpz, weightsSafetensors } from '../../src/export/weightFiles.ts';
import type { Run } from '../../src/schema/run.ts';
import { represent } from '../http/negotiate.ts';
import type { Asked, Handler } from '../http/route.ts';
import { findRun } from '../results/findRun.ts';
import { checkWeights, findWeights } from '../results/findWeights.ts';

/** The weights of a run, for ever. */
export const getWeights: Handler<'GET /runs/{id}/weights'> = async ({ context, params: { id }, query: { format } }) => {
	const run = JSON.parse(await findRun(context, id)) as Run; // it has been verified to be a run
	checkWeights(run);
	const weights = () => findWeights(context, run);
	const forms = [
		{ ...form(id, 'json', 'application/json'), body: async () => JSON.stringify(await weights()) },
		{ ...form(id, 'npz', 'application/x-npz'), body: async () => weightsNpz(await weights()) },
		{
			...form(id, 'safetensors', 'application/x-safetensors'),
			body: async () => weightsSafetensors(await weights(), run.spec, id),
		},
	];
	if (!format) return represent(context.req.raw, forms);
	// What the address names goes before what a header prefers.
	const request = new Request(context.req.raw);
	request.headers.delete('Accept');
	return represent(
		request,
		forms.filter(({ name }) => name === format),
	);
};

type Format = NonNullable<Asked<'GET /runs/{id}/weights'>['query']['format']>;

const form = <Type extends string>(id: string, name: Format, type: Type) => ({
	name,
	type,
	etag: `"${id}.${name}"`,
	headers: { 'Content-Disposition': `inline; filename="weights.${name}"` },
});
