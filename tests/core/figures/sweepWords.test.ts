/** What the page of sweeps says, in both languages: of a form before it is sent, and of a sweep as it stands. */
import { describe, expect, test } from 'vitest';
import { OPENING } from '../../../site/sweeps/axes.ts';
import { quoteSweep } from '../../../site/sweeps/quoteSweep.ts';
import { failureWords, statusWords } from '../../../site/sweeps/sweepWords.ts';
import { SWEEPS_TEXT } from '../../../site/text/sweeps/sweepsText.ts';
import { ApiError, UnreachableError } from '../../../src/client/errors.ts';

const small = { ...OPENING, lambda: '0.1, 1', m: '30', scaling: ['half'], seeds: '2' };

describe('a form of a sweep', () => {
	test.each([
		['en', /^4 cells, [\d.]+ GFLOP\. This deployment allows 10 cells and 1,000 GFLOP\.$/],
		['zh', /^4 个格子，[\d.]+ GFLOP。这台服务器最多接受 10 个格子、1,000 GFLOP。$/],
	] as const)('says what it costs and what is allowed (%s)', (language, said) => {
		const quote = quoteSweep(small, { cells: 10, gflop: 1000 }, language);
		expect(quote.said).toMatch(said);
		expect(quote.input?.axes).toEqual({ lambda: [0.1, 1], m: [30], scaling: ['half'], seed: [1, 2] });
	});

	test('that is too large cannot be sent, and nothing is said of limits that are not known', () => {
		const tooLarge = quoteSweep(small, { cells: 3, gflop: 1000 }, 'en');
		const said = expect.stringMatching(/1,000 GFLOP\. That is too large: .*\.$/);
		expect(tooLarge).toEqual({ said, wrong: {}, input: null, note: '' });
		expect(quoteSweep(small, null, 'en').said).toMatch(/^4 cells, [\d.]+ GFLOP\.$/);
	});

	const cubic = { network: { activation: 'cubic' } };
	test.each([
		['en', { lambda: '0.1, x, y' }, { lambda: '"x" is not a number; "y" is not a number.' }],
		['zh', { lambda: '0.1, x, y' }, { lambda: '“x”不是数；“y”不是数。' }],
		['en', { m: '30, 30' }, { m: '30 stands on this axis twice.' }],
		['zh', { m: '30, 30' }, { m: '30 在这条轴上出现了两次。' }],
		['zh', { m: '0' }, { m: '“0”不行：至少为 1。' }],
		['en', { lambda: ' ', m: '' }, { lambda: SWEEPS_TEXT.en.noValue, m: SWEEPS_TEXT.en.noValue }],
		['zh', { scaling: [] }, { scaling: SWEEPS_TEXT.zh.noSpelling }],
		...['', '0', '-2', '2.5', 'x', '1001', '1e9'].map(
			(seeds) => ['en', { seeds }, { seeds: 'How many: a whole number from 1 to 1,000.' }] as const,
		),
		['zh', { lambda: 'x', seeds: '0' }, { lambda: '“x”不是数。', seeds: '种子的个数：1 到 1,000 的整数。' }],
		['zh', { seeds: '5000' }, { seeds: '种子的个数：1 到 1,000 的整数。' }],
		['zh', { base: JSON.stringify(cubic) }, { base: expect.stringContaining('激活函数：“cubic”') }],
		['en', { base: '{' }, { base: expect.stringMatching(/^This is not JSON: /) }],
		['zh', { base: '{' }, { base: expect.stringMatching(/^这不是 JSON：/) }],
	] as const)('names what is wrong at its field, and is not sent (%s, %o)', (language, changed, wrong) => {
		const said = SWEEPS_TEXT[language].wrong;
		expect(quoteSweep({ ...small, ...changed }, null, language)).toEqual({ said, wrong, input: null, note: '' });
	});
});

test.each([
	['en', 'decoupled', /as that of AdamW: λ is no term .* η·d·w .* λ\/m under λ\/2m/],
	['zh', 'decoupled-raw', /解耦：λ 不是目标函数中的一项.*减去 d·w/],
	['en', 'loss', /^$/],
	['en', 7, /^$/],
] as const)('says what λ is of a penalty that is no term of the objective (%s, %s)', (language, application, said) => {
	const base = JSON.stringify({ ...JSON.parse(OPENING.base), penalty: { application } });
	expect(quoteSweep({ ...small, base }, null, language).note).toMatch(said);
	expect(quoteSweep({ ...small, base: 'null' }, null, language).note).toBe('');
});

describe('a sweep', () => {
	const cells = { total: 1200, done: 1000, failed: 0, trained: 7 };

	test.each([
		['en', 'running', /^1,000 of 1,200 cells, 7 of them trained now\./],
		['en', 'done', /^Done: 1,200 cells, 7 trained now\.$/],
		['en', 'stopped', /^Stopped after 1,000 of 1,200 cells;/],
		['zh', 'done', /^完成：1,200 个格子，现在训练了 7 个。$/],
	] as const)('says how it stands (%s, %s)', (language, status, said) => {
		expect(statusWords({ status, cells }, 0, language)).toMatch(said);
	});

	test('names the cells that failed', () => {
		const failing = { status: 'done', cells: { ...cells, failed: 2 } } as const;
		expect(statusWords(failing, 0, 'en')).toMatch(/, 2 failed\.$/);
		expect(statusWords(failing, 0, 'zh')).toMatch(/，2 个失败。$/);
	});

	test.each([
		['en', 'running', ', 24 diverged.'],
		['en', 'done', 'Done: 1,200 cells, 24 diverged, 7 trained now.'],
		['en', 'stopped', ', 24 diverged;'],
		['zh', 'done', '完成：1,200 个格子，24 个发散，'],
	] as const)('counts the cells that diverged (%s, %s)', (language, status, said) => {
		expect(statusWords({ status, cells }, 24, language)).toContain(said);
	});

	test('that could not be started says why, once', () => {
		const problem = { type: '/problems/x', title: 'Invalid', status: 400, detail: 'axes: needs one', errors: [] };
		expect(failureWords(new ApiError(problem, null), 'en')).toBe('It did not work: axes: needs one');
		expect(failureWords(new Error('offline'), 'zh')).toBe('没有成功：offline');
		const away = new UnreachableError('/api/v1/sweeps', new TypeError('Failed to fetch'));
		expect(failureWords(away, 'zh')).toBe(SWEEPS_TEXT.zh.unreachable);
	});
});
