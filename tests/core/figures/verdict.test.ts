import { expect, test } from 'vitest';
import { sayVerdict, verdictOf } from '../../../site/figures/experiment/verdict.ts';

const committed = { measured: { a: { value: 0.12346 }, b: { value: 2 } }, parameters: { m: 30, lambda: 0.5 } };

test.each([
	['unrounded', { ...committed, measured: { a: { value: 0.123456789 }, b: { value: 2 } } }, { kind: 'same' }],
	[
		'a changed number',
		{ ...committed, measured: { a: { value: 0.12346 }, b: { value: 3 } } },
		{ kind: 'other', names: ['b'] },
	],
	['a number that is gone', { ...committed, measured: { a: { value: 0.12346 } } }, { kind: 'other', names: ['b'] }],
	[
		'a number too many',
		{ ...committed, measured: { ...committed.measured, c: { value: 1 } } },
		{ kind: 'other', names: ['c'] },
	],
	['other settings', { measured: {}, parameters: { m: 60, lambda: 0.5 } }, { kind: 'chosen' }],
])('%s is judged', (_, fresh, verdict) => {
	expect(verdictOf(fresh, committed)).toEqual(verdict);
});

test('a verdict names what differs, and where it was computed', () => {
	expect(sayVerdict({ kind: 'other', names: ['a', 'b'] }, false, 'en')).toMatch(/in your browser: other .* in a, b\./);
	expect(sayVerdict({ kind: 'other', names: ['a', 'b'] }, true, 'zh')).toMatch(/^在服务器上算出.*a、b。$/);
});
