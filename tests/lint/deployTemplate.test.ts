/** What the button that deploys a fork reads: `wrangler.toml` for what there is, `package.json` for what it is for. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { experimental_readRawConfig as readConfig } from 'wrangler';

interface Template {
	kv_namespaces: { binding: string }[];
	workflows: { binding: string }[];
	durable_objects: { bindings: { name: string }[] };
	ratelimits: { name: string; namespace_id: string }[];
	vars: Record<string, string>;
}

const { rawConfig } = readConfig({ config: 'wrangler.toml' });
const paid = rawConfig as unknown as Template; // a deployment that lacks one of them would not start
const free = rawConfig.env?.free as unknown as Template;
const names = ({ kv_namespaces, workflows, durable_objects, ratelimits, vars }: Template) =>
	[
		...[...kv_namespaces, ...workflows].map(({ binding }) => binding),
		...[...durable_objects.bindings, ...ratelimits].map(({ name }) => name),
		...Object.keys(vars),
	].sort();

test('package.json says what every binding and variable is for, and nothing that is not there', async () => {
	const { cloudflare } = JSON.parse(await readFile('package.json', 'utf8'));
	expect(Object.keys(cloudflare.bindings).sort()).toEqual(names(paid));
	for (const { description } of Object.values<{ description: string }>(cloudflare.bindings)) {
		expect(description).toMatch(/\.$/);
	}
	expect(names(free)).toEqual(names(paid));
});

test('rate limits share no count with what is copied from an example', () => {
	const ids = paid.ratelimits.map(({ namespace_id }) => namespace_id);
	expect(free.ratelimits.map(({ namespace_id }) => namespace_id)).toEqual(ids);
	expect(new Set(ids).size).toBe(2);
	for (const id of ids) expect(id).toMatch(/^[1-9]\d{5,}$/);
});
