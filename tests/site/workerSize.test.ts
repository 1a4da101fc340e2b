import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MOST_KILOBYTES = 250;

test.each([
	{ what: 'on the paid plan', options: [] },
	{ what: 'as a renamed fork on the free plan', options: ['--env', 'free', '--name', 'my-fork'] },
])(
	`wrangler deploy, dry, ${MOST_KILOBYTES} KB at most, compressed: $what`,
	async ({ options }) => {
		const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-'));
		try {
			const { stdout, stderr } = spawnSync('npx', ['wrangler', 'deploy', '--dry-run', '--outdir', folder, ...options], {
				encoding: 'utf8',
				shell: process.platform === 'win32',
				env: { ...process.env, NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' },
			});
			const [, kilobytes] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? [];
			expect(stderr + stdout).not.toContain('is not inherited by environments'); // each is named in [env.free] too
			expect(Number(kilobytes), stderr).toBeGreaterThan(50);
			expect(Number(kilobytes)).toBeLessThanOrEqual(MOST_KILOBYTES);
			const worker = await readFile(join(folder, 'index.js'), 'utf8');
			const described = worker.match(/.{0,80}\.describe\(["'`].{0,80}/g);
			expect(described, 'descriptions that are not within inDocument()').toBeNull();
			expect(worker.match(/measured: ?["'`]\w*/g), 'expectations that are not literals alone').toBeNull();
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
	60_000,
);

/** The Lab's takes specs in canonical form and has no schema in it. */
const MOST_WORKER_KILOBYTES = { worker: 260, labWorker: 60 };

test.each(Object.entries(MOST_WORKER_KILOBYTES))(
	'a page’s training worker, %s, is %i KB at most, without TensorFlow.js',
	async (name, most) => {
		const folder = join(import.meta.dirname, '../../dist/_astro');
		const workers = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
		expect(workers).toHaveLength(1);
		for (const file of workers) {
			const text = await readFile(join(folder, file), 'utf8');
			expect(Buffer.byteLength(text), file).toBeLessThanOrEqual(most * 1000);
			expect(text).toMatch(/import\([^)]*referenceEngine/); // fetched on demand
			expect(text).not.toMatch(/import[^("';]*["'][^"']*referenceEngine/);
			expect(text).not.toContain('registered for backend'); // what TensorFlow.js says of a missing op
		}
	},
);
