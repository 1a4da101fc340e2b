/** What a card says beside its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayLosses } from '../../../site/lab/runs/lossesHtml.ts';
import { largestNorm, normEnd, normShare } from '../../../site/lab/runs/normShare.ts';
import { pictureWords } from '../../../site/lab/runs/pictureWords.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import type { Field } from '../../../site/training/lab/messages.ts';
import { canonical } from '../../../src/schema/canonical.ts';

test('a norm that is so many times as large has a bar so many times as long, up to a round end that all runs share', () => {
	const ends = [[], [null, 0], [0.3, 1], [1.01], [2.47, 17.9], [20], [21, 3], [4e6, Number.POSITIVE_INFINITY]].map(
		normEnd,
	);
	expect(ends).toEqual([1, 1, 1, 2, 20, 20, 50, 5e6]);
	expect([null, 0, Number.NaN, 5, 20, 40].map((norm) => normShare(norm, 20))).toEqual([0, 0, 0, 25, 100, 100]);
	const norm = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
	fc.assert(
		fc.property(norm, norm, (a, b) => {
			const end = normEnd([a, b]);
			expect(normShare(a, end) * b).toBeCloseTo(normShare(b, end) * a, 3);
			expect(Math.max(a, b, 1)).toBeLessThanOrEqual(end);
		}),
	);
	for (const { key } of LANGUAGES) expect(LAB_TEXT[key].normScale('20')).toContain('20');
});

test('the bars of norms end where they do at every epoch of a training', () => {
	const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
	const trace = { ...run.trace, epoch: [0, 10, 20], weightNorm: [4, 26, null] };
	const look = (weightNorm: number) => ({ measured: { weightNorm } }) as LiveRun['look'];
	expect([3, 5, 27].map((norm) => largestNorm({ trace, look: look(norm) }))).toEqual([26, 26, 27]);
	expect(largestNorm(run)).toBe(0);
});

test.each(LANGUAGES)(
	'two pictures that only look alike are told by how much they differ, and alike are those without any difference, in $name',
	({ key }) => {
		const run = emptyRun(1, canonical({ data: { kind: 'moons' } }), []);
		const field = (...values: number[]) =>
			({ x: [0, 1], y: [0, 1], resolution: 2, values, size: 2, pixels: null }) as unknown as Field;
		const base = field(0.25, 0.25, 0.75, 0.75);
		const said = (...values: number[]) =>
			pictureWords({ ...run, look: { field: field(...values), isEven: false } as LiveRun['look'] }, base, key);
		expect(said(0.25, 0.25, 0.75, 0.75)).toBe(LAB_TEXT[key].noDifference);
		expect(said(0.25, 0.25, 0.746, 0.75)).toBe(LAB_TEXT[key].hardlyAny('0.004'));
		expect(said(0.25, 0.25, 0.35, 0.75)).toBe('');
	},
);

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
