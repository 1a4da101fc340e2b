import { expect, test } from 'vitest';
import { completeAddress } from '../../site/reference/completeAddress.ts';

const ORIGIN = 'http://localhost:8787';

test.each([
	['/datasets', '/datasets'],
	['abc', '/abc'],
	[' datasets/moons?m=30 ', '/datasets/moons?m=30'],
	['/api/v1/datasets', '/datasets'],
	['api/v1/datasets?m=30', '/datasets?m=30'],
	[`${ORIGIN}/api/v1/runs/abc`, '/runs/abc'],
	['/api/v1', ''],
	['', ''],
	['api/v10', '/api/v10'],
	['?m=30', '/?m=30'],
])('%j is %j after /api/v1', (written, address) => {
	expect(completeAddress(written, ORIGIN)).toBe(address);
});
