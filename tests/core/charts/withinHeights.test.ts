/** Lines that leave a plot. */
import { expect, test } from 'vitest';
import { linesWithin, withinHeights } from '../../../site/charts/withinHeights.ts';

const heights = { top: 0, bottom: 10 };

test('a line that leaves has a corner where it does, and keeps its slope inside', () => {
	const line = [
		[0, 10],
		[2, -10],
	] as const;
	expect(withinHeights(line, heights)).toEqual([
		[0, 10],
		[1, 0],
		[2, 0],
	]);
	expect(linesWithin(line, heights)).toEqual([
		[
			[0, 10],
			[1, 0],
		],
	]);
});

test('a line that crosses both comes in and goes out; one beyond is nothing', () => {
	expect(
		linesWithin(
			[
				[0, -5],
				[4, 15],
			],
			heights,
		),
	).toEqual([
		[
			[1, 0],
			[3, 10],
		],
	]);
	expect(
		linesWithin(
			[
				[0, -5],
				[4, -1],
			],
			heights,
		),
	).toEqual([]);
});
