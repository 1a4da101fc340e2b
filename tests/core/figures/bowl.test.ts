import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	BOWL_STOPS,
	type BowlState,
	bowlSpec,
	lowestInBox,
	PUBLISHED_BOWL,
	WAYS,
	walk,
	walkAll,
} from '../../../site/figures/bowl/model.ts';
import { bowlSvg } from '../../../site/figures/bowl/picture.ts';
import { bowlCaption } from '../../../site/figures/bowl/words.ts';
import { heightOf } from '../../../site/pictures/plane/quadratic.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { weightsOf } from '../../../src/experiments/experiment.ts';
import { BOWL } from '../../../src/experiments/shared/bowl.ts';
import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const state = (patch: Partial<BowlState>): BowlState => ({ ...PUBLISHED_BOWL, ...patch });
const last = (path: readonly Point[]): Point => path.at(-1) ?? [Number.NaN, Number.NaN];

describe('a walk', () => {
	const cases = WAYS.flatMap((way) => [1, 7, 200, 1000].map((steps) => ({ way, steps, decay: steps === 7 ? 1 : 0.2 })));
	test.each(cases)('is what the engine trains: $way, $steps steps, d = $decay', async ({ way, steps, decay }) => {
		const here = state({ w1: -1.2, w2: -2, steps, decay });
		const trained = weightsOf(await train(canonical(bowlSpec(way, here))));
		const [w1, w2] = last(walk(way, here, steps));
		// A thousand steps of Adam round in float32; its path forgets that on the way.
		expect(trained[0]).toBeCloseTo(w1, 3);
		expect(trained[1]).toBeCloseTo(w2, 3);
		if (steps < 10) expect(Math.abs((trained[0] ?? 0) - w1) + Math.abs((trained[1] ?? 0) - w2)).toBeLessThan(2e-6);
	});

	test('of SGD is one path for L2 and for decay, wherever it begins', () => {
		for (const decay of BOWL_STOPS.decay) {
			for (const [w1, w2] of [BOWL.start, [2, -2], [0, 0]] as const) {
				expect(walkAll(state({ decay, w1, w2 })).apart).toBeLessThan(1e-12);
			}
		}
	});

	test('ends on ridge, but for AdamW, which ends on the lowest place in its box', () => {
		for (const decay of BOWL_STOPS.decay) {
			const { away } = walkAll(state({ decay }));
			for (const way of ['sgd-l2', 'sgd-decay', 'adam-l2'] as const) expect(away[way], `${decay}`).toBeLessThan(0.01);
			// Where the wall goes just by the lowest point, AdamW is slow.
			expect(away.adamw, `${decay}`).toBeLessThan(0.05);
		}
	});
});

describe('where the paths lead', () => {
	test.each(BOWL_STOPS.decay)('is the minimum that src/convex finds, d = %d', (decay) => {
		const [w1, w2] = ridge(BOWL.X, BOWL.y, BOWL.X.length * decay);
		const found = walkAll(state({ decay, steps: 0 })).ridge;
		expect(found[0]).toBeCloseTo(w1 ?? Number.NaN, 12);
		expect(found[1]).toBeCloseTo(w2 ?? Number.NaN, 12);
	});

	test.each(BOWL_STOPS.decay)('or the lowest of ten thousand places in the box, d = %d', (decay) => {
		const found = lowestInBox(decay);
		const bowl = { curvature: BOWL.curvature, low: BOWL.low };
		expect(Math.max(...found.map(Math.abs))).toBeLessThanOrEqual(1 / decay + 1e-12);
		const shares = Array.from({ length: 101 }, (_, i) => (i / 50 - 1) / decay);
		const lowest = Math.min(...shares.flatMap((x) => shares.map((y) => heightOf(bowl, [x, y]))));
		expect(heightOf(bowl, found)).toBeLessThanOrEqual(lowest + 1e-12);
	});
});

describe('the picture', () => {
	test('is finite at every stop', () => {
		for (const decay of BOWL_STOPS.decay) {
			for (const steps of [0, 1, 75, 4000]) {
				const here = state({ decay, steps });
				const svg = bowlSvg(here, walkAll(here), 'a "bowl"', 'en');
				expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
				expect(svg).toContain('a &quot;bowl&quot;');
			}
		}
	});

	test.each(['en', 'zh'] as const)('is said in words: where each goes, with its number, %s', (language) => {
		const say = (patch: Partial<BowlState>) => bowlCaption(state(patch), walkAll(state(patch)), language);
		const gap = distance(lowestInBox(0.5), walkAll(state({})).ridge);
		expect(say({})).toContain(gap.toPrecision(2));
		expect(say({})).toContain('|w| ≤ 2');
		expect(say({ decay: 0.2 })).toContain('|w| ≤ 5');
		expect(say({ way: 'sgd-l2' })).toBe(say({ way: 'sgd-decay' }));
		expect(new Set(WAYS.map((way) => say({ way }))).size).toBe(3);
		expect(say({ steps: 0 })).not.toMatch(/\d/);
	});
});
