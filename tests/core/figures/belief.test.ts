import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	BELIEF_STOPS,
	type BeliefState,
	beliefSpec,
	contourOf,
	lambdaOf,
	likelihoodOf,
	PUBLISHED_BELIEF,
	priorReach,
	tauReaching,
	weigh,
} from '../../../site/figures/belief/model.ts';
import { beliefSvg } from '../../../site/figures/belief/picture.ts';
import { beliefCaption, beliefLabel, beliefNumbers } from '../../../site/figures/belief/words.ts';
import { ridgePoint } from '../../../site/pictures/plane/quadratic.ts';
import { lasso } from '../../../src/convex/lasso.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { weightsOf } from '../../../src/experiments/experiment.ts';
import type { Point } from '../../../src/experiments/shared/plane.ts';
import { priorStandardDeviation } from '../../../src/penalty.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const KINDS = ['gaussian', 'laplace'] as const;
const STATES = KINDS.flatMap((prior) =>
	BELIEF_STOPS.m.flatMap((m) => BELIEF_STOPS.tau.map((tau): BeliefState => ({ m, tau, prior }))),
);
const state = (patch: Partial<BeliefState>): BeliefState => ({ ...PUBLISHED_BELIEF, ...patch });

/** Rows and targets of a state, as its run has them. */
function rowsOf(of: BeliefState) {
	const { data } = canonical(beliefSpec(of));
	if (data.kind !== 'inline') throw new Error('the rows are its own');
	return { X: data.X, y: data.y as number[] }; // the figure's targets are numbers
}

describe('the peak of the posterior', () => {
	test('is what src/convex finds on the rows, at every stop', () => {
		for (const here of STATES) {
			const { X, y } = rowsOf(here);
			const { map, lambda } = weigh(here);
			const found = here.prior === 'gaussian' ? ridge(X, y, lambda) : lasso(X, y, lambda / here.m);
			expect(map[0], JSON.stringify(here)).toBeCloseTo(found[0] ?? Number.NaN, 7);
			expect(map[1], JSON.stringify(here)).toBeCloseTo(found[1] ?? Number.NaN, 7);
		}
	});

	test.each(KINDS)('has a prior of standard deviation τ, as src/penalty.ts reads the run, %s', (prior) => {
		for (const tau of BELIEF_STOPS.tau) {
			const { penalty, loss } = canonical(beliefSpec(state({ prior, tau })));
			const said = priorStandardDeviation({ ...penalty, application: 'loss' }, loss, { m: 6, batchSize: 6 });
			expect(said).toBeCloseTo(tau, 10);
		}
	});

	test('lets λ stay as it is while m grows, and comes to the maximum of the likelihood', () => {
		for (const prior of KINDS) {
			const moved = [6, 50, 200].map((m) => weigh(state({ m, prior })).moved);
			expect(moved[1]).toBeLessThan((moved[0] ?? 0) / 3);
			expect(moved[2]).toBeLessThan((moved[0] ?? 0) / 10);
			expect(new Set([6, 50, 200].map((m) => weigh(state({ m, prior })).lambda)).size).toBe(1);
		}
	});

	test('is trained by the engine too, but for a bias, which it learns beside', async () => {
		const here = state({ m: 200, tau: 0.3 });
		const trained = weightsOf(await train(canonical(beliefSpec(here))));
		const { map } = weigh(here);
		expect(trained[0]).toBeCloseTo(map[0], 1);
		expect(trained[1]).toBeCloseTo(map[1], 1);
	});
});

describe('the drawing', () => {
	test.each(KINDS)('has every point of a contour at its share of the peak’s density, %s', (prior) => {
		for (const tau of [0.1, 0.5, 3]) {
			for (const m of [2, 6, 200]) {
				const { height, map } = weigh(state({ prior, tau, m }));
				for (const point of contourOf(height, map, Math.LN10, 24)) {
					expect(Math.exp(height(map) - height(point))).toBeCloseTo(0.1, 3);
				}
			}
		}
	});

	test('of a Gaussian posterior by rays is the ellipse of its formula', () => {
		const here = state({});
		const { height, map, likelihood, lambda } = weigh(here);
		expect(map).toEqual(ridgePoint(likelihood, lambda).map((value) => expect.closeTo(value, 12)));
		const [a, b, c] = likelihood.curvature;
		const quadratic = ([x, y]: Point) =>
			(a + lambda) * (x - map[0]) ** 2 + 2 * b * (x - map[0]) * (y - map[1]) + (c + lambda) * (y - map[1]) ** 2;
		for (const point of contourOf(height, map, Math.LN2, 24)) expect(quadratic(point)).toBeCloseTo(2 * Math.LN2, 4);
	});

	test('is finite at every stop, and nothing in it is empty', () => {
		for (const here of STATES) {
			const svg = beliefSvg(here, weigh(here), beliefLabel(here, weigh(here), 'zh'), 'zh');
			expect(svg, JSON.stringify(here)).not.toMatch(/NaN|Infinity|undefined|d="Z?"/);
		}
	});

	test('gives back the τ of the place where its grip lies', () => {
		for (const here of STATES) {
			expect(tauReaching(here, Math.LN2, priorReach(here, Math.LN2))).toBe(here.tau);
			expect(tauReaching(here, Math.LN2, -1)).toBe(BELIEF_STOPS.tau[0]);
		}
	});
});

test('more rows are the same rows and others', () => {
	const [few, many] = [rowsOf(state({ m: 6 })), rowsOf(state({ m: 50 }))];
	expect(many.X.slice(0, 6)).toEqual(few.X);
	expect(many.y.slice(0, 6)).toEqual(few.y);
	expect(likelihoodOf(50).low).toEqual(ridge(many.X, many.y, 0).map((value) => expect.closeTo(value, 10)));
});

test.each(['en', 'zh'] as const)('the words say λ, the distance, and a weight that is exactly 0, %s', (language) => {
	const say = (patch: Partial<BeliefState>) => beliefCaption(state(patch), weigh(state(patch)), language);
	expect(say({})).toContain('λ');
	expect(say({})).toContain(weigh(state({})).moved.toPrecision(2));
	expect(say({ prior: 'laplace', tau: 0.3 })).toContain('w₂ = 0');
	expect(say({ m: 200 })).not.toBe(say({ m: 100 }));
	expect(beliefNumbers(state({}), weigh(state({})), language).prior).toContain(String(lambdaOf(state({}))));
});
