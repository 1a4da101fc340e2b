/**
 * `npm run properties`: the property tests on other samples than those of `npm test`, ten thousand torn texts for the reader of
 * code among them. It prints the seed that drew
 * them; `npm run properties -- SEED` draws them again.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const seed = Number(process.argv[2] ?? randomInt(2 ** 31));
const folders = ['tests/core', 'tests/edge'];
const files = folders
	.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
	.filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));
process.stdout.write(`samples of seed ${seed}\n`);
const { status } = spawnSync('vitest', ['run', '--project', 'core', '--project', 'edge', ...files], {
	stdio: 'inherit',
	env: { ...process.env, SAMPLE_SEED: String(seed), CODE_SAMPLES: '10000' },
	shell: process.platform === 'win32',
});
if (status !== 0) process.stdout.write(`npm run properties -- ${seed} repeats it\n`);
process.exitCode = status ?? 1;
