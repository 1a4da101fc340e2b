import { expect, test } from 'vitest';
import { effectOf, type Seen } from '../../../site/lab/effect/effectOf.ts';
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
	{ lambda = 0.1, m = 30, hidden = [4], epoch = 100 },
	[testLoss, weightNorm]: [number | null, number],
	odds = (x: number, y: number) => y - x * x,
): Seen => {
	const of = canonical({ data: { kind: 'moons', m }, network: { hidden }, penalty: { lambda } } as RunSpecInput);
	const measured = { testLoss, weightNorm, objective: 1 };
	return { of, look: { epoch, measured, field: { values: grid(odds) } } as unknown as Seen['look'] }; // what is looked at of one
};

test('what λ or m has done is said of the same run at the same epoch, and of nothing else', () => {
	const before = seen({}, [0.3, 7]);
	expect(
		effectOf(
			before,
			seen({ lambda: 1 }, [0.5, 2], (x, y) => y - x),
		),
	).toEqual({
		lambda: [0.1, 1],
		rows: null,
		coefficient: null,
		shape: 'line',
		loss: { isHeldOut: true, change: [0.3, 0.5] },
		norm: [7, 2],
	});
	const { coefficient, shape, loss } = effectOf(before, seen({ m: 300 }, [0.3, 9])) ?? {};
	expect(coefficient).toEqual({ formula: 'λ/2m', change: [expect.closeTo(0.1 / 60), expect.closeTo(0.1 / 600)] });
	expect([shape, loss]).toEqual([null, null]);
	expect(effectOf(before, seen({ lambda: 1, epoch: 99 }, [0.5, 2]))).toBeNull();
	expect(effectOf(before, seen({ lambda: 1, hidden: [5] }, [0.5, 2]))).toBeNull();
	expect(effectOf(before, seen({}, [0.5, 2]))).toBeNull();
});
