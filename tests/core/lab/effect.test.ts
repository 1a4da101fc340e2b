import { describe, expect, test } from 'vitest';
import { areLost, effectOf, type Seen, weightOf } from '../../../site/lab/effect/effectOf.ts';
import { type OfRun, sayEffects } from '../../../site/lab/effect/sayEffects.ts';
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
		copies: null,
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

describe('the sentence of a change', () => {
	const other = { kind: 'circles', m: 60 };
	const none = () => 0;
	const of = (key: number, name: string, before: Seen, after: Seen): OfRun => {
		const effect = effectOf(before, after);
		if (!effect) throw new Error('nothing is another');
		return { key, name, effect };
	};
	const say = (runs: readonly OfRun[], selected = 2) => {
		const [one] = runs;
		if (!one) throw new Error('there is a run');
		return sayEffects(one.effect, runs, selected, 'en').replaceAll('\u00A0', ' ');
	};

	test.each<[string, OfRun[], string]>([
		[
			'of one run has its norm',
			[of(2, '÷2m', seen({}, [0.3, 7]), seen({ lambda: 1 }, [0.5, 2]))],
			'λ 0.1 → 1. ÷2m: held-out loss 0.3 → 0.5, ‖W‖ 7 → 2.',
		],
		[
			'of two runs says which loss once, and that a boundary is gone',
			[
				of(2, '÷2m', seen({}, [0.325, 7]), seen({ lambda: 1 }, [0.302, 6])),
				of(3, '÷2', seen({}, [0.475, 2]), seen({ lambda: 1 }, [0.693, 0], none)),
			],
			'λ 0.1 → 1. Held-out loss: ÷2m 0.325 → 0.302; ÷2 0.475 → 0.693, no boundary now.',
		],
		[
			'leaves out what is the same to a reader',
			[
				of(2, '÷2m', seen({}, [0.3, 7]), seen({ lambda: 1 }, [0.5, 2])),
				of(3, '÷2', seen({}, [0.475, 2]), seen({ lambda: 1 }, [0.475000001, 2])),
			],
			'λ 0.1 → 1. ÷2m: held-out loss 0.3 → 0.5, ‖W‖ 7 → 2.',
		],
		[
			'of another data set says what each run has there, and compares no two problems',
			[
				of(1, 'no penalty', seen({}, [0.593, 18]), seen(other, [1.77, 9])),
				of(2, '÷2m', seen({}, [0.325, 7]), seen(other, [0.603, 8])),
				of(3, '÷2', seen({}, [0.475, 2]), seen(other, [0.693, 0], none)),
			],
			'moons → circles, m 30 → 60. Held-out loss: no penalty 1.77; ÷2m 0.603; ÷2 0.693, no boundary now.',
		],
		[
			'of more runs than have room names the selected one, and those that are changed most',
			[1, 2, 3, 4].map((key) =>
				of(key, `run ${key}`, seen({}, [0.3, 7]), seen({ lambda: 1 }, [0.3 + 0.1 * (key === 2 ? 0.1 : key), 2])),
			),
			'λ 0.1 → 1. Held-out loss: run 2 0.3 → 0.31; run 3 0.3 → 0.6; run 4 0.3 → 0.7.',
		],
	])('%s', (_, runs, said) => {
		expect(say(runs)).toBe(said);
	});
});
