/**
 * Every Node that the README names: the one that runs the tests, and those of `tests/nodes/` once
 * `npm ci --prefix tests/nodes` has brought them. Without them the tests that go through all run on this one alone,
 * and say so; with `CI=true` that is a failure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Node {
	/** Its major version, as `Node 18`. */
	name: string;
	path: string;
}

const folder = join(import.meta.dirname, '../nodes');

export function findNodes(): Node[] {
	const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const expected = Object.keys(dependencies);
	const installed = join(folder, 'node_modules');
	const present = existsSync(installed) ? readdirSync(installed).filter((name) => expected.includes(name)) : [];
	if (present.length < expected.length) {
		const advice = 'some of the README’s Nodes are missing: npm ci --prefix tests/nodes brings them';
		if (process.env.CI === 'true') throw new Error(advice);
		process.stdout.write(`${advice}\n`);
	}
	return [
		...present
			.sort()
			.map((name) => ({ name: name.replace('node-', 'Node '), path: join(installed, name, 'bin/node') })),
		{ name: `Node ${process.versions.node.split('.')[0]}`, path: process.execPath },
	];
}
