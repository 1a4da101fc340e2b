import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { lean } from '../state/lean.ts';

/** A run as a command for a shell. */
export function curlOf(origin: string, spec: RunSpecInput): string {
	const body = JSON.stringify(lean(spec)).replaceAll("'", "'\\''");
	return `curl ${origin}/api/v1/runs -H 'Content-Type: application/json' -d '${body}'`;
}

/** A run as a TypeScript program that needs nothing but fetch. */
export function typescriptOf(origin: string, spec: RunSpecInput): string {
	return `const response = await fetch('${origin}/api/v1/runs', {
	method: 'POST',
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify(${JSON.stringify(lean(spec), null, '\t').replaceAll('\n', '\n\t')}),
});
if (!response.ok) throw new Error(await response.text());
const run = await response.json();
console.log(run.id, run.final);
`;
}
