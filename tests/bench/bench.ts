/**
 * `npm run bench`: every way to train the same networks, measured side by side in one run. Prints one
 * table and writes docs/benchmarks.md. Times are of this machine at this moment; the ratios are what counts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDecimals, formatForCode } from '../../src/numberFormat.ts';
import type { Contestant } from './contestant.ts';
import { fused, reference, runOnce } from './engines.ts';
import { modelFit } from './modelFit.ts';
import { plainLoops } from './plainLoops.ts';
import { digits, notebook, type Problem, withEpochs } from './problem.ts';
import { median, ratio, type Times, timed } from './rounds.ts';
import { compiler, numpyVersion, twins, version } from './twins.ts';
import { benchServer, workerd } from './workerd.ts';

const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-bench-'));
const { c, numpy, numpy64 } = twins(folder);
const server = await benchServer();
const edge = workerd(server);
const lines: string[] = [];
const say = (line = '') => {
	lines.push(line);
	process.stdout.write(`${line}\n`);
};
const number = (value: number) => (Number.isFinite(value) ? formatForCode(value, 3) : '–');
const spread = (other: Times, own: Times) => {
	const { median: middle, least, most } = ratio(other, own);
	return `${number(middle)} (${number(least)} to ${number(most)})`;
};

/** How many times faster than another contestant the fused engine is to be, by problem. */
const TARGETS: Record<string, Record<string, number>> = {
	[modelFit.name]: { [notebook(30).name]: 600, [notebook(300).name]: 150 },
	[numpy64.name]: { [notebook(30).name]: 25, [notebook(300).name]: 7 },
	[c.name]: { [notebook(30).name]: 0.9, [notebook(300).name]: 0.75, wide: 0.6 },
};
/** Workers are slower, if anything: at most this many times as long as in Node. */
const SLOWEST_EDGE = 1 / 0.9;

async function contest(title: string, problem: Problem, ...others: Contestant[]): Promise<void> {
	say(`\n### ${title}\n`);
	say('| | µs an epoch, median | times as long as fused (least to most) | target |');
	say('|---|---|---|---|');
	const all = await timed(
		[fused, ...others, reference, modelFit, plainLoops, numpy64, numpy, c].map((contestant) => ({
			contestant,
			problem,
		})),
	);
	const [own] = all;
	for (const times of all) {
		if (!own) continue;
		const target = TARGETS[times.name]?.[problem.name];
		const middle = ratio(times, own).median;
		const verdict =
			times.name === edge.name
				? `≤ ${number(SLOWEST_EDGE)}: ${middle <= SLOWEST_EDGE ? 'reached' : 'missed'}`
				: target === undefined
					? ''
					: `≥ ${target}: ${middle >= target ? 'reached' : 'missed'}`;
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

/** A run from its spec to its result, as one epoch. */
const wholeRun = (epochs: number): Contestant => ({
	name: `${epochs} epochs`,
	prepare:
		({ spec }) =>
		async () => {
			const start = performance.now();
			const squared = await runOnce(withEpochs(spec, epochs));
			return { microseconds: (performance.now() - start) * 1000, squaredNorm: squared };
		},
});

/** Slope of log time over log size, by least squares. */
function slope(sizes: readonly number[], times: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
	const [meanX, meanY] = [mean(x), mean(y)];
	return mean(x.map((each, i) => (each - meanX) * ((y[i] ?? 0) - meanY))) / mean(x.map((each) => (each - meanX) ** 2));
}

say('# Benchmarks\n');
say(
	`Made by \`npm run bench\` on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}, ${compiler ? version(compiler, '--version') : 'no C compiler'}, NumPy ${numpyVersion ?? 'missing'}; one thread each.`,
);
say(
	'Contestants take turns, seven rounds; a ratio is the median of the rounds’ own ratios, with the least and the most.',
);
for (const m of [30, 300, 3000]) await contest(`2-16-8-4-2-1, ReLU, m = ${m}`, notebook(m), edge);
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
const sizes = [300, 1000, 3000, 10_000, 20_000];
const epochs = await timed(sizes.map((m) => ({ contestant: fused, problem: notebook(m) })));
const growth = slope(
	sizes,
	epochs.map(({ rounds }) => median(rounds)),
);
say(`Growth of an epoch with m from 300 to 20,000: exponent ${formatDecimals(growth, 3)} (target 1.00 ± 0.05).`);

const longer = [3000, 10_000, 30_000, 100_000];
const whole = longer.map((epochs) => ({ contestant: wholeRun(epochs), problem: notebook(30) }));
const inEpochs = slope(
	longer,
	(await timed(whole)).map(({ rounds }) => median(rounds)),
);
say(
	`Growth of a run with its epochs from 3,000 to 100,000: exponent ${formatDecimals(inEpochs, 3)} (target 1.00 ± 0.05).`,
);
const [one, thousand] = await timed(
	[1, 1000].map((epochs) => ({ contestant: wholeRun(epochs), problem: notebook(30) })),
);
if (one && thousand) say(`A run of one epoch takes ${spread(one, thousand)} times as long as one of 1,000.`);

await server.stop();
await writeFile('docs/benchmarks.md', `${lines.join('\n')}\n`);
await rm(folder, { recursive: true });
