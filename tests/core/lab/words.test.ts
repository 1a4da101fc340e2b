import { expect, test } from 'vitest';
import { isFreerAbove } from '../../../site/lab/runs/boundaryPicture.ts';

const plane = { y: [-1, 1] } as const;
const at = (...heights: number[]) => ({ X: heights.map((y) => [0, y]) });

test.each([
	['none lies at an edge', at(0, 0.5, -0.5), false],
	['one lies below', at(-0.9, 0.5), true],
	['one lies above', at(0.9, -0.5), false],
	['more lie below than above', at(-0.9, -0.95, 0.9), true],
	['as many lie below as above', at(-0.9, 0.9), false],
])('words go where fewer examples are: %s', (_, sample, isAbove) => {
	expect(isFreerAbove(sample, { y: [...plane.y] })).toBe(isAbove);
});
