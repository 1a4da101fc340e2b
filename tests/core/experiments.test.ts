import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { host } from '../../scripts/nodeHost.ts';
import { claimsPage } from '../../scripts/precompute/claims.ts';
import {
	computeResult,
	fileOf,
	hashOf,
	readResult,
	sampleRuns,
	settingAtDefaults,
} from '../../scripts/precompute/results.ts';
import { committedResult } from '../../src/experiments/committed.ts';
import { expectationsOf, findUnmet } from '../../src/experiments/expectations.ts';
import publishedInSource from '../../src/experiments/published.json' with { type: 'json' };
import { CLAIM_NUMBERS, EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import golden from '../golden/notebook.json' with { type: 'json' };
import { partOf } from '../support/partOf.ts';

const named = EXPERIMENTS.map((experiment) => ({ name: experiment.name, experiment }));

test('the claims are numbered without a gap, and no two experiments share a name', () => {
	expect(CLAIM_NUMBERS).toEqual(CLAIM_NUMBERS.map((_, i) => i + 1));
	expect(new Set(EXPERIMENTS.map(({ name }) => name)).size).toBe(EXPERIMENTS.length);
});

test('the notebook’s published values are those of the golden file', () => {
	const { runs, ...setting } = publishedInSource;
	const every = setting.setting.epochs / 10;
	const spelledOut = runs.map((run) => ({
		...run,
		objective: run.objective.map((value, k) => ({ epoch: k * every, value })),
	}));
	expect(spelledOut).toEqual(golden.runs);
	expect(golden).toMatchObject(setting);
});

describe.each(named)('$name', ({ name, experiment }) => {
	test('every spec is valid, and the defaults lie within their bounds', () => {
		for (const spec of experiment.specs(experiment.parameters.parse({}))) canonical(spec);
	});

	test('refuses a parameter that it does not have', () => {
		expect(experiment.parameters.safeParse({ colour: 'red' }).success).toBe(false);
	});

	test('its committed result is current, and `committed.ts` has it', async () => {
		expect((await readResult(name))?.hash).toBe(await hashOf(experiment));
		expect(committedResult(name)?.name).toBe(name);
		expect(committedResult(name)?.setting).toEqual(settingAtDefaults(experiment));
	});

	test('measures what the register expects, within the tolerance that it names', async () => {
		const result = await readResult(name);
		expect(expectationsOf(name).length).toBeGreaterThan(0);
		expect(findUnmet(name, result?.measured ?? {})).toEqual([]);
		for (const { value, low = value, high = value } of Object.values(result?.measured ?? {})) {
			expect(low).toBeLessThanOrEqual(value + 1e-12);
			expect(high).toBeGreaterThanOrEqual(value - 1e-12);
		}
	});

	test('says so in both languages, with a number', async () => {
		const { sentence } = (await readResult(name)) ?? {};
		expect(sentence?.en).toMatch(/\d/);
		expect(sentence?.zh).toMatch(/\d.*[\u4e00-\u9fff]|[\u4e00-\u9fff].*\d/);
		expect(`${sentence?.en}${sentence?.zh}`).not.toMatch(/NaN|undefined|null|Infinity/);
	});
});

test('docs/claims.md is what the results say, and all of them together stay small', async () => {
	expect(await readFile('docs/claims.md', 'utf8')).toBe(await claimsPage());
	const sizes = await Promise.all(EXPERIMENTS.map(async ({ name }) => (await stat(fileOf(name))).size));
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2e6);
});

/** Too long for every run of the tests: of these a few runs are trained again, `npm run precompute -- --check` trains all. */
const LONG = [
	'lambda-across-sizes',
	'prior-sets-lambda',
	'augmentation',
	'adamw-timescale',
	'capacity',
	'dropout',
	'duplicated-data',
];

const short = named.filter(({ name }) => !LONG.includes(name));
const long = named.filter(({ name, experiment }) => LONG.includes(name) && experiment.specs({}).length > 0);

test.each(partOf(short, 5))(
	'$name, computed again, gives its committed result',
	async ({ name, experiment }) => {
		expect(await computeResult(experiment)).toBe(await readFile(fileOf(name), 'utf8'));
	},
	60_000,
);

test.each(partOf(long, 2))(
	'$name, three of its runs trained again, gives their committed objectives',
	async ({ name, experiment }) => {
		expect(await sampleRuns(experiment)).toEqual((await readResult(name))?.sample);
	},
	60_000,
);

test('prior-sets-lambda, which trains nothing: on a fifteenth of its draws the intervals hold what is expected', async () => {
	const experiment = findExperiment('prior-sets-lambda');
	const { measured } = (await experiment?.conclude({ draws: 100 }, [], host.tables)) ?? {};
	const intervals = expectationsOf('prior-sets-lambda').flatMap(({ measured: name, from, to }) => {
		const { low, high } = measured?.[name] ?? {};
		return low === undefined || high === undefined ? [] : [{ name, low, high, from, to }];
	});
	expect(intervals).toHaveLength(5);
	for (const { name, low, high, from, to } of intervals) {
		expect(low, name).toBeLessThanOrEqual(to);
		expect(high, name).toBeGreaterThanOrEqual(from);
	}
}, 60_000);
