import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { PANELS, PUBLISHED_ROWS, type RowsState, rowsOf, rowsTask } from '../../../site/figures/rows/tasks.ts';
import { panelName, rowsCaption } from '../../../site/figures/rows/words.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { publishedOutcome } from '../../../site/training/live/publishedOutcome.ts';
import { at } from '../../../src/at.ts';

const trainer = new LiveTrainer(host);
const train = (panel: (typeof PANELS)[number], state: RowsState) => trainer.train(rowsTask(panel, state));
const published = PANELS.map((panel) => publishedOutcome('rows', panel));
const [few, copied, fresh] = published.map(({ final }) => Number(final.testLoss));

describe('thirty moons, copies of them and new ones', () => {
	test('the thirty stand in all three, and every panel has the rows that it names', () => {
		const thirty = at(published, 0).sample.X;
		for (const [i, panel] of PANELS.entries()) {
			const { X } = at(published, i).sample;
			expect(X).toHaveLength(rowsOf(panel, PUBLISHED_ROWS));
			expect(X.slice(0, 30)).toEqual(thirty);
		}
	});

	test('copies raise the loss on fresh points where new rows lower it', () => {
		expect(copied).toBeGreaterThan(1.5 * Number(few));
		expect(fresh).toBeLessThan(0.9 * Number(few));
	});

	test('once each, all three are the same network', async () => {
		const state = { ...PUBLISHED_ROWS, copies: 1 };
		const [one, two, three] = await Promise.all(PANELS.map((panel) => train(panel, state)));
		expect(two?.final).toEqual(one?.final);
		expect(three?.final).toEqual(one?.final);
	});

	test('c copies under λ/2m learn what the thirty learn under λ/c', async () => {
		const state = { lambda: 1, copies: 4, jitter: 0 };
		const many = await train('copied', state);
		const once = await train('few', { ...state, lambda: 1 / 4 });
		expect(many.final.dataLoss).toBeCloseTo(Number(once.final.dataLoss), 3);
		expect(many.final.testLoss).toBeCloseTo(Number(once.final.testLoss), 2);
	});

	test('noise on the copies gives back what they took', async () => {
		const jittered = await train('copied', { ...PUBLISHED_ROWS, jitter: 0.25 });
		expect(Number(jittered.final.testLoss)).toBeLessThan(0.6 * Number(copied));
	});
});

test('jitter is no part of the other two tasks, copies none of the first', () => {
	const state = { ...PUBLISHED_ROWS, jitter: 0.3 };
	for (const panel of ['few', 'fresh'] as const)
		expect(rowsTask(panel, state)).toEqual(rowsTask(panel, PUBLISHED_ROWS));
	expect(rowsTask('few', { ...state, copies: 3 })).toEqual(rowsTask('few', PUBLISHED_ROWS));
});

describe('what is said of them', () => {
	const finals = { few: { testLoss: 0.314 }, copied: { testLoss: 0.601 }, fresh: { testLoss: 0.242 } };

	test.each([
		[{ lambda: 0.2, copies: 10, jitter: 0 }, ['10 copies', '300', '0.31', '0.6', '0.24']],
		[{ lambda: 0.2, copies: 10, jitter: 0.2 }, ['noise of size 0.2', '0.6', '0.31', '0.24']],
		[{ lambda: 0.2, copies: 1, jitter: 0.2 }, ['once', '0.31']],
	] as const)('%j', (state, words) => {
		const caption = rowsCaption(state, finals, 'en');
		for (const word of words) expect(caption).toContain(word);
		expect(rowsCaption(state, finals, 'zh')).toContain('0.31');
	});

	test.each([
		['copies that harm', 0.2, 0.601, 'goes from 0.31 to 0.6,', '退让：'],
		['that help where λ is too strong', 5, 0.2, 'λ = 5 was too strong', '太强'],
		['that help by luck', 0.1, 0.2, 'happens to gain', '碰巧'],
		['that change nothing', 0.7, 0.311, 'stays at 0.31', '仍是 0.31'],
	])('%s are told as that', (_, lambda, testLoss, en, zh) => {
		const told = { ...finals, copied: { testLoss } };
		expect(rowsCaption({ lambda, copies: 10, jitter: 0 }, told, 'en')).toContain(en);
		expect(rowsCaption({ lambda, copies: 10, jitter: 0 }, told, 'zh')).toContain(zh);
	});

	test('one copy is no “1 times”', () => {
		expect(panelName('copied', { lambda: 1, copies: 1, jitter: 0 }, 'en')).toBe('30 moons, each once');
		expect(panelName('copied', { lambda: 1, copies: 1, jitter: 0 }, 'zh')).toBe('30 个月牙点，每点一遍');
	});
});
