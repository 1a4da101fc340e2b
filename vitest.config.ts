/**
 * Three projects, one a place where the tests run: `core` in Node, `edge` inside the Workers
 * runtime with real local KV, `site` in a real browser against the real `npm start`.
 */
import { availableParallelism } from 'node:os';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SAMPLES = './tests/support/samples.ts';
const provide = {
	/** Draws what property tests sample (`tests/support/samples.ts`), and cases of many (`tests/support/partOf.ts`). */
	sampleSeed: Number(process.env.SAMPLE_SEED ?? 1),
	/** Whether each of many cases is tried: `npm run test:every`. */
	everyCase: process.env.EVERY_CASE === '1',
};

/** Vitest leaves one to itself, which has little to do while files run. */
const CORES = availableParallelism();

/** Files that take half a minute or more, the longest first: begun last, one of them would keep one core alone. */
const LONGEST = [
	'site/lab/bar',
	'site/article',
	'site/examples/free',
	'site/examples/paid',
	'site/sweeps',
	'site/convert',
	'site/offline',
	'site/lab/first',
	'site/lab/screen',
	'site/lab/hand',
	'site/replication',
	'site/latest',
	'core/convert/libraries',
	'core/experiments',
	'core/experimentBounds',
	'core/study/scikitLearn',
	'core/openapi',
].map((name) => `/tests/${name}.test.ts`);

/**
 * Files that take a quarter of a minute or more of a machine with two cores, in their parts: `npm test` runs one part of them, by the number
 * of commits, so that four in a row run all; `npm run test:every` runs all at once, and so does vitest itself. The parts take about as
 * long as each other, and have pages of the Lab each.
 */
const PARTS = [
	[
		...[
			'site/replication',
			'site/lab/points',
			'site/lab/settings',
			'site/clients/typescript',
			'site/convert',
			'site/fork',
		],
		...['core/experiments', 'edge/watchedTrainings', 'site/accessibility'],
	],
	[
		...['site/lab/bar', 'site/offline', 'site/reference', 'site/sweeps', 'site/progress', 'site/examples/paid'],
		...['core/experimentBounds', 'edge/fits', 'site/clients/python'],
	],
	[
		...['site/lab/hand', 'site/lab/exports', 'site/examples/free', 'site/kills', 'site/lighthouse'],
		...['core/convert/libraries', 'core/study/scikitLearn', 'edge/trainers'],
	],
	[
		...['site/lab/screen', 'site/lab/first', 'site/lab/links', 'site/lab/phone', 'site/article', 'site/latest'],
		...['core/engines', 'core/study/gridError', 'edge/sweepFailures', 'site/sweepCommand'],
	],
].map((names) => names.map((name) => `tests/${name}.test.ts`));
/** Files of the other parts. */
const LEFT_OUT = PARTS.filter((_, index) => index !== Number(process.env.TEST_PART || index)).flat();
const exclude = [...configDefaults.exclude, ...LEFT_OUT];

/** Files of the edge that leave nothing behind by which another would come out differently: they share one runtime. */
const SHARING = [
	'callerAddress',
	'catalog',
	'comparisons',
	'convert',
	'convertCode',
	'experiments',
	'export',
	'fuzz',
	'hostile',
	'openapi',
	'predictions',
	'sweepAnalysis',
	'trajectories',
	'weights',
].map((name) => `tests/edge/${name}.test.ts`);

/** Tests within the Workers runtime; a project whose files do not share one starts one for each. */
const edge = (files: { name: string; include: string[]; exclude?: string[]; isolate?: boolean }) => ({
	plugins: [
		cloudflareTest({
			wrangler: { configPath: './wrangler.toml' },
			miniflare: { bindings: { RATE_LIMIT: 'off' } }, // tests ask more often than any caller may
		}),
	],
	// The first request transforms TensorFlow.js, and properties are tried on many requests: seconds, and on a busy machine many.
	test: { provide, setupFiles: [SAMPLES], testTimeout: 120_000, maxWorkers: CORES, ...files },
});

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification) => {
			const found = LONGEST.findIndex((end) => moduleId.endsWith(end));
			return found < 0 ? LONGEST.length : found;
		};
		return (await super.sort(files)).sort((a, b) => place(a) - place(b));
	}
}

export default defineConfig({
	test: {
		sequence: { sequencer: LongestFirst },
		silent: 'passed-only', // the Worker logs every request
		projects: [
			{
				test: {
					name: 'core',
					provide,
					setupFiles: [SAMPLES],
					include: ['tests/core/**/*.test.ts', 'tests/lint/**/*.test.ts'],
					exclude,
					isolate: false, // what files share is not read again for each
					maxWorkers: CORES,
					testTimeout: 30_000,
					// TensorFlow.js's ES modules import without file extensions, which Node refuses.
					server: { deps: { inline: [/@tensorflow/] } },
				},
			},
			edge({ name: 'edge', include: SHARING, isolate: false }),
			edge({ name: 'edge-alone', include: ['tests/edge/**/*.test.ts'], exclude: [...SHARING, ...LEFT_OUT] }),
			{
				test: {
					name: 'site',
					provide,
					include: ['tests/site/**/*.test.ts'],
					exclude,
					globalSetup: './tests/support/globalSetup.ts',
					server: { deps: { inline: [/@tensorflow/] } },
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// A page answers when its module has come and been run: on a busy machine more than the second that is the default.
					expect: { poll: { timeout: 20_000 } },
					// A browser or the local server hangs once in some hundred pages on a busy machine, in no test more than in another: what
					// fails twice fails. A retried test is marked so.
					retry: 1,
					maxWorkers: 2, // pages mostly wait; one server and two cores have room for a second
				},
			},
		],
	},
});
