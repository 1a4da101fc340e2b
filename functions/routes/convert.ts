import type { JsonAnswer } from '../../src/contract/routes.ts';
import { convert } from '../../src/convert/convert.ts';
import { CONVERSION_COLUMNS } from '../../src/schema/conversion.ts';
import { contentId } from '../../src/schema/identity.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';

/** One strength of the L2 penalty in every library's spelling. */
export const getConversion: Handler<'GET /convert'> = async ({ context, query }) => {
	const outcome = convert(query);
	if (!outcome.ok) throw invalidSpec(outcome.errors);
	const conversion: JsonAnswer<'GET /convert'> = outcome.conversion;
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
