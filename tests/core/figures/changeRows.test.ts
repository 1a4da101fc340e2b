import { expect, test } from 'vitest';
import { changeRows } from '../../../site/training/live/changeRows.ts';
import { mean } from '../../../src/statistics.ts';

const sample = {
	X: [
		[0, 0],
		[1, 2],
		[3, 4],
	],
	y: [0, 1, 1],
};

test('a moved example lies where it was put, and only the first so many are learned', () => {
	expect(changeRows(sample, { first: 2, moved: { 1: [9, 8] } })).toEqual({
		X: [
			[0, 0],
			[9, 8],
		],
		y: [0, 1],
	});
	expect(sample.X[1]).toEqual([1, 2]);
});

test('copies without jitter are the rows again', () => {
	const { X, y } = changeRows(sample, { copies: { count: 3, jitter: 0 } });
	expect(X).toEqual([...sample.X, ...sample.X, ...sample.X]);
	expect(y).toEqual([...sample.y, ...sample.y, ...sample.y]);
});

test('jitter moves the copies by a normal draw times its size, the same draw at every size, and never the first', () => {
	const [small, large] = [0.1, 0.4].map((jitter) => changeRows(sample, { copies: { count: 400, jitter } }));
	expect(large?.X.slice(0, 3)).toEqual(sample.X);
	const moves = ({ X }: { X: number[][] }) =>
		X.slice(3).flatMap((row, i) => row.map((value, j) => value - (sample.X[i % 3]?.[j] ?? 0)));
	const [few, many] = [moves(small ?? sample), moves(large ?? sample)];
	expect(Math.sqrt(mean(many.map((move) => move ** 2)))).toBeCloseTo(0.4, 1);
	for (const [i, move] of few.slice(0, 100).entries()) expect(many[i]).toBeCloseTo(4 * move, 1);
});

test('more copies add rows and move none', () => {
	const [some, more] = [3, 5].map((count) => changeRows(sample, { copies: { count, jitter: 0.2 } }));
	expect(more?.X.slice(0, 9)).toEqual(some?.X);
});
