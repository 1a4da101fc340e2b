/** Figure 14: its rows are the committed moves, its opening is claim 23, and it never calls a tie a win. */
import { describe, expect, test } from 'vitest';
import {
	cheaperOf,
	type MovingState,
	movingSpecs,
	PUBLISHED_MOVING,
	rowsOf,
	settleMove,
	tasksOf,
} from '../../../site/figures/moving/model.ts';
import { movingSvg } from '../../../site/figures/moving/movingSvg.ts';
import { movingCaption, sayRow } from '../../../site/figures/moving/words.ts';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { runSpecSchema } from '../../../src/schema/runSpec.ts';
import { OPTIMIZERS, TASKS } from '../../../src/study/design.ts';
import { RULE_PAIRS } from '../../../src/study/rules.ts';

const opening = rowsOf(PUBLISHED_MOVING, PUBLISHED_PICTURES);

describe('the sizes of a move', () => {
	const state: MovingState = { ...PUBLISHED_MOVING, from: 1, to: 2 };

	test.each([
		[{ from: 3 }, { from: 3, to: 4, moves: 'one' }],
		[{ to: 1 }, { from: 0, to: 1, moves: 'one' }],
		[{ from: 0 }, { from: 0, to: 2, moves: 'one' }],
		[{ moves: 'tenfold' as const }, { from: 1, to: 2, moves: 'tenfold' }],
		[{ model: 'linear' as const }, { from: 1, to: 2, moves: 'tenfold', model: 'linear' }],
	])('after %j are %j', (patch, expected) => {
		expect(settleMove(state, patch)).toMatchObject(expected);
	});
});

describe('every state', () => {
	const states = OPTIMIZERS.flatMap((optimizer) =>
		(['linear', 'relu-16', 'relu-32-32', 'tanh-32-32'] as const).flatMap((model) =>
			[0, 1, 2, 3].flatMap((from) =>
				[1, 2, 3, 4].filter((to) => to > from).map((to): MovingState => ({ optimizer, model, moves: 'one', from, to })),
			),
		),
	);

	test('has a row for each of its tasks, and its sizes', () => {
		for (const state of states) {
			const rows = rowsOf(state, PUBLISHED_PICTURES);
			expect(rows.map(({ task }) => task)).toEqual(tasksOf(state));
			for (const { task, move } of rows) {
				expect(move).toEqual({ from: TASKS[task].sizes[state.from], to: TASKS[task].sizes[state.to] });
			}
		}
	});

	test('is told without a code name, and counts every data set once', () => {
		for (const state of states) {
			const rows = rowsOf(state, PUBLISHED_PICTURES);
			for (const language of LANGUAGES) {
				const said = [movingCaption(state, rows, language), ...rows.map((row) => sayRow(row, language))].join(' ');
				expect(said).not.toMatch(/NaN|undefined|[a-z]-teacher|breast-cancer|relu-|full-batch/);
				expect(movingCaption(state, rows, language)).not.toMatch(/on 0\b|有 0 个/);
			}
		}
	});

	test('draws three marks or arrows a row', () => {
		for (const state of states) {
			const rows = rowsOf(state, PUBLISHED_PICTURES);
			const svg = movingSvg(rows, 'en', '');
			const outside = rows.flatMap(({ cost }) => Object.values(cost)).filter(([cost]) => cost > 0.6 || cost < -0.2);
			expect(svg.match(/rule-mark/g)?.length ?? 0).toBe(3 * rows.length - outside.length);
			expect(svg.match(/<[a-z]/g)?.length ?? 0).toBeLessThan(300);
		}
	});
});

test('a rule is cheaper only where the whole interval of the difference says so', () => {
	for (const row of opening) {
		for (const [i, pair] of RULE_PAIRS.entries()) {
			const [, low, high] = row.differences[i] ?? [0, 0, 0];
			expect(cheaperOf(row, pair)).toBe(high < 0 ? pair[0] : low > 0 ? pair[1] : null);
		}
	}
});

test('the Lab gets a valid run of every data set', () => {
	expect(movingSpecs(PUBLISHED_MOVING).map((spec) => runSpecSchema.parse(spec))).toHaveLength(opening.length);
});
