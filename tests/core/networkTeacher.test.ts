import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkTeacher } from '../../src/data/networkTeacher.ts';
import { drawDataSet } from '../../src/data/registry.ts';
import { networkTeacherSchema } from '../../src/schema/data.ts';

const kind = 'network-teacher';
const drawn = (fields: object) => networkTeacher(networkTeacherSchema.parse({ kind, ...fields }));

test("draws and targets are those of NumPy's RandomState and mpmath's tanh, to the last bit", () => {
	const lesson = { m: 3, features: 2, hidden: 3, teacherStandardDeviation: 1.5, seed: 7, test: { m: 2, seed: 8 } };
	// r = RandomState(7); U = 1.5·r.randn(3, 2); v = 1.5·r.randn(3); X = r.randn(3, 2); ε = r.randn(3); sums from the left.
	expect(drawn(lesson)).toEqual({
		teacher: {
			U: [
				[2.535788555700534, -0.6989060558112492],
				[0.04923024551787661, 0.6112744244947618],
				[-1.1833845429386078, 0.003098359358922195],
			],
			v: [-0.0013355787868970443, -2.6320864595181312, 1.5264870084952398],
		},
		train: {
			X: [
				[0.6004985159195494, -0.6254289739667597],
				[-0.17154826119572117, 0.5052993741967516],
				[-0.261356415191647, -0.2427490786725466],
			],
			y: [-0.48011786237611004, -0.2925528006015454, 0.9151401982092522],
		},
		test: {
			X: [
				[0.09120471661981977, 1.0912827332721105],
				[-1.9469703090225463, -1.3863495322369392],
			],
			y: [-2.3897333425064518, 4.159509780434834],
		},
	});
});

describe('whatever the sizes and the seeds', () => {
	const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
	const lessons = fc.record({
		m: fc.integer({ min: 1, max: 20 }),
		features: fc.integer({ min: 1, max: 8 }),
		hidden: fc.integer({ min: 1, max: 8 }),
		teacherStandardDeviation: fc.integer({ min: 0, max: 20 }).map((k) => k / 10),
		seed,
		test: fc.record({ m: fc.integer({ min: 1, max: 20 }), seed }),
	});

	test('without noise, both samples are what the one teacher answers', () => {
		fc.assert(
			fc.property(lessons, (lesson) => {
				const { teacher, train, test } = drawn({ ...lesson, noise: 0 });
				const { U, v } = teacher;
				const answer = (x: number[]) =>
					U.map((u, k) => Math.tanh(u.reduce((sum, w, j) => sum + w * (x[j] ?? Number.NaN), 0)) * (v[k] ?? Number.NaN));
				for (const { X, y } of [train, ...(test ? [test] : [])]) {
					for (const [i, x] of X.entries()) {
						const parts = answer(x);
						const scale = parts.reduce((sum, part) => sum + Math.abs(part), 0);
						const expected = parts.reduce((sum, part) => sum + part, 0);
						expect(Math.abs((y[i] ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-14 * scale);
					}
				}
				expect(test?.y).toHaveLength(lesson.test.m);
			}),
			{ seed: 1 },
		);
	});

	test('noise changes no teacher and no input, and a held-out sample no training sample', () => {
		fc.assert(
			fc.property(lessons, (lesson) => {
				const [clean, noisy] = [drawn({ ...lesson, noise: 0 }), drawn({ ...lesson, noise: 1 })];
				expect(noisy.teacher).toEqual(clean.teacher);
				expect(noisy.train.X).toEqual(clean.train.X);
				expect(noisy.test?.X).toEqual(clean.test?.X);
				expect(drawn({ ...lesson, noise: 1, test: null }).train).toEqual(noisy.train);
			}),
			{ seed: 1 },
		);
	});
});

test('the weights and the noise have the spread that is asked for', () => {
	const sizes = { features: 100, hidden: 64, teacherStandardDeviation: 0.2, m: 2000, test: null };
	const { teacher, train } = drawn({ ...sizes, noise: 0.7 });
	const rootMeanSquare = (numbers: number[]) => Math.sqrt(numbers.reduce((sum, w) => sum + w * w, 0) / numbers.length);
	expect(rootMeanSquare(teacher.U.flat())).toBeCloseTo(0.2, 2);
	const clean = drawn({ ...sizes, noise: 0 }).train;
	expect(Math.abs(rootMeanSquare(train.y.map((y, i) => y - (clean.y[i] ?? Number.NaN))) - 0.7)).toBeLessThan(0.04);
});

test('a spec that names it draws it', () => {
	const data = networkTeacherSchema.parse({ kind });
	expect(data).toMatchObject({ m: 30, noise: 0.3, features: 10, hidden: 16, teacherStandardDeviation: 0.5 });
	const { train, test } = networkTeacher(data);
	expect(drawDataSet(data)).toMatchObject({ train, test });
});
