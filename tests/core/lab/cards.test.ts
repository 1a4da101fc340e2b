/** What a card says beside its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NORM_SCALE, normShare } from '../../../site/lab/runs/normShare.ts';
import { pictureWords } from '../../../site/lab/runs/pictureWords.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { canonical } from '../../../src/schema/canonical.ts';

test('the bar of a norm grows by the same length with every factor, and ends where it is said to', () => {
	const [least, most] = NORM_SCALE;
	expect([null, 0, least / 2, least, most, 7 * most].map(normShare)).toEqual([0, 0, 0, 0, 100, 100]);
	const norm = fc.double({ min: least, max: most / 2, noNaN: true });
	fc.assert(
		fc.property(norm, norm, (a, b) => {
			expect(normShare(2 * a) - normShare(a)).toBeCloseTo(normShare(2 * b) - normShare(b), 8);
		}),
	);
	for (const { key } of LANGUAGES)
		for (const end of NORM_SCALE) expect(LAB_TEXT[key].normScale(...NORM_SCALE)).toContain(String(end));
});

test.each(LANGUAGES)('a setting that trains for long says how far it is, in $name', ({ key }) => {
	const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
	expect(pictureWords(run, null, key)).toBe('');
	expect(pictureWords({ ...run, isCatchingUp: true, progress: 0.347 }, null, key)).toBe(LAB_TEXT[key].trainingOn('34'));
});

test.each(LANGUAGES)(
	'a picture of one tint says its number, and one with a slope says nothing, in $name',
	({ key }) => {
		const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
		const seen = (...values: number[]): LiveRun => {
			const field = { x: [0, 1], y: [0, 1], resolution: 2, values: Float32Array.from(values), size: 2, pixels: null };
			return { ...run, look: { field, isEven: false } as LiveRun['look'] };
		};
		expect(pictureWords(seen(0.539, 0.541, 0.54, 0.54), null, key)).toMatch(/0\.54$/);
		expect(pictureWords(seen(0.539, 0.541, 0.54, 0.58), null, key)).toBe('');
	},
);
