import { expect, test } from 'vitest';
import { areLost, effectOf, type Seen, weightOf } from '../../../site/lab/effect/effectOf.ts';
import { type Shape, shapeOf } from '../../../site/pictures/boundary/shapeOf.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

const SIDE = 24;
/** p on a grid over the square from −1 to 1, from its log-odds. */
const grid = (odds: (x: number, y: number) => number) =>
	Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
		const [x, y] = [(2 * (i % SIDE)) / (SIDE - 1) - 1, (2 * Math.floor(i / SIDE)) / (SIDE - 1) - 1];
		return 1 / (1 + Math.exp(-odds(x, y)));
	});

test.each<[string, (x: number, y: number) => number, Shape]>([
	['of a linear model', (x, y) => 3 * x - 2 * y + 0.3, 'line'],
	['that stands upright', (x) => 40 * (x - 0.21), 'line'],
	['that lies', (_, y) => y, 'line'],
	['that bends less than is seen', (x, y) => y - 0.3 * x - 0.01 * Math.sin(3 * x), 'line'],
	['that bends', (x, y) => y - 0.2 * Math.sin(3 * x), 'curve'],
	['that is closed', (x, y) => 5 * (x * x + y * y - 0.25), 'curve'],
	['of two lines', (x, y) => 9 * x * y, 'curve'],
	['of one class', (x) => x + 3, 'none'],
	['of ½ everywhere', () => 0, 'none'],
])('a boundary %s has its shape', (_, odds, shape) => {
	expect(shapeOf(grid(odds), SIDE)).toBe(shape);
});

const seen = (
	{ lambda = 0.1, m = 30, hidden = [4], epoch = 100, kind = 'moons', noise = 0.1, activation = 'tanh' },
	[testLoss, weightNorm]: [number | null, number],
	odds = (x: number, y: number) => y - x * x,
): Seen => {
	const of = canonical({
		data: { kind, m, noise },
		network: { hidden, activation },
		penalty: { lambda },
	} as RunSpecInput);
	const measured = { testLoss, weightNorm, objective: 1 };
	return { of, look: { epoch, measured, field: { values: grid(odds) } } as unknown as Seen['look'] }; // what is looked at of one
};

test('what a change has done is said of the same run at the same epoch, and of nothing else', () => {
	const before = seen({}, [0.3, 7]);
	expect(
		effectOf(
			before,
			seen({ lambda: 1 }, [0.5, 2], (x, y) => y - x),
		),
	).toEqual({
		lambda: [0.1, 1],
		rows: null,
		kind: null,
		noise: null,
		hidden: null,
		points: false,
		coefficient: null,
		shape: 'line',
		loss: { isHeldOut: true, change: [0.3, 0.5] },
		norm: [7, 2],
	});
	const { coefficient, shape, loss } = effectOf(before, seen({ m: 300 }, [0.3, 9])) ?? {};
	expect(coefficient).toEqual({ formula: 'λ/2m', change: [expect.closeTo(0.1 / 60), expect.closeTo(0.1 / 600)] });
	expect([shape, loss]).toEqual([null, null]);
	expect(effectOf(before, seen({ lambda: 1, epoch: 99 }, [0.5, 2]))).toBeNull();
	expect(effectOf(before, seen({ lambda: 1, activation: 'relu' }, [0.5, 2]))).toBeNull();
	expect(effectOf(before, seen({}, [0.5, 2]))).toBeNull();
});

test.each([
	[{ hidden: [5] }, { hidden: [[4], [5]] }],
	[
		{ kind: 'circles', noise: 0.2 },
		{ kind: ['moons', 'circles'], noise: [0.1, 0.2] },
	],
	[
		{ kind: 'xor', lambda: 1, m: 60 },
		{ kind: ['moons', 'xor'], lambda: [0.1, 1], rows: [30, 60] },
	],
])('what is chosen by its picture is said too: %o', (other, moved) => {
	expect(effectOf(seen({}, [0.3, 7]), seen(other, [0.5, 2]))).toMatchObject(moved);
});

test('of points that were edited it is said that they were, of whichever rows', () => {
	const rows = {
		X: [
			[0, 0],
			[1, 1],
		],
		y: [0, 1],
	};
	const inline = (X: number[][]): Seen => {
		const of = canonical({
			data: { kind: 'inline', ...rows, X },
			network: { hidden: [4], activation: 'tanh' },
			penalty: { lambda: 0.1 },
		});
		return { ...seen({}, [0.5, 2]), of };
	};
	expect(effectOf(seen({}, [0.3, 7]), inline(rows.X))).toMatchObject({ points: true, kind: null, rows: [30, 2] });
	expect(
		effectOf(
			inline(rows.X),
			inline([
				[0, 0],
				[1, 2],
			]),
		),
	).toMatchObject({ points: true, rows: null });
});

test('a boundary that has another shape is more than any loss, a loss by how many times it is another', () => {
	const effect = (loss: number, odds?: (x: number, y: number) => number) => {
		const found = effectOf(seen({}, [0.3, 7]), seen({ lambda: 1 }, [loss, 2], odds));
		return found ? weightOf(found) : Number.NaN;
	};
	expect(effect(0.31, () => 0)).toBeGreaterThan(effect(30));
	expect(effect(0.6)).toBeCloseTo(effect(0.15));
	expect(effect(0.3)).toBe(0);
});

test('boundaries are lost where no penalized run has one, whatever the others have', () => {
	const none = () => 0;
	expect(areLost([seen({ lambda: 0 }, [0.3, 7]), seen({}, [0.7, 0], none)])).toBe(true);
	expect(areLost([seen({}, [0.3, 7]), seen({}, [0.7, 0], none)])).toBe(false);
	expect(areLost([seen({ epoch: 0 }, [0.7, 0], none)])).toBe(false); // nothing is trained yet
	expect(areLost([seen({ lambda: 0 }, [0.7, 0], none)])).toBe(false);
});
