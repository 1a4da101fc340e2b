import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	bowlOf,
	EXAMPLES,
	LAMBDA_STOPS,
	PUBLISHED_SHRINK,
	penalise,
	penaliseOne,
	type ShrinkState,
	shrinkSpec,
} from '../../../site/figures/shrinkOrCut/model.ts';
import { dotsSvg, shrinkSvg } from '../../../site/figures/shrinkOrCut/picture.ts';
import { countZeros, shrinkCaption } from '../../../site/figures/shrinkOrCut/words.ts';
import { heightOf, times } from '../../../site/pictures/plane/quadratic.ts';
import { lasso } from '../../../src/convex/lasso.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { weightsOf } from '../../../src/experiments/experiment.ts';
import exactZeros from '../../../src/experiments/results/exact-zeros.json' with { type: 'json' };
import { drawOrthonormal } from '../../../src/experiments/shared/orthonormalDesign.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const STATES = (['l1', 'l2'] as const).flatMap((norm) =>
	(['apart', 'together'] as const).flatMap((inputs) =>
		LAMBDA_STOPS.flatMap((lambda) =>
			(
				[
					[1.3, 0.25],
					[-0.4, 1.2],
					[0.05, -0.9],
				] as const
			).map(([b1, b2]): ShrinkState => ({ b1, b2, lambda, norm, inputs })),
		),
	),
);

const { X, y } = drawOrthonormal(1);
const free = ridge(X, y, 0);

describe('two weights', () => {
	test('are at the minimum: no slope, or under L1 a slope of at most λ/m where a weight is 0', () => {
		for (const state of STATES) {
			const { bowl, w } = penalise(state);
			const t = state.lambda / EXAMPLES;
			const slope = times(bowl.curvature, [w[0] - bowl.low[0], w[1] - bowl.low[1]]);
			for (const j of [0, 1] as const) {
				if (state.norm === 'l2') expect(slope[j] + t * w[j]).toBeCloseTo(0, 10);
				else if (w[j] === 0) expect(Math.abs(slope[j])).toBeLessThanOrEqual(t + 1e-10);
				else expect(slope[j] + t * Math.sign(w[j])).toBeCloseTo(0, 10);
			}
		}
	});

	test('lie where the contour and the circle or diamond touch: nothing in the ball is lower', () => {
		for (const state of STATES.filter(({ lambda }) => lambda % 60 === 0)) {
			const { bowl, w, radius } = penalise(state);
			const lowest = heightOf(bowl, w);
			for (let i = 0; i < 200; i++) {
				const [x, y2] = [Math.cos((i * Math.PI) / 100), Math.sin((i * Math.PI) / 100)];
				const size = state.norm === 'l2' ? 1 : Math.abs(x) + Math.abs(y2);
				expect(heightOf(bowl, [(radius * x) / size, (radius * y2) / size])).toBeGreaterThanOrEqual(lowest - 1e-9);
			}
		}
	});

	test.each([
		{ norm: 'l1', inputs: 'apart' },
		{ norm: 'l1', inputs: 'together' },
		{ norm: 'l2', inputs: 'apart' },
		{ norm: 'l2', inputs: 'together' },
	] as const)('are what the engine trains, $norm, $inputs', async (patch) => {
		const state = { ...PUBLISHED_SHRINK, ...patch };
		const trained = weightsOf(await train(canonical(shrinkSpec(state))));
		const { w } = penalise(state);
		expect(trained[0]).toBeCloseTo(w[0], 5);
		expect(trained[1]).toBeCloseTo(w[1], 5);
		if (state.norm === 'l1' && state.inputs === 'apart') expect(trained[1]).toBe(0);
	});

	test('never grow under L2 where the inputs are independent; where they are correlated, one may', () => {
		const grown = (inputs: ShrinkState['inputs']) =>
			STATES.filter((state) => state.norm === 'l2' && state.inputs === inputs && penalise(state).grown !== null);
		expect(grown('apart')).toEqual([]);
		expect(grown('together').length).toBeGreaterThan(10);
		const state: ShrinkState = { ...PUBLISHED_SHRINK, norm: 'l2', inputs: 'together' };
		expect(bowlOf(state).low[1]).toBe(0.25);
		expect(shrinkCaption(state, penalise(state), free, 'en')).toContain('w₂');
		expect(shrinkCaption(state, penalise(state), free, 'zh')).toContain('从 0.25 变大');
	});
});

describe('fifty weights', () => {
	test.each(LAMBDA_STOPS)('are those of src/convex, λ = %d', (lambda) => {
		const l2 = ridge(X, y, lambda);
		const l1 = lambda === 0 ? free : lasso(X, y, lambda / EXAMPLES);
		for (const [j, b] of free.entries()) {
			expect(penaliseOne(b, { norm: 'l2', lambda })).toBeCloseTo(l2[j] ?? Number.NaN, 10);
			expect(penaliseOne(b, { norm: 'l1', lambda })).toBeCloseTo(l1[j] ?? Number.NaN, 10);
		}
	});

	test('have as many zeros as the experiment counts', () => {
		expect(countZeros({ ...PUBLISHED_SHRINK, lambda: 20 }, free)).toBe(exactZeros.measured.zerosOfL1.value);
		expect(countZeros({ ...PUBLISHED_SHRINK, norm: 'l2', lambda: 400 }, free)).toBe(0);
	});
});

test('the pictures are finite, and hold every dot twice', () => {
	for (const state of STATES) {
		const svg = shrinkSvg(state, penalise(state), '', 'en') + dotsSvg(state, free, '', 'en');
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		expect(svg.split('a2 2 0 1 0 4 0').length - 1).toBe(100);
	}
});
