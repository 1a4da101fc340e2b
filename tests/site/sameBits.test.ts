import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { TABLE_FILES } from '../../src/data/realTables.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { Run } from '../../src/schema/run.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { validSpec } from '../core/arbitrarySpec.ts';
import { bitsOf } from '../support/bitsOf.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';

/** What the 50 results are to the bit, everywhere: a change of it is a change of what runs are, and of the engine's version. */
const EVERYWHERE = { version: '3', sha256: '44f3c5c44d1c7c2b93ff205fb2cf9da1d11a341982522e92d02ffb366cad428f' };

const specs = fc.sample(validSpec, { seed: 7, numRuns: 50 }).map((input): RunSpec => {
	const spec = canonical({ ...input, engine: 'fused' });
	const drawable =
		spec.loss === 'binary-cross-entropy' && spec.data.kind !== 'breast-cancer' && spec.data.kind !== 'inline';
	return { ...spec, output: { weights: true, boundary: drawable ? { resolution: 7 } : null } };
});

inBrowser('the fused engine', () => {
	test('gives the same bits in Node, in the Workers runtime and in a Web Worker, for 50 random specs', async () => {
		const here: string[] = [];
		for (const spec of specs) here.push(bitsOf(await train(spec)));
		expect(new Set(here).size).toBe(50);
		expect(await onTheEdge()).toEqual(here);
		expect(await inAWebWorker()).toEqual(here);
		expect({ version: ENGINE_VERSION, sha256: createHash('sha256').update(here.join('\n')).digest('hex') }).toEqual(
			EVERYWHERE,
		);
	}, 120_000);
});

async function onTheEdge(): Promise<string[]> {
	const texts: string[] = [];
	for (const spec of specs) {
		const response = await fetch(`${inject('serverUrl')}/api/v1/runs`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(spec),
		});
		texts.push(bitsOf((await response.json()) as Run));
	}
	return texts;
}

async function inAWebWorker(): Promise<string[]> {
	const { outputFiles } = await build({
		entryPoints: ['tests/support/bits.worker.ts'],
		bundle: true,
		write: false,
		format: 'iife',
		mainFields: ['browser', 'module', 'main'],
	});
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage();
		const script = outputFiles[0]?.text ?? '';
		const kernel = [...readFileSync('build/kernel.wasm')];
		const tables = Object.fromEntries(
			Object.entries(TABLE_FILES).map(([kind, file]) => [
				kind,
				JSON.parse(readFileSync(`src/data/real/${file}`, 'utf8')),
			]),
		);
		return await page.evaluate(
			({ script, kernel, tables, specs }) =>
				new Promise<string[]>((resolve, reject) => {
					const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
					worker.onmessage = ({ data }) => resolve(data);
					worker.onerror = ({ message }) => reject(new Error(message));
					worker.postMessage({ kernel, tables, specs });
				}),
			{ script, kernel, tables, specs },
		);
	} finally {
		await browser.close();
	}
}
