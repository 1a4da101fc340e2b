/** The study's browser without a page: its address, its charts, its sentence, held against the committed study. */
import { describe, expect, test } from 'vitest';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { placeErrors } from '../../../site/sweeps/placeErrors.ts';
import { bestFigure, lossFigure, movesFigure } from '../../../site/sweeps/study/caseFigures.ts';
import { cheapestOf, sayCase } from '../../../site/sweeps/study/sayCase.ts';
import { caseOf, OPENING_CASE, settleCase, withCase } from '../../../site/sweeps/study/studyState.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { studyCases, TASKS } from '../../../src/study/design.ts';
import { RULES } from '../../../src/study/rules.ts';

describe('an address', () => {
	test.each(studyCases())('says $task $model $optimizer there and back', (one) => {
		expect(caseOf(withCase('?id=7', one))).toEqual(one);
		expect(new URLSearchParams(withCase('?id=7', one)).get('id')).toBe('7');
	});

	test('of nothing, or of what was not trained, is a case that was', () => {
		expect(caseOf('')).toEqual(OPENING_CASE);
		expect(caseOf('?task=toString&model=x')).toEqual(OPENING_CASE);
		expect(settleCase({ task: 'mnist', model: 'relu-16', optimizer: 'full-batch' })).toEqual({
			task: 'mnist',
			model: 'relu-32-32',
			optimizer: 'sgd',
		});
	});
});

describe.each(PUBLISHED_PICTURES)('$task $model $optimizer', (picture) => {
	test('has a line for each m that touches 0 at its best λ, and every move by every rule', () => {
		const loss = lossFigure(picture);
		expect(loss.series).toHaveLength(TASKS[picture.task].sizes.length);
		for (const { y } of loss.series) expect(Math.min(...y.flatMap((value) => value ?? []))).toBe(0);
		const moves = movesFigure(picture);
		expect(moves.series).toHaveLength(RULES.length);
		for (const { x, y, low = [], high = [] } of moves.series) {
			expect(x).toHaveLength(10);
			for (const [i, value] of y.entries()) {
				expect(low[i]).toBeLessThanOrEqual((value ?? 0) + 1e-9);
				expect(high[i]).toBeGreaterThanOrEqual((value ?? 0) - 1e-9);
			}
		}
		const drawn = bestFigure(picture).series[0]?.y.filter((value) => value !== null).length;
		expect(drawn).toBe(picture.best.filter(([value]) => value > 0).length);
	});

	test.each(LANGUAGES)('is said in %s with numbers only', (language) => {
		expect(sayCase(picture, language)).not.toMatch(/NaN|undefined|null|Infinity/);
	});
});

test('a rule is surely the cheapest only where both of its differences leave out 0', () => {
	expect(
		cheapestOf([
			[-1, -2, -0.1],
			[-1, -2, -0.1],
			[0, -1, 1],
		]),
	).toBe('keep-lambda');
	expect(
		cheapestOf([
			[-1, -2, 0.1],
			[-1, -2, -0.1],
			[0, -1, 1],
		]),
	).toBeNull();
	expect(
		cheapestOf([
			[1, 0.1, 2],
			[0, -1, 1],
			[-1, -2, -0.1],
		]),
	).toBe('keep-over-sqrt-m');
	expect(
		cheapestOf([
			[0, -1, 1],
			[1, 0.1, 2],
			[1, 0.1, 2],
		]),
	).toBe('keep-over-m');
});

test.each([
	['axes.lambda.1', 'lambda', '', ''],
	['axes.m.0', 'm', '', ''],
	['axes.scaling', 'scaling', '', ''],
	['axes.seed', 'seeds', '', ''],
	['base.network.activation', 'base', 'activation', '激活函数'],
	['training.epochs', 'base', 'epochs', '轮数'],
	['base.nonsense', 'base', 'nonsense', 'nonsense'],
	['base', 'base', '', ''],
	['', null, '', ''],
	['axes', null, '', ''],
])('an error at "%s" stands at the field %s, as “%s”', (path, field, en, zh) => {
	expect(placeErrors([{ path, message: '' }], 'en')).toEqual([{ field, label: en, message: '' }]);
	expect(placeErrors([{ path, message: '' }], 'zh')[0]?.label).toBe(zh);
});
