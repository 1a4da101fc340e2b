/**
 * The interval of p where the truth is known: ridge regression on a step, which it has no exact λ for, on a fine grid and many draws. Of
 * those, 16 draws and every eighth λ are what the study has: λ in steps of √10, wherever they begin.
 */
import { expect, test } from 'vitest';
import { at } from '../../../src/at.ts';
import { normalEquations, solveRidge } from '../../../src/convex/ridge.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { estimate, mean, resample, slope, smoothArgmin } from '../../../src/statistics.ts';
import { exponentIn, exponentWithin, findOptimum } from '../../../src/study/gridError.ts';

const SIZES = [20, 63, 200, 632];
const LOG_SIZES = SIZES.map(Math.log);
const DRAWS = 200;
const VALIDATION = 2000;
const [FIRST_DECADE, LAST_DECADE, STEPS_A_DECADE] = [-2, 2, 16];
const FINE = Array.from(
	{ length: (LAST_DECADE - FIRST_DECADE) * STEPS_A_DECADE + 1 },
	(_, i) => (FIRST_DECADE + i / STEPS_A_DECADE) * Math.LN10,
);
const random = new RandomState(5);

/** A step with noise, seen through sines and cosines of which the fast ones are small. */
function drawStep(m: number) {
	const rows = Array.from({ length: m }, () => {
		const place = 2 * random.random() - 1;
		const features = [1, 2, 3, 4, 5, 6].flatMap((k) => [
			Math.cos(Math.PI * k * place) / k,
			Math.sin(Math.PI * k * place) / k,
		]);
		return { features, target: (place > 0.2 ? 1 : -0.4) + random.random() - random.random() };
	});
	return normalEquationsOf(
		rows.map(({ features }) => features),
		rows.map(({ target }) => target),
	);
}
const normalEquationsOf = (X: number[][], y: number[]) => ({
	...normalEquations(X, y),
	square: y.reduce((sum, each) => sum + each ** 2, 0),
});

/** ‖y − Xw‖²/m of rows by their XᵀX, Xᵀy and yᵀy. */
function lossOf({ A, b, square }: ReturnType<typeof drawStep>, w: readonly number[]): number {
	const quadratic = w.reduce((sum, wi, i) => sum + wi * w.reduce((inner, wj, j) => inner + at(at(A, i), j) * wj, 0), 0);
	return (square - 2 * w.reduce((sum, wi, i) => sum + wi * at(b, i), 0) + quadratic) / VALIDATION;
}

/** Validation losses [draw][m][λ]. */
const losses = Array.from({ length: DRAWS }, () => {
	const validation = drawStep(VALIDATION);
	return SIZES.map((m) => {
		const sample = drawStep(m);
		return FINE.map((log) => lossOf(validation, solveRidge(sample, Math.exp(log))));
	});
});

const meanOver = (draws: typeof losses, size: number) =>
	FINE.map((_, i) => mean(draws.map((ofDraw) => at(at(ofDraw, size), i))));
const optima = SIZES.map((_, size) => smoothArgmin(FINE, meanOver(losses, size)));
const STEP = Math.LN10 / 2;

/** The same losses, but beyond some steps from the best λ of each m every network is ruined. */
const ruinedBeyond = (steps: number): typeof losses =>
	losses.map((ofDraw) =>
		ofDraw.map((curve, size) =>
			curve.map(
				(loss, i) => loss + 0.5 * Math.max(0, Math.min(1, 8 * (at(FINE, i) - at(optima, size) - steps * STEP))),
			),
		),
	);

test.each([
	{ losses: 'smooth', cliff: Number.POSITIVE_INFINITY },
	{ losses: 'with a cliff at the best λ', cliff: 0 },
])(
	'holds the truth 95 times of 100 with what the grid leaves open, and by parabolas alone does not: $losses',
	({ cliff }) => {
		const all = ruinedBeyond(cliff);
		const truth = slope(
			LOG_SIZES,
			SIZES.map((_, size) => smoothArgmin(FINE, meanOver(all, size))),
		);
		const repetitions = 80;
		let [withGrid, parabolaAlone] = [0, 0];
		for (let repetition = 0; repetition < repetitions; repetition++) {
			const places = [...FINE.keys()].filter((i) => i % (STEPS_A_DECADE / 2) === repetition % (STEPS_A_DECADE / 2));
			const logs = places.map((i) => at(FINE, i));
			const draws = Array.from({ length: 16 }, () => at(all, Math.floor(random.random() * DRAWS)));
			const measured = resample(16, (sample) => {
				const curves = SIZES.map((_, size) =>
					places.map((i) => mean(sample.map((draw) => at(at(at(draws, draw), size), i)))),
				);
				const minima = curves.map((curve) => smoothArgmin(logs, curve));
				const found = curves.map((curve) => findOptimum(logs, curve));
				return { ...exponentIn(LOG_SIZES, found), byParabola: slope(LOG_SIZES, minima) };
			});
			const isWithin = ({ low = Number.NaN, high = Number.NaN }) => low <= truth && truth <= high;
			if (isWithin(exponentWithin(measured))) withGrid++;
			if (isWithin(estimate(measured, ({ byParabola }) => byParabola))) parabolaAlone++;
		}
		expect(withGrid / repetitions).toBeGreaterThanOrEqual(0.95);
		expect(parabolaAlone / repetitions).toBeLessThan(0.9);
	},
	120_000,
);

test('the errors of sizes add as of errors that know nothing of each other', () => {
	const x = [0, 1, 2];
	const found = [0.3, 0.6, 0.9].map((smooth) => ({ smooth, gridError: 0.5 }));
	const { p, gridError } = exponentIn(x, found);
	expect(p).toBeCloseTo(0.3, 12);
	expect(gridError).toBeCloseTo(0.5 / Math.SQRT2, 12); // √(0.5² + 0.5²) / 2
});

test('a parabola leaves half a step open where there are no further λ, and nothing where there are', () => {
	const parabola = (x: readonly number[]) => x.map((each) => (each - 0.2) ** 2);
	expect(findOptimum([-1, 0, 1], parabola([-1, 0, 1]))).toEqual({ smooth: expect.closeTo(0.2, 12), gridError: 0.5 });
	const { smooth, gridError } = findOptimum([-2, -1, 0, 1, 2], parabola([-2, -1, 0, 1, 2]));
	expect(smooth).toBeCloseTo(0.2, 12);
	expect(gridError).toBeCloseTo(0, 12);
});

test('a cliff leaves the whole step to either neighbor open, and the steepest side of a parabola is none', () => {
	const x = [-2, -1, 0, 1, 2];
	const cliff = [2.7, 2.56, 2.33, 10.66, 11];
	expect(findOptimum(x, cliff)).toEqual({ smooth: 0, gridError: 1 });
	expect(findOptimum(x, [...cliff].reverse())).toEqual({ smooth: 0, gridError: 1 });
	const nearMiddle = x.map((each) => (each - 0.499) ** 2);
	expect(findOptimum(x, nearMiddle).smooth).toBeCloseTo(0.499, 12);
});
