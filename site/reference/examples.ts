import { OPERATIONS, type Operation, ROUTES } from '../../src/contract/routes.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { canonical, settle } from '../../src/schema/canonical.ts';
import { comparisonSchema, patchedVariants } from '../../src/schema/comparison.ts';
import { comparisonId, runId, sweepId } from '../../src/schema/identity.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';
import { sweepSchema } from '../../src/schema/sweep.ts';
import { planSweep } from '../../src/sweeps/plan.ts';

/** The languages that an example is written in. */
export const EXAMPLE_LANGUAGES = { shell: 'curl', typescript: 'TypeScript', python: 'Python' } as const;
export type ExampleLanguage = keyof typeof EXAMPLE_LANGUAGES;

/** Where an operation's example goes, below /api/v1: a result's id is that of the example which makes it. */
export async function exampleAddress({ path, resource, example: { params = {}, query } }: Operation): Promise<string> {
	const id = path.includes('{id}') ? await exampleId(resource) : '';
	const filled = path.replace(/{(\w+)}/g, (_, name: string) => params[name] ?? id);
	return query
		? `${filled}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`
		: filled;
}

/** The operation whose example makes what this one's example reads; null where it needs nothing, or makes it itself. */
export const makerOf = ({ path, resource }: Operation): Operation | null =>
	path.includes('{id}') ? (OPERATIONS.find(({ key }) => key === `POST /${resource}`) ?? null) : null;

async function exampleId(resource: string): Promise<string> {
	switch (resource) {
		case 'runs':
			return runId(canonical(ROUTES['POST /runs'].example.body), ENGINE_VERSION);
		case 'comparisons': {
			const variants = patchedVariants(comparisonSchema.parse(ROUTES['POST /comparisons'].example.body));
			const ids = variants.map(async ({ label, input }) => ({
				label,
				id: await runId(settle(runSpecSchema.parse(input)), ENGINE_VERSION),
			}));
			return comparisonId(await Promise.all(ids));
		}
		case 'sweeps': {
			const outcome = planSweep(sweepSchema.parse(ROUTES['POST /sweeps'].example.body));
			if (!('plan' in outcome)) throw new Error('the example of a sweep is none');
			return sweepId(outcome.plan.first, outcome.plan.grid, ENGINE_VERSION);
		}
		default:
			throw new Error(`no example makes an id of ${resource}`);
	}
}

/**
 * An operation's example as a program, which works by itself: one that reads a result makes it first.
 *
 * @param origin where the API is deployed
 */
export function exampleIn(language: ExampleLanguage, operation: Operation, origin: string, address: string): string {
	const { method, bearer, example } = operation;
	const sent = { body: example.body, hasToken: bearer !== undefined };
	const url = `${origin}/api/v1${address}`;
	// Who has a token has begun the sweep that it stops.
	const maker = sent.hasToken ? null : makerOf(operation);
	const made = maker && { url: `${origin}/api/v1${maker.path}`, body: maker.example.body };
	switch (language) {
		case 'shell':
			return `${made ? `${curl('POST', made.url, { body: made.body, hasToken: false }).replace('curl ', 'curl -s -o /dev/null ')}\n` : ''}${curl(method, url, sent)}`;
		case 'typescript':
			return `${made ? `await fetch('${made.url}', {\n\tmethod: 'POST',\n\theaders: { 'Content-Type': 'application/json' },\n\tbody: JSON.stringify(${JSON.stringify(made.body)}),\n});\n` : ''}${typescript(method, url, sent)}`;
		case 'python':
			return python(method, url, sent, made);
	}
}

/** What is sent beside the address. A token is in the environment, as STOP_TOKEN. */
interface Sent {
	body: unknown;
	hasToken: boolean;
}

function curl(method: Operation['method'], url: string, { body, hasToken }: Sent): string {
	const verb = method === 'DELETE' ? '-X DELETE ' : '';
	const token = hasToken ? ' -H "Authorization: Bearer $STOP_TOKEN"' : '';
	const sent = body === undefined ? '' : ` -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
	return `curl ${verb}'${url}'${token}${sent}`;
}

function typescript(method: Operation['method'], url: string, { body, hasToken }: Sent): string {
	const lines = [
		...(method === 'GET' ? [] : [`method: '${method}'`]),
		...(hasToken ? ["headers: { Authorization: 'Bearer ' + process.env.STOP_TOKEN }"] : []),
		...(body === undefined
			? []
			: [`headers: { 'Content-Type': 'application/json' }`, `body: JSON.stringify(${JSON.stringify(body)})`]),
	];
	const options = lines.length === 0 ? '' : `, {\n${lines.map((line) => `\t${line},\n`).join('')}}`;
	return `const response = await fetch('${url}'${options});\nif (!response.ok) throw new Error(await response.text());\nconsole.log(await response.text());\n`;
}

function python(
	method: Operation['method'],
	url: string,
	sent: Sent,
	made: { url: string; body: unknown } | null,
): string {
	const { body, hasToken } = sent;
	const imports = `${body === undefined && !made ? '' : 'import json\n'}${hasToken ? 'import os\n' : ''}`;
	const first = made
		? `${pythonRequest('POST', made.url, { body: made.body, hasToken: false })}urllib.request.urlopen(request).close()\n\n`
		: '';
	return `${imports}import urllib.request\n\n${first}${pythonRequest(method, url, sent)}with urllib.request.urlopen(request) as response:\n    print(response.read().decode())\n`;
}

function pythonRequest(method: Operation['method'], url: string, { body, hasToken }: Sent): string {
	const request = [
		`"${url}"`,
		...(body === undefined
			? []
			: [
					`data=json.dumps(json.loads('${JSON.stringify(body)}')).encode()`,
					'headers={"Content-Type": "application/json"}',
				]),
		...(hasToken ? [`headers={"Authorization": f"Bearer {os.environ['STOP_TOKEN']}"}`] : []),
		...(method === 'DELETE' ? ['method="DELETE"'] : []),
	];
	return `request = urllib.request.Request(\n${request.map((line) => `    ${line},\n`).join('')})\n`;
}
