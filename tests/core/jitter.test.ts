/** Claim 16: strengths are chosen on validation examples, what they gain is scored on others, and may be negative. */
import { describe, expect, test } from 'vitest';
import { host, train } from '../../scripts/nodeHost.ts';
import { at } from '../../src/at.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { combinations } from '../../src/experiments/shared/combinations.ts';
import {
	choicesOf,
	HELD_OUT,
	type HeldOutLosses,
	heldOutLosses,
	JITTERS,
	jitteredSpecs,
	OWN_NOISE,
	type Task,
} from '../../src/experiments/shared/jitteredNets.ts';
import { gainsBesideJitter } from '../../src/experiments/shared/jitterGains.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { dataSchema } from '../../src/schema/data.ts';
import { REAL_DATA } from '../../src/schema/realData.ts';
import { mean } from '../../src/statistics.ts';
import { networkLoss } from './networkLoss.ts';

/** What a task's choices gain where its networks end with these losses, on two seeds. */
const gains = (task: Task, losses: (jitter: number, lambda: number) => HeldOutLosses) =>
	gainsBesideJitter(
		task,
		[...combinations(JITTERS[task], choicesOf(task), [1, 2])].map(([jitter, { lambda }]) => losses(jitter, lambda)),
		2,
	).measured;

describe.each(['moons', 'digits'] as const)('what decay gains on %s', (task) => {
	test('is negative where validation prefers a decay that tests worse', () => {
		const measured = gains(task, (_, lambda) => ({
			validation: lambda === 0.1 ? 1 : 2,
			test: lambda === 0.1 ? 3.5 : 3,
		}));
		for (const gain of [measured.decayGainAlone, measured.decayGainBeside, measured.decayGainBeyond])
			expect(gain).toEqual({ value: -0.5, low: -0.5, high: -0.5 });
		expect(measured.dropoutGainAlone.value).toBe(0);
		expect(measured.lambdaAlone.value).toBeCloseTo(0.1, 12);
	});

	test('is 0 where validation prefers none, however much it would gain in the test', () => {
		const measured = gains(task, (_, lambda) => ({ validation: 1 + lambda, test: 3 - lambda }));
		expect(measured.decayGainAlone.value).toBe(0);
		expect(measured.lambdaAlone.value).toBe(0);
	});

	test('stands beside the jitter that validates best without it', () => {
		const best = at(JITTERS[task], 2);
		const measured = gains(task, (jitter, lambda) => {
			const gained = jitter === best && lambda > 0 ? 0.25 : 0;
			return { validation: (jitter === best ? 1 : 2) - gained, test: 4 - gained };
		});
		expect(measured.chosenJitter.value).toBe(best);
		expect(measured.decayGainBeside.value).toBe(0.25);
		expect(measured.decayGainAlone.value).toBe(0);
	});
});

test.each(['moons', 'digits'] as const)(
	'a run of %s measures the examples that choose and those that score',
	async (task) => {
		const [spec] = jitteredSpecs(task, [7]);
		if (!spec) throw new Error('there is no run');
		const canonicalSpec = canonical(spec);
		const run = await train({ ...canonicalSpec, output: { boundary: null, weights: true } });
		const [losses] = heldOutLosses([run]);
		const { test: heldOut } = await loadDataSet(canonicalSpec.data, host.tables);
		if (!heldOut || !run.weights || !losses) throw new Error('nothing is held out');
		const { choose, score } = HELD_OUT[task];
		expect(heldOut.y).toHaveLength(choose + score);
		const choosing = { X: heldOut.X.slice(0, choose), y: heldOut.y.slice(0, choose) };
		expect(losses.validation / networkLoss(run.weights, choosing)).toBeCloseTo(1, 5);
		const scoring = { X: heldOut.X.slice(choose), y: heldOut.y.slice(choose) };
		expect(losses.test / networkLoss(run.weights, scoring)).toBeCloseTo(1, 5);
	},
);

test('jitter goes to more than twice the noise that the data have: of digits, the spread of a pixel within its digit', async () => {
	const { rows, classes } = REAL_DATA.digits;
	const { train } = await loadDataSet(dataSchema.parse({ kind: 'digits', m: rows }), host.tables);
	const variances = at(train.X, 0).map((_, pixel) => {
		const groups = Array.from({ length: classes }, (_, digit) =>
			train.X.filter((_, i) => train.y[i] === digit).map((row) => at(row, pixel)),
		);
		const squares = groups.flatMap((values) => values.map((value) => (value - mean(values)) ** 2));
		return (mean(squares) * rows) / (rows - classes);
	});
	const varying = variances.filter((variance) => variance > 0);
	expect(varying).toHaveLength(61);
	expect(Math.sqrt(mean(varying))).toBeCloseTo(OWN_NOISE.digits, 3);
	for (const task of ['moons', 'digits'] as const)
		expect(Math.max(...JITTERS[task])).toBeGreaterThan(2 * OWN_NOISE[task]);
});
