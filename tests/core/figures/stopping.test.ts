import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	DATA_BOWL,
	descend,
	EXAMPLES,
	lambdaAt,
	NOISE,
	nearestStop,
	RATE,
	ridgeAt,
	riskOfRidge,
	riskOfStopping,
	STEP_STOPS,
	stopAt,
	stoppingSpecs,
	TRUTH,
} from '../../../site/figures/stopping/model.ts';
import { riskSvg, stoppingSvg } from '../../../site/figures/stopping/picture.ts';
import { stoppingWords } from '../../../site/figures/stopping/words.ts';
import { minus, solve, times } from '../../../site/pictures/plane/quadratic.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { weightsOf } from '../../../src/experiments/experiment.ts';
import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const spec = (steps: number, which: 0 | 1) => {
	const found = stoppingSpecs({ steps })[which];
	if (!found) throw new Error('there are two');
	return canonical(found);
};
const rows = () => {
	const { data } = spec(1, 0);
	if (data.kind !== 'inline') throw new Error('the rows are its own');
	return { X: data.X, y: data.y as number[] }; // the figure's targets are numbers
};

describe('the two points', () => {
	test('are those of gradient descent by its loop, and of ridge by src/convex', () => {
		const { X, y } = rows();
		let w: Point = [0, 0];
		for (let step = 1; step <= 2000; step++) {
			const slope = times(DATA_BOWL.curvature, minus(w, DATA_BOWL.low));
			w = [w[0] - RATE * slope[0], w[1] - RATE * slope[1]];
			if (!(STEP_STOPS as readonly number[]).includes(step)) continue;
			expect(distance(descend(step), w), `${step}`).toBeLessThan(1e-12);
			const [w1 = Number.NaN, w2 = Number.NaN] = ridge(X, y, lambdaAt(step));
			expect(distance(ridgeAt(step), [w1, w2]), `${step}`).toBeLessThan(1e-12);
		}
		expect(lambdaAt(60)).toBeCloseTo(EXAMPLES / (0.1 * 60), 12);
	});

	test.each([1, 10, 60, 500, 2000])('are what the engine trains, %d steps', async (steps) => {
		const ends = [descend(steps), ridgeAt(steps)] as const;
		for (const which of [0, 1] as const) {
			const [w1 = Number.NaN, w2 = Number.NaN] = weightsOf(await train(spec(steps, which)));
			expect(distance([w1, w2], ends[which])).toBeLessThan(1e-4);
		}
	});

	test('begin together at 0 and end together at the best fit', () => {
		expect(distance(descend(0), [0, 0])).toBeCloseTo(0, 12);
		for (const point of [descend(1e5), ridgeAt(1e9)]) expect(distance(point, DATA_BOWL.low)).toBeLessThan(1e-6);
	});

	test('of the path are found again from where they lie', () => {
		for (const steps of STEP_STOPS.filter((stop) => stop < 500)) expect(nearestStop(descend(steps))).toBe(steps);
	});
});

describe('the risk', () => {
	test('in closed form is the mean over draws of the noise', () => {
		const { X } = rows();
		const random = new RandomState(1);
		const draws = 4000;
		const sums = [0, 0];
		for (let draw = 0; draw < draws; draw++) {
			const y = X.map(([x1 = 0, x2 = 0]) => x1 * TRUTH[0] + x2 * TRUTH[1] + NOISE * random.gaussian());
			const right = ([0, 1] as const).map(
				(j) => X.reduce((sum, row, i) => sum + (row[j] ?? 0) * (y[i] ?? 0), 0) / EXAMPLES,
			);
			const low = solve(DATA_BOWL.curvature, [right[0] ?? 0, right[1] ?? 0]);
			// Both points are linear in the best fit, by the same matrices.
			const [w1 = 0, w2 = 0] = ridge(X, y, lambdaAt(60));
			sums[0] = (sums[0] ?? 0) + distance([w1, w2], TRUTH) ** 2;
			let w: Point = [0, 0];
			for (let step = 0; step < 60; step++) {
				const slope = times(DATA_BOWL.curvature, minus(w, low));
				w = [w[0] - RATE * slope[0], w[1] - RATE * slope[1]];
			}
			sums[1] = (sums[1] ?? 0) + distance(w, TRUTH) ** 2;
		}
		expect((sums[0] ?? 0) / draws / riskOfRidge(60)).toBeCloseTo(1, 1);
		expect((sums[1] ?? 0) / draws / riskOfStopping(60)).toBeCloseTo(1, 1);
	});

	test('of stopping is never more than 1.69 times that of ridge (Ali, Kolter & Tibshirani)', () => {
		const ratios = STEP_STOPS.map((steps) => stopAt({ steps }).ratio);
		expect(Math.max(...ratios)).toBeLessThan(1.69);
		expect(Math.max(...ratios)).toBeGreaterThan(1);
		expect(ratios.at(-1)).toBeLessThan(1.1);
	});
});

test.each(['en', 'zh'] as const)('the pictures are finite and the words hold their numbers, %s', (language) => {
	for (const steps of STEP_STOPS) {
		const svg = stoppingSvg(stopAt({ steps }), '', language) + riskSvg({ steps }, '', language);
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
	}
	const { caption } = stoppingWords({ steps: 40 }, language);
	expect(caption).toContain('40');
	expect(caption).toContain('λ = 10');
	expect(caption).toContain(stopAt({ steps: 40 }).apart.toPrecision(2));
});
