import { describe, expect, test } from 'vitest';
import { countOutcomes, keepCurrent, parseRecomputed } from '../../../site/replication/recomputed.ts';
import { REPLICATION_TEXT } from '../../../site/text/replication/replicationText.ts';
import { CHAPTERS } from '../../../src/experiments/chapters.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';

const KEPT = {
	bowl: { outcome: 'same', committed: 'a', rows: { passing: 2, decided: 3 } },
	capacity: { outcome: 'other', committed: 'b' },
	dropout: { outcome: 'failed', committed: 'c' },
} as const;

test('every experiment stands in one chapter', () => {
	const placed = CHAPTERS.flatMap(({ experiments }) => experiments);
	expect([...placed].sort()).toEqual(EXPERIMENTS.map(({ name }) => name).sort());
});

describe('what a visitor has recomputed', () => {
	test('is read as it was written', () => {
		expect(parseRecomputed(JSON.stringify(KEPT))).toEqual(KEPT);
	});

	test.each([
		null,
		'',
		'null',
		'[]',
		'{',
		'{"bowl":1}',
		'{"bowl":{"outcome":"better","committed":"a"}}',
		'{"bowl":{"outcome":"same"}}',
		'{"bowl":{"outcome":"same","committed":"a","rows":{"passing":1}}}',
	])('is nothing where %j was kept', (text) => {
		expect(parseRecomputed(text)).toEqual({});
	});

	test('counts only what was compared with the result that is committed now', () => {
		const committed = new Map([
			['bowl', 'a'],
			['capacity', 'a newer one'],
		]);
		expect(keepCurrent(KEPT, committed)).toEqual({ bowl: KEPT.bowl });
	});

	test('is counted by what came of it', () => {
		expect(countOutcomes(KEPT)).toEqual({ same: 1, other: 1, failed: 1 });
		expect(countOutcomes({})).toEqual({ same: 0, other: 0, failed: 0 });
	});

	test('is said with every number in it', () => {
		const digits = (said: string) => said.match(/\d+/g)?.sort();
		for (const { done } of Object.values(REPLICATION_TEXT)) {
			expect(digits(done(27, { same: 4, other: 0, failed: 0, recounted: 0 }))).toEqual(['27', '4']);
			expect(digits(done(27, { same: 6, other: 0, failed: 0, recounted: 3 }))).toEqual(['27', '3', '6']);
			expect(digits(done(27, { same: 3, other: 2, failed: 1, recounted: 0 }))).toEqual(['1', '2', '27', '3', '5']);
			expect(digits(done(27, { same: 3, other: 2, failed: 0, recounted: 0 }))).toEqual(['2', '27', '3', '5']);
		}
	});
});
