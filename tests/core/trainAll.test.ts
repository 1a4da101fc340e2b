import { expect, test } from 'vitest';
import { trainAll } from '../../src/experiments/trainAll.ts';

/** Trains for as long as it is told, and counts how many do at once. */
function trainer() {
	let [now, most, begun] = [0, 0, 0];
	const train = async (ticks: number) => {
		begun += 1;
		now += 1;
		most = Math.max(most, now);
		for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
		now -= 1;
		if (ticks === 13) throw new RangeError('13 diverges');
		return `run of ${ticks}`;
	};
	return { train, most: () => most, begun: () => begun };
}

const SPECS = [9, 1, 7, 2, 8, 3];

test.each([1, 2, 4, 100])('runs stand in the order of their specs, %i at once', async (atOnce) => {
	const { train, most } = trainer();
	expect(await trainAll(SPECS, train, atOnce)).toEqual(SPECS.map((ticks) => `run of ${ticks}`));
	expect(most()).toBe(Math.min(atOnce, SPECS.length));
});

test('the dearest are begun first', async () => {
	const begun: number[] = [];
	const train = async (ticks: number) => begun.push(ticks);
	await trainAll(SPECS, train, 1, (ticks) => ticks);
	expect(begun).toEqual(SPECS.toSorted((a, b) => b - a));
});

test('nothing is begun after a failure', async () => {
	const { train, begun } = trainer();
	await expect(trainAll([1, 13, ...SPECS], train, 1)).rejects.toThrow('13 diverges');
	expect(begun()).toBe(2);
});

test('no specs are no runs', async () => {
	expect(await trainAll([], trainer().train, 4)).toEqual([]);
});
