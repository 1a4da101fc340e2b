import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	decaySpec,
	fateOf,
	PUBLISHED_DECAY,
	SHARE_STOPS,
	STEPS,
	shareReaching,
	weightsUnder,
} from '../../../site/figures/tooMuch/model.ts';
import { decaySvg, gripPlace, weightAt } from '../../../site/figures/tooMuch/picture.ts';
import { decayCaption } from '../../../site/figures/tooMuch/words.ts';
import { canonical } from '../../../src/schema/canonical.ts';

describe('a weight under its decay', () => {
	test.each(SHARE_STOPS)('is what the engine trains, step by step, η·d = %d', async (share) => {
		const { trace, status } = await train(canonical(decaySpec({ share })));
		expect(status).toBe('ok');
		const weights = weightsUnder({ share });
		expect(trace.weightNorm).toHaveLength(STEPS + 1);
		for (const [step, norm] of trace.weightNorm.entries()) {
			const size = Math.abs(weights[step] ?? Number.NaN);
			expect(norm ?? Number.NaN, `${step}`).toBeCloseTo(size, size > 1 ? 3 : 5);
		}
	});

	test('shrinks below 1, flips from there to 2, and explodes beyond', () => {
		for (const share of SHARE_STOPS) {
			const weights = weightsUnder({ share });
			const [first = 0, second = 0] = weights;
			const last = weights.at(-1) ?? Number.NaN;
			const fate = fateOf({ share });
			expect(second < 0).toBe(share > 1);
			expect(Math.abs(last) > first).toBe(share > 2);
			expect(Math.abs(last) < first).toBe(share > 0 && share < 2);
			if (share > 1 && share < 2) expect(fate).toBe('flips');
			if (share > 2) expect(fate).toBe('explodes');
		}
		expect([0, 1, 2].map((share) => fateOf({ share }))).toEqual(['stays', 'gone', 'swings']);
	});

	test('is found again from where its grip lies', () => {
		for (const share of SHARE_STOPS) expect(shareReaching(weightAt(gripPlace({ share }).y))).toBe(share);
		expect(shareReaching(5)).toBe(0);
		expect(shareReaching(-5)).toBe(2.2);
	});
});

test.each(['en', 'zh'] as const)('the picture is finite and the words say the fate, %s', (language) => {
	for (const share of SHARE_STOPS) expect(decaySvg({ share }, '', language)).not.toMatch(/NaN|Infinity|undefined/);
	expect(new Set([0, 0.5, 1, 1.5, 2, 2.2].map((share) => decayCaption({ share }, language))).size).toBe(6);
	expect(decayCaption({ share: 2.2 }, language)).toContain('18');
	expect(decayCaption({ share: 0.1 }, language)).toContain('10%');
	expect(decayCaption(PUBLISHED_DECAY, language)).toContain('0.028');
});
