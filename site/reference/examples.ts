import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { OPERATIONS, type Operation } from '../../src/openapi/document.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { comparisonSchema, patchedVariants } from '../../src/schema/comparison.ts';
import { comparisonId, runId, sweepId } from '../../src/schema/identity.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { sweepSchema } from '../../src/schema/sweep.ts';
import { planSweep } from '../../src/sweeps/plan.ts';

/** The languages that an example is written in. */
export const EXAMPLE_LANGUAGES = { shell: 'curl', typescript: 'TypeScript', python: 'Python' } as const;
export type ExampleLanguage = keyof typeof EXAMPLE_LANGUAGES;

/** Where an operation's example goes, below /api/v1: a result's id is that of the example which makes it. */
export async function exampleAddress({ path, exampleAddress: given }: Operation): Promise<string> {
	if (given) return given;
	return path.includes('{id}') ? path.replace('{id}', await exampleId(path.split('/')[1] ?? '')) : path;
}

async function exampleId(resource: string): Promise<string> {
	const example = OPERATIONS.find(({ method, path }) => method === 'post' && path === `/${resource}`)?.example;
	switch (resource) {
		case 'runs':
			return runId(canonical(example as RunSpecInput), ENGINE_VERSION); // a test sends it
		case 'comparisons': {
			const variants = patchedVariants(comparisonSchema.parse(example));
			const ids = variants.map(async ({ label, input }) => ({
				label,
				id: await runId(canonical(input as RunSpecInput), ENGINE_VERSION), // the schema of runs refuses what is none
			}));
			return comparisonId(await Promise.all(ids));
		}
		default: {
			const outcome = planSweep(sweepSchema.parse(example));
			if (!('plan' in outcome)) throw new Error('the example of a sweep is none');
			return sweepId(outcome.plan.first, outcome.plan.grid, ENGINE_VERSION);
		}
	}
}

/** An operation's example as a program. @param origin where the API is deployed */
export function exampleIn(language: ExampleLanguage, { method, example }: Operation, origin: string, address: string) {
	const url = `${origin}/api/v1${address}`;
	switch (language) {
		case 'shell':
			return curl(method, url, example);
		case 'typescript':
			return typescript(method, url, example);
		case 'python':
			return python(method, url, example);
	}
}

function curl(method: Operation['method'], url: string, body: unknown): string {
	const verb = method === 'delete' ? '-X DELETE ' : '';
	const sent = body === undefined ? '' : ` -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
	return `curl ${verb}'${url}'${sent}`;
}

function typescript(method: Operation['method'], url: string, body: unknown): string {
	const lines = [
		...(method === 'get' ? [] : [`method: '${method.toUpperCase()}'`]),
		...(body === undefined
			? []
			: [`headers: { 'Content-Type': 'application/json' }`, `body: JSON.stringify(${JSON.stringify(body)})`]),
	];
	const options = lines.length === 0 ? '' : `, {\n${lines.map((line) => `\t${line},\n`).join('')}}`;
	return `const response = await fetch('${url}'${options});\nif (!response.ok) throw new Error(await response.text());\nconsole.log(await response.text());\n`;
}

function python(method: Operation['method'], url: string, body: unknown): string {
	const request = [
		`"${url}"`,
		...(body === undefined
			? []
			: [
					`data=json.dumps(json.loads('${JSON.stringify(body)}')).encode()`,
					'headers={"Content-Type": "application/json"}',
				]),
		...(method === 'delete' ? ['method="DELETE"'] : []),
	];
	const imports = body === undefined ? '' : 'import json\n';
	return `${imports}import urllib.request\n\nrequest = urllib.request.Request(\n${request.map((line) => `    ${line},\n`).join('')})\nwith urllib.request.urlopen(request) as response:\n    print(response.read().decode())\n`;
}
