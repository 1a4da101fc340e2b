/** Every experiment answers, with finite numbers, wherever its own schema lets a caller go. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { host, train } from '../../scripts/nodeHost.ts';
import { RandomState } from '../../src/data/randomState.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { experimentResultSchema } from '../../src/schema/experimentResult.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { partOf } from '../support/partOf.ts';

/** Parameters that decide how long an experiment takes: at their least where it is run. */
const REPETITIONS = new Set(['seeds', 'draws', 'copies', 'steps', 'dimensions']);
/** Networks on many seeds, of which an experiment takes seconds: their specs alone are looked at. */
const LONG = new Set([
	'lambda-across-sizes',
	'augmentation',
	'dropout',
	'capacity',
	'adamw-timescale',
	'momentum-network',
]);
/** Where one run takes a second, only the corners are run. */
const SLOW = new Set(['prior-sets-lambda', 'duplicated-data', 'overfitting', 'normalised-weights']);
const SAMPLES = 4;

interface Bounds {
	type: 'integer' | 'number';
	minimum: number;
	maximum: number;
}

/** Bounds of each parameter as the schema states them. */
function boundsOf({ parameters }: Experiment): [string, Bounds][] {
	const { properties = {} } = z.toJSONSchema(parameters) as { properties?: Record<string, Bounds> };
	return Object.entries(properties);
}

/** Both corners of the accepted ranges, and points between, evenly spread in the logarithm where the range allows it. */
function sampleParameters(bounds: [string, Bounds][], count: number, cheap: boolean): Record<string, number>[] {
	const random = new RandomState(7);
	const point = (shareOf: () => number) =>
		Object.fromEntries(
			bounds.map(([name, { type, minimum, maximum }]) => {
				if (cheap && REPETITIONS.has(name)) return [name, minimum];
				const share = shareOf();
				if (type === 'integer') return [name, Math.round(minimum + share * (maximum - minimum))];
				if (share === 0 || share === 1) return [name, share === 0 ? minimum : maximum];
				return [name, minimum * (maximum / minimum) ** share];
			}),
		);
	return [point(() => 0), point(() => 1), ...Array.from({ length: count }, () => point(() => random.random()))];
}

const run = (experiment: Experiment, parameters: object) =>
	runExperiment(
		experiment,
		experiment.parameters.parse(parameters),
		{ train: (spec) => train(canonical(spec)), tables: host.tables },
		ENGINE_VERSION,
	);

const named = EXPERIMENTS.map((experiment) => ({ name: experiment.name, experiment }));

describe.each(named)('$name', ({ experiment }) => {
	const bounds = boundsOf(experiment);

	test('bounds every parameter by numbers that are themselves allowed', () => {
		for (const [name, { minimum, maximum }] of bounds) {
			expect([Number.isFinite(minimum), Number.isFinite(maximum)], name).toEqual([true, true]);
		}
	});

	test('asks for runs that the engine accepts', () => {
		for (const parameters of sampleParameters(bounds, 1, false)) {
			for (const spec of experiment.specs(parameters))
				expect(() => canonical(spec), JSON.stringify(parameters)).not.toThrow();
		}
	});
});

const bounded = named.filter(({ name, experiment }) => !LONG.has(name) && boundsOf(experiment).length > 0);

test.each(partOf(bounded, 5))(
	'$name measures finite numbers wherever it answers',
	async ({ name, experiment }) => {
		const bounds = boundsOf(experiment);
		const samples = sampleParameters(bounds, SLOW.has(name) ? 0 : SAMPLES, true);
		for (const parameters of samples) {
			const result = await run(experiment, parameters);
			const { success, error } = experimentResultSchema.safeParse(result);
			expect(success, `${JSON.stringify(parameters)} ${error?.message}`).toBe(true);
			expect(`${result.sentence.en}${result.sentence.zh}`, JSON.stringify(parameters)).not.toMatch(
				/NaN|undefined|null|∞/,
			);
		}
	},
	20_000,
);

describe('decay-under-sgd above λ = 2', () => {
	const experiment = findExperiment('decay-under-sgd') as Experiment; // the registry has it

	test.each([3, 4, 4.5, 5])('at λ = %d says that the decay that is not rescaled grows without end', async (lambda) => {
		const { measured, figure, sentence } = await run(experiment, { lambda });
		expect(measured.largestDifference?.value).toBeLessThan(1e-5);
		expect(measured.withoutRescaling?.value).toBeGreaterThan(1e15);
		expect(sentence.en).toContain('grows without end');
		expect(sentence.zh).toContain('无限增长');
		expect(JSON.stringify(figure)).toContain('null');
	});

	test('says nothing of it at 2', async () => {
		expect((await run(experiment, { lambda: 2 })).sentence.en).not.toContain('without end');
	});
});

test.each([
	['unstable-decay', { learningRate: 1e-10 }],
	['weight-of-one-example', { lambda: 5e-324 }],
	['per-example-decay', { lambda: 1e-6 }],
])('%s refuses a strength that rounding would drown, and says what is allowed', (name, parameters) => {
	const experiment = findExperiment(name) as Experiment; // the registry has it
	const { error } = experiment.parameters.safeParse(parameters);
	const errors = error ? fieldErrors(error, parameters, experiment.parameters) : [];
	expect(errors).toEqual([{ path: Object.keys(parameters)[0], message: expect.stringContaining('at least') }]);
});
