import { answerCode } from '../../src/codeAnswer/answerCode.ts';
import type { JsonAnswer } from '../../src/contract/routes.ts';
import { convert } from '../../src/convert/convert.ts';
import { besideOutputs } from '../../src/convert/outputs.ts';
import { formatGiven } from '../../src/numberFormat.ts';
import { CONVERSION_COLUMNS } from '../../src/schema/columns.ts';
import { contentId } from '../../src/schema/identity.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';

/** One strength of the L2 penalty in every library's spelling. */
export const getConversion: Handler<'GET /convert'> = async ({ context, query }) => {
	const outcome = convert(query);
	if (!outcome.ok) throw invalidSpec(outcome.errors);
	const conversion: JsonAnswer<'GET /convert'> = besideOutputs(outcome.conversion, query, query.outputs ?? 1);
	const rows = conversion.equivalents.map(({ library, parameter, value, exact }) => [
		library,
		parameter,
		value,
		String(exact),
	]);
	return jsonOrCsv(
		context.req.raw,
		{
			tag: await contentId(conversion),
			json: () => JSON.stringify(conversion),
			csv: () => writeCsv(CONVERSION_COLUMNS, rows),
		},
		{ 'Cache-Control': 'public, max-age=86400' },
	);
};

/** Training code: what decays in it, what that is elsewhere, and what is missing. */
export const postCode: Handler<'POST /convert/code'> = ({ body }) => {
	const answer: JsonAnswer<'POST /convert/code'> = answerCode(body);
	const { m } = answer.sizes;
	if (m !== null && body.batchSize !== undefined && body.batchSize > m) {
		const given = `${formatGiven(body.batchSize)} is more than the ${formatGiven(m)} training examples`;
		const stated = body.m === undefined ? ' that the code says' : '';
		throw invalidSpec([{ path: 'batchSize', message: `${given}${stated}: at most ${formatGiven(m)}` }]);
	}
	return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
};
