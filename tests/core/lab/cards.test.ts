/** What a card says beside its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NORM_SCALE, normShare } from '../../../site/lab/runs/normShare.ts';
import { pictureWords } from '../../../site/lab/runs/pictureWords.ts';
import { emptyRun } from '../../../site/lab/training/liveRun.ts';
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
