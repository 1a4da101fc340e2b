import { type JsonAnswer, OPERATIONS } from '../../src/contract/routes.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { API_TITLE, API_VERSION } from '../../src/openapi/version.ts';
import { BOUNDS } from '../../src/schema/bounds.ts';
import { SWEEP_BOUNDS } from '../../src/schema/sweepBounds.ts';
import { areRatesLimited } from '../http/rateLimit.ts';
import type { Handler } from '../http/route.ts';
import { builtFile } from '../http/siteFile.ts';
import { dayLimits, resultFlop } from '../quota/chargeDay.ts';
import type { DayLimits } from '../quota/dayQuota.ts';
import { GIGA } from '../quota/gflop.ts';
import { inlineBudget, MAX_RESULT_BYTES, requestBudget } from '../results/budget.ts';
import { type SweepSettings, sweepSettings } from '../sweeps/settings.ts';

type Index = JsonAnswer<'GET /'>;

const BASE = '/api/v1';

/** Where the API is described, by the relations of RFC 8631. */
const LINKS: Index['links'] = {
	self: { href: BASE, type: 'application/json' },
	'service-desc': { href: `${BASE}/openapi.json`, type: 'application/json' },
	'service-doc': { href: '/api/', type: 'text/html' },
	status: { href: `${BASE}/health`, type: 'application/json' },
};

/** What there is, and where it is described. */
export const getIndex: Handler<'GET /'> = () => {
	const answer: Index = { title: API_TITLE, version: API_VERSION, links: LINKS, resources: listResources() };
	const link = Object.entries(LINKS).map(
		([relation, { href, type }]) => `<${href}>; rel="${relation}"; type="${type}"`,
	);
	return Response.json(answer, { headers: { 'Cache-Control': 'public, max-age=3600', Link: link.join(', ') } });
};

/** Every path with the methods that it answers; the first of them says what it is for. */
function listResources(): Index['resources'] {
	const resources = new Map<string, Index['resources'][number]>();
	for (const { path, method, summary } of OPERATIONS) {
		const href = path === '/' ? BASE : `${BASE}${path}`;
		const { title = summary, methods = [] } = resources.get(href) ?? {};
		resources.set(href, { href, methods: [...methods, method], title });
	}
	return [...resources.values()];
}

/** That the Worker answers, and which engine it trains with. */
export const getHealth: Handler<'GET /health'> = () => {
	const answer: JsonAnswer<'GET /health'> = { status: 'ok', engine: { version: ENGINE_VERSION } };
	return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
};

/** Every bound of this deployment. */
export const getLimits: Handler<'GET /limits'> = ({ context: { env } }) => {
	const answer: JsonAnswer<'GET /limits'> = {
		request: {
			gflop: requestBudget(env) / GIGA,
			inlineGflop: inlineBudget(env) / GIGA,
			bytes: BOUNDS.body,
			resultBytes: MAX_RESULT_BYTES,
		},
		day: {
			gflop: dayLimits(env).flop / GIGA,
			clientGflop: dayLimits(env).clientFlop / GIGA,
			sharedGflop: dayLimits(env).sharedFlop / GIGA,
			littleGflop: dayLimits(env).littleFlop / GIGA,
			resultGflop: resultFlop(env) / GIGA,
		},
		sweep: sweepLimits(sweepSettings(env), dayLimits(env)),
		rate: {
			enforced: areRatesLimited(env),
			computePerMinute: Number(env.COMPUTE_PER_MINUTE),
			readPerMinute: Number(env.READ_PER_MINUTE),
		},
		schema: { ...BOUNDS, ...SWEEP_BOUNDS },
	};
	return Response.json(answer, { headers: { 'Cache-Control': 'public, max-age=60' } });
};

const sweepLimits = (settings: SweepSettings, day: DayLimits): JsonAnswer<'GET /limits'>['sweep'] => ({
	cells: settings.cells,
	gflop: settings.budgetFlop / GIGA,
	stepGflop: settings.stepFlop / GIGA,
	stepCells: settings.stepCells,
	lanes: settings.lanes,
	turns: settings.turns,
	cellGflop: settings.cellFlop / GIGA,
	clientGflopPerDay: day.clientFlop / GIGA,
	gflopPerDay: day.flop / GIGA,
	hours: settings.hours,
});

/** The API as a document, a file of the site: making it takes longer than a run. */
export const getDocument: Handler<'GET /openapi.json'> = async ({ context: { env, req } }) => {
	const file = await builtFile(env, '/api/v1/openapi.json', req.raw);
	const headers = new Headers(file.headers);
	headers.set('Content-Type', 'application/json');
	headers.set('Cache-Control', 'public, max-age=3600');
	return new Response(file.body, { status: file.status, headers });
};
