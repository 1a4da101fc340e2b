/**
 * `npm run bench`: every way to train the same networks, measured side by side in one run. Prints one
 * table and writes docs/benchmarks.md. Times are of this machine at this moment; the ratios are what counts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fused, reference } from './engines.ts';
import { modelFit } from './modelFit.ts';
import { plainLoops } from './plainLoops.ts';
import { digits, notebook, type Problem } from './problem.ts';
import { median, ratio, type Times, timed } from './rounds.ts';
import { compiler, numpyVersion, twins, version } from './twins.ts';

const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-bench-'));
const { c, numpy } = twins(folder);
const lines: string[] = [];
const say = (line = '') => {
	lines.push(line);
	process.stdout.write(`${line}\n`);
};
const number = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(3)).toString() : '–');
const spread = (other: Times, own: Times) => {
	const { median: middle, least, most } = ratio(other, own);
	return `${number(middle)} (${number(least)} to ${number(most)})`;
};

/** What issue-level targets ask of fused against another contestant, by the size of the notebook's problem. */
const TARGETS: Record<string, Record<number, number>> = {
	[modelFit.name]: { 30: 600, 300: 150 },
	[numpy.name]: { 30: 25, 300: 7 },
	[c.name]: { 30: 0.9, 300: 0.75 },
};

async function contest(title: string, problem: Problem): Promise<void> {
	say(`\n### ${title}\n`);
	say('| | µs an epoch, median | times as long as fused (least to most) | target |');
	say('|---|---|---|---|');
	const all = await timed(
		[fused, reference, modelFit, plainLoops, numpy, c].map((contestant) => ({ contestant, problem })),
	);
	const [own] = all;
	for (const times of all) {
		if (!own) continue;
		const target = problem.name.startsWith('notebook') ? TARGETS[times.name]?.[problem.m] : undefined;
		const verdict =
			target === undefined ? '' : `≥ ${target}: ${ratio(times, own).median >= target ? 'reached' : 'missed'}`;
		say(
			times.missing
				? `| ${times.name} | ${times.missing} | | |`
				: `| ${times.name} | ${number(median(times.rounds))} | ${spread(times, own)} | ${verdict} |`,
		);
	}
}

/** One variant of the fused engine against another, per example. */
async function variant(title: string, problem: Problem, base: Problem, target: string): Promise<void> {
	const [own, plain] = await timed([
		{ contestant: fused, problem },
		{ contestant: fused, problem: base },
	]);
	if (own && plain) say(`| ${title} | ${spread(own, plain)} | ${target} |`);
}

/** Slope of log time over log size. */
async function exponent(problems: readonly Problem[], size: (problem: Problem) => number): Promise<number> {
	const all = await timed(problems.map((problem) => ({ contestant: fused, problem })));
	const points = all.map(
		({ rounds }, i) => [Math.log(size(problems[i] as Problem)), Math.log(median(rounds))] as const,
	); // one a problem
	const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
	const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
	return (
		points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
		points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
	);
}

say('# Benchmarks\n');
say(
	`Made by \`npm run bench\` on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}, ${compiler ? version(compiler, '--version') : 'no C compiler'}, NumPy ${numpyVersion ?? 'missing'}; one thread each.`,
);
say(
	'Contestants take turns, seven rounds; a ratio is the median of the rounds’ own ratios, with the least and the most.',
);
for (const m of [30, 300, 3000]) await contest(`2-16-8-4-2-1, ReLU, m = ${m}`, notebook(m));
await contest('64-128-64-10 on 1,437 digits, ReLU, softmax', digits('digits', [128, 64], 1437));
await contest('64-512-512-10 on 512 digits: wide layers', digits('wide', [512, 512], 512));

say('\n### The fused engine against itself, an epoch at m = 300\n');
say('| | times as long as full-batch SGD with L2 | target |');
say('|---|---|---|');
const base = notebook(300);
await variant('Adam', notebook(300, { optimizer: { kind: 'adam' } }), base, '≤ 2');
await variant('minibatches of 32', notebook(300, { training: { batchSize: 32 } }), base, '≤ 2');
await variant('L1 through the gradient', notebook(300, { penalty: { norm: 'l1', lambda: 0.2 } }), base, '≤ 1.3');
await variant(
	'L1 by the proximal step',
	notebook(300, { penalty: { norm: 'l1', lambda: 0.2, application: 'decoupled' } }),
	base,
	'≤ 1.3',
);
say();
const growth = await exponent(
	[300, 1000, 3000, 10_000, 20_000].map((m) => notebook(m)),
	({ m }) => m,
);
say(`Growth of an epoch with m from 300 to 20,000: exponent ${growth.toFixed(3)} (target 1.00 ± 0.05).`);

await writeFile('docs/benchmarks.md', `${lines.join('\n')}\n`);
await rm(folder, { recursive: true });
