import { describe, expect, test } from 'vitest';
import { ownLabLink } from '../../../site/figures/experiment/labLink.ts';
import { lengthOf } from '../../../site/figures/experiment/labRuns.ts';
import { similarLabLink } from '../../../site/figures/experiment/similarLabLink.ts';
import { decodeLink, decodeState, LONGEST_SENT } from '../../../site/lab/state/link.ts';
import { MOST_RUNS } from '../../../site/lab/state/state.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { EXPERIMENTS, findExperiment } from '../../../src/experiments/registry.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** What is trained, whatever of it is looked at. */
function trained(spec: RunSpecInput): string {
	const { output: _, training, ...rest } = canonical(spec);
	return JSON.stringify({ ...rest, training: { ...training, recordEvery: 1 } });
}

const published = (name: string) => findExperiment(name)?.parameters.parse({});

/** Parameters that a reader may choose, beside the published ones. */
const CHOSEN: Record<string, object> = {
	'gradient-factor': { m: 300, lambda: 3 },
	'decay-under-adam': { lambda: 10 },
	bowl: { decay: 0.05 },
	'unstable-decay': { learningRate: 3 },
	'momentum-decay': { lambda: 50 },
	overfitting: { m: 60, seeds: 4 },
	capacity: { seeds: 3, firstSeed: 101 },
	'lambda-across-sizes': { firstSeed: 201 },
	'adamw-timescale': { firstSeed: 101, seeds: 4 },
};

/** Nothing is trained in them, or more rows of their own than a link holds. */
const SIMILAR = new Set([
	'prior-sets-lambda',
	'lambda-exponent',
	'duplicated-data',
	'lambda-size-map',
	'exact-zeros',
	'posterior-is-objective',
	'noise-is-ridge',
	'moving-lambda',
]);
const WITHOUT = new Set(['scale-invariant-weights', 'normalised-weights']);

describe('the link of an experiment into the Lab', () => {
	const own = EXPERIMENTS.filter(({ name }) => !SIMILAR.has(name) && !WITHOUT.has(name)).map(({ name }) => name);

	test.each([
		...own.map((name) => [name, published(name)] as const),
		...Object.entries(CHOSEN).map(([name, chosen]) => [name, findExperiment(name)?.parameters.parse(chosen)] as const),
	])('opens runs of %s, trained as with %j', async (name, parameters) => {
		const link = await ownLabLink(name, parameters, 'en');
		const specs = findExperiment(name)?.specs(parameters) ?? [];
		const all = new Set(specs.map(trained));
		const opened = (await decodeState(link?.fragment ?? ''))?.runs.map(({ spec }) => trained(spec)) ?? [];
		expect(opened.length).toBeGreaterThan(1);
		expect(opened.length).toBeLessThanOrEqual(MOST_RUNS);
		expect(new Set(opened).size).toBe(opened.length);
		for (const run of opened) expect(all.has(run), run.slice(0, 300)).toBe(true);
		const epochs = Math.max(...opened.map((run) => lengthOf(JSON.parse(run))));
		expect((await decodeLink(link?.fragment ?? ''))?.view).toMatchObject({ epoch: epochs, start: name });
		expect(link?.text).toContain(` ${specs.length} runs`);
		if (opened.length < specs.length) expect(link?.text).toContain(`${opened.length} of its`);
		expect(link?.fragment.length).toBeLessThan(LONGEST_SENT);
	});

	test.each([...SIMILAR])('says in words what it opens instead of %s', async (name) => {
		expect(await ownLabLink(name, published(name), 'en')).toBe(null);
		for (const { language, says } of [
			{ language: 'en', says: 'Similar runs in the Lab: ' },
			{ language: 'zh', says: '实验室里类似的训练：' },
		] as const) {
			const link = await similarLabLink(name, language);
			const runs = (await decodeState(link?.fragment ?? ''))?.runs ?? [];
			expect(runs.length).toBeGreaterThan(1);
			expect(link?.text.startsWith(says)).toBe(true);
			for (const { spec } of runs) {
				const { data } = canonical(spec);
				expect(link?.text).toContain(String('m' in data ? data.m : data.kind === 'inline' ? data.X.length : null));
			}
		}
	});

	test.each([...WITHOUT])('is not there for %s, whose weights no run of the Lab has', async (name) => {
		expect([await ownLabLink(name, published(name), 'en'), await similarLabLink(name, 'en')]).toEqual([null, null]);
	});

	test.each(LANGUAGES)('is another one on every card, in $name', async ({ key }) => {
		const links = await Promise.all(
			EXPERIMENTS.map(async ({ name }) => (await ownLabLink(name, published(name), key)) ?? similarLabLink(name, key)),
		);
		const fragments = links.flatMap((link) => link?.fragment ?? []);
		expect(new Set(fragments).size).toBe(EXPERIMENTS.length - WITHOUT.size);
	});
});
