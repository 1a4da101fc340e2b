/** What the form of a sweep says of the base that its cells share, in the reader's language. */
import { expect, test } from 'vitest';
import { checkSweep } from '../../../site/sweeps/checkSweep.ts';

const errorsOf = (base: object, language: 'en' | 'zh') => {
	const checked = checkSweep({ base: { data: { kind: 'moons' }, ...base }, axes: { m: [30, 100] } }, language);
	return checked.ok ? [] : checked.errors;
};

test.each([
	[{ training: { epochs: 0 } }, 'base.training.epochs', '“0”不行：至少为 1'],
	[{ training: { epoch: 5 } }, 'base.training.epoch', '没有这个字段'],
	[{ network: { activation: 'swish' } }, 'base.network.activation', '“swish”不在可选之列'],
])('of %o is told in Chinese too, at its field', (base, path, message) => {
	expect(errorsOf(base, 'zh')).toEqual([{ path, message }]);
	const english = errorsOf(base, 'en');
	expect(english.map((error) => error.path)).toEqual([path]);
	expect(english[0]?.message).toContain('(with m = 30)');
});

test('of a rule between fields says what the API says', () => {
	const base = { data: { kind: 'wine' }, loss: 'binary-cross-entropy' };
	const [chinese] = errorsOf(base, 'zh');
	const [english] = errorsOf(base, 'en');
	expect(english?.message).toContain('needs targets 0 or 1');
	expect(english).toEqual({ ...chinese, message: `${chinese?.message} (with m = 30)` });
});
