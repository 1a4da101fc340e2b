/** What a card says beside its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayLosses } from '../../../site/lab/runs/lossesHtml.ts';
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
	'a picture without a line says its only number, or its only side of ½; one with a line says nothing, in $name',
	({ key }) => {
		const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
		const seen = (...values: number[]): LiveRun => {
			const field = { x: [0, 1], y: [0, 1], resolution: 2, values: Float32Array.from(values), size: 2, pixels: null };
			return { ...run, look: { field, isEven: false } as LiveRun['look'] };
		};
		expect(pictureWords(seen(0.539, 0.541, 0.54, 0.54), null, key)).toMatch(/0\.54$/);
		const { isOneSided } = LAB_TEXT[key];
		expect(pictureWords(seen(0.539, 0.541, 0.54, 0.58), null, key)).toBe(isOneSided(true));
		expect(pictureWords(seen(0.5, 0.504, 0.499, 0.93), null, key)).toBe(isOneSided(true));
		expect(pictureWords(seen(0.5, 0.504, 0.499, 0.2), null, key)).toBe(isOneSided(false));
		expect(pictureWords(seen(0.49, 0.5, 0.5, 0.51), null, key)).toBe('');
	},
);

test.each(LANGUAGES)('a run that has stopped early says where, once that is looked at, in $name', ({ key }) => {
	const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
	const at = (epoch: number) =>
		({ ...run, look: { epoch, field: null }, result: { stoppedAt: 160 } }) as unknown as LiveRun;
	expect(pictureWords(at(160), null, key)).toBe(LAB_TEXT[key].stoppedAt('160'));
	expect(pictureWords(at(159), null, key)).toBe('');
});

test('the objective stands where the held-out loss would of a run that holds nothing out', () => {
	const { objective, heldOutLoss } = LAB_TEXT.en;
	const losses = { dataLoss: 0.25, testLoss: null, objective: 0.5 };
	expect(sayLosses(losses, 'en')).toMatchObject({ testName: objective, testLoss: '0.5' });
	expect(sayLosses({ ...losses, testLoss: 0.75 }, 'en')).toMatchObject({ testName: heldOutLoss, testLoss: '0.75' });
	expect(sayLosses(null, 'en')).toMatchObject({ testName: heldOutLoss, testLoss: '–' });
});
