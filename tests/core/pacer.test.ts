import { expect, test, vi } from 'vitest';
import { Pacer } from '../../src/engine/pacer.ts';

test('short trainings share a piece, and pauses come when it is spent', async () => {
	let pauses = 0;
	const pacer = new Pacer({ pause: async () => void pauses++ });
	for (let i = 0; i < 39; i++) await pacer.spend(1e6);
	expect([pauses, pacer.left]).toEqual([0, 1e6]);
	await pacer.spend(1e6);
	expect(pauses).toBe(1);
});

test('pieces grow while they are over sooner than meant, to a bound', async () => {
	const pacer = new Pacer({ milliseconds: 1e9, pause: async () => {} });
	const sizes: number[] = [];
	for (let i = 0; i < 5; i++) {
		sizes.push(pacer.left);
		await pacer.spend(pacer.left);
	}
	expect(sizes).toEqual([4e7, 1.6e8, 6.4e8, 1e9, 1e9]);
});

test('pieces shrink while they take longer than meant, and no further than the first', async () => {
	vi.useFakeTimers(); // on a busy machine a piece that is meant to be short is long as well
	let taken = 0;
	const pacer = new Pacer({ milliseconds: 4, pause: async () => void vi.advanceTimersByTime(taken) });
	await pacer.spend(pacer.left);
	const grown = pacer.left;
	taken = 40;
	await pacer.spend(pacer.left);
	expect(pacer.left).toBeLessThan(grown);
	for (let i = 0; i < 3; i++) await pacer.spend(pacer.left);
	expect(pacer.left).toBe(4e7);
	vi.useRealTimers();
});
