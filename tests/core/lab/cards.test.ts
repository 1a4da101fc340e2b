/** What a card says beside its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coefficientInWords } from '../../../site/lab/runs/coefficient.ts';
import { sayLosses } from '../../../site/lab/runs/lossesHtml.ts';
import { largestNorm, NormScale, normEnd, normShare } from '../../../site/lab/runs/normShare.ts';
import { pictureWords } from '../../../site/lab/runs/pictureWords.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import type { Field } from '../../../site/training/lab/messages.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

test('a norm that is so many times as large has a bar so many times as long, up to a round end that all runs share', () => {
	const ends = [
		[],
		[null, 0],
		[0.3, 1],
		[1.01],
		[2.47, 17.9],
		[20],
		[20.1, 3],
		[31],
		[66],
		[4e6, Number.POSITIVE_INFINITY],
	].map(normEnd);
	expect(ends).toEqual([1, 1, 1, 1.5, 20, 20, 30, 40, 75, 4e6]);
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

test('while settings change the bars of norms end where the largest norm ever seen needs it, and other runs begin anew', () => {
	const norms = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(fc.array(norms, { minLength: 1 }), norms, (seen, others) => {
			const scale = new NormScale();
			let before = 1;
			for (const [index, now] of seen.entries()) {
				const end = scale.end(now, false);
				expect(end).toBe(normEnd(seen.slice(0, index + 1).flat()));
				expect(end).toBeGreaterThanOrEqual(before);
				before = end;
			}
			scale.begin();
			expect(scale.end(others, true)).toBeGreaterThanOrEqual(before); // some are still those before
			expect(scale.end(others, false)).toBe(normEnd(others));
		}),
	);
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

test.each(LANGUAGES)(
	'what λ becomes of a penalty follows λ and m, by the formula of its spelling, in $name',
	({ key }) => {
		const said = (penalty: RunSpecInput['penalty'], m = 30, rest: Partial<RunSpecInput> = {}) =>
			coefficientInWords(canonical({ data: { kind: 'moons', m }, penalty, ...rest }), key);
		const { coefficient } = LAB_TEXT[key];
		expect(said({ lambda: 0.12 })).toBe('λ/2m = 0.002');
		expect(said({ lambda: 0.12 }, 300)).toBe('λ/2m = 2·10⁻⁴');
		expect(said({ lambda: 0.12, scaling: 'half' })).toBe('λ/2 = 0.06');
		expect(said({ lambda: 0.12, scaling: 'half' }, 300)).toBe('λ/2 = 0.06');
		expect(said({ lambda: 0.8, scaling: 'over-2b' }, 30, { training: { epochs: 10, batchSize: 8 } })).toBe(
			'λ/2B = 0.05',
		);
		expect(said({ lambda: 3, norm: 'l1', scaling: 'over-m', application: 'decoupled' })).toBe('λ/m = 0.1');
		expect(said({})).toBe('');
		const adam = { optimizer: { kind: 'adam', learningRate: 0.01 } } as const;
		expect(said({ lambda: 3, application: 'decoupled' }, 30, adam)).toBe(coefficient('η·λ/m', '0.001', true));
		expect(said({ lambda: 3, application: 'decoupled-raw' }, 30, adam)).toBe(coefficient('λ/m', '0.1', true));
	},
);

test('the objective stands where the held-out loss would of a run that holds nothing out', () => {
	const { objective, heldOutLoss } = LAB_TEXT.en;
	const losses = { dataLoss: 0.25, testLoss: null, objective: 0.5 };
	expect(sayLosses(losses, 'en')).toMatchObject({ testName: objective, testLoss: '0.5' });
	expect(sayLosses({ ...losses, testLoss: 0.75 }, 'en')).toMatchObject({ testName: heldOutLoss, testLoss: '0.75' });
	expect(sayLosses(null, 'en')).toMatchObject({ testName: heldOutLoss, testLoss: '–' });
});
