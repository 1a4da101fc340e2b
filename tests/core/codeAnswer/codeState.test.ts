/** What the box for code puts into the converter's fields: a state whose λ is the one that the box says. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { choiceIn, converterStateOf, readBox, sizesIn, stateOfBox } from '../../../site/convert/codeState.ts';
import { whatToEnter } from '../../../site/convert/whatToEnter.ts';
import { CODE_TEXT } from '../../../site/text/converter/codeText.ts';
import { LANGUAGES } from '../../../src/language.ts';

describe('the converter has the λ of pasted code', () => {
	test.each([
		{ code: 'torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.004)', from: 'pytorch-sgd' },
		{ code: 'LogisticRegression(C=0.25)', from: 'sklearn-logistic-regression' },
		// strengths that are none of the library's own: a half of its own, momentum, a summed loss
		{ code: 'loss = ce + beta * tf.nn.l2_loss(W)\nbeta = 0.01', from: 'lambda', value: '0.01' },
		{ code: 'keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, weight_decay=1e-3)', from: 'lambda' },
		{ code: 'yolo train data=coco.yaml optimizer=SGD lr0=0.01 weight_decay=0.0005', from: 'lambda' },
	])('$code from $from', ({ code, from, value = '' }) => {
		const fields = { m: '1000', batchSize: '50', value };
		const { answer } = readBox(code, fields, 'en');
		const state = converterStateOf(answer, fields);
		expect(state?.from).toBe(from);
		const outcome = state && answerTo(state, 'en');
		if (!outcome?.ok) throw new Error(`no spellings of ${JSON.stringify(state)}`);
		expect(outcome.spellings.lambda).toBeCloseTo(answer.decays[0]?.meaning?.lambda ?? Number.NaN, 9);
	});
});

const ADAMW = 'torch.optim.AdamW(model.parameters(), lr=3e-4, weight_decay=0.1)';
const SGD = 'torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.004)';

describe('code without m', () => {
	test.each([
		{ code: ADAMW, from: 'pytorch-adamw', value: '0.1' },
		{ code: 'Ridge(alpha=2)', from: 'sklearn-ridge', value: '2' },
		{
			code: 'keras.layers.Dense(8, kernel_regularizer=keras.regularizers.l2(1e-4))',
			from: 'keras-l2',
			value: '0.0001',
		},
	])('gives the converter its row and its number, and no m: $code', ({ code, from, value }) => {
		for (const m of [undefined, '', 'abc', '-5']) {
			const state = stateOfBox(code, m === undefined ? {} : { m }, 'en');
			expect(state).toMatchObject({ from, value, m: '' });
			expect(state && answerTo(state, 'en').ok).toBe(true);
		}
		expect(stateOfBox(code, { m: '700' }, 'en')).toMatchObject({ from, value, m: '700' });
	});

	test('of several decays any can be chosen; one of 0 is none', () => {
		const layer = (l2: string) => `keras.layers.Dense(8, kernel_regularizer=keras.regularizers.l2(${l2}))`;
		const code = `${layer('1e-3')}\n${layer('1e-4')}`;
		const choice = (chosen: number | null) => choiceIn(readBox(code, {}, 'en').answer, chosen);
		expect(choice(null)).toEqual({ places: [0, 1], shown: 0 });
		expect(choice(1)).toEqual({ places: [0, 1], shown: 1 });
		expect(choice(7)?.shown).toBe(0);
		expect(choiceIn(readBox(ADAMW, {}, 'en').answer, null)).toBe(null);
		for (const fields of [{}, { m: '1000' }]) {
			expect(stateOfBox(code, fields, 'en')).toMatchObject({ from: 'keras-l2', value: '0.001' });
			expect(stateOfBox(code, fields, 'en', 1)).toMatchObject({ from: 'keras-l2', value: '0.0001' });
		}
		const none = 'a = torch.optim.SGD(x.parameters(), lr=0.1)';
		expect(choiceIn(readBox(`${none}\n${SGD}`, {}, 'en').answer, null)).toBe(null);
		expect(stateOfBox(`${none}\n${SGD}`, { m: '500' }, 'en')?.value).toBe('0.004');
	});

	test.each([
		'keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, weight_decay=1e-3)', // λ = (1 − μ)·m·d, no row’s own
		`${SGD.slice(0, -6)}-1)`,
		'print("hello")',
		'',
	])('gives none where it says none that is a row’s: %s', (code) => {
		expect(stateOfBox(code, {}, 'en')).toBe(null);
	});

	test.each(LANGUAGES)('is told to enter m first, in %s', (language) => {
		const { enter, missing, entered, fields: names } = CODE_TEXT[language];
		const said = (code: string, fields = {}) => whatToEnter(readBox(code, fields, language).answer, language);
		expect(said(SGD)).toBe(enter.m);
		expect(said(ADAMW)).toBe(enter.mOfStep);
		expect(said(`${ADAMW}\n${SGD}`)).toBe(enter.m);
		for (const code of ['Ridge().fit(X, y)', 'LogisticRegression(C=2)']) {
			expect(readBox(code, {}, 'en').answer.decays[0]?.notes.map((note) => note.code)).toContain('whatever-m');
			expect(said(code)).toBe(enter.mBeside);
		}
		expect(said(`Ridge()\n${SGD}`)).toBe(enter.m);
		expect(said('Ridge(alpha=alpha)')).toBe(enter.several);
		expect(said(SGD, { m: '500' })).toBe(missing([names.batchSize]));
		expect(said(ADAMW, { m: '500' })).toBe(missing([names.batchSize, names.epochs]));
		expect(said(ADAMW, { m: '500', batchSize: '50' })).toBe(missing([names.epochs]));
		expect(said(ADAMW, { m: '500', batchSize: '50', epochs: '30' })).toBe(entered);
	});
});

test.each(LANGUAGES)('what is wrong with a field is said of that field, in %s', (language) => {
	const { wrong } = readBox(SGD, { m: 'abc', batchSize: '-5', epochs: '3' }, language);
	expect(wrong.map(({ path }) => path).sort()).toEqual(['batchSize', 'm']);
	const said = Object.fromEntries(wrong.map(({ path, message }) => [path, message]));
	expect(said.m).toMatch(language === 'en' ? /"abc" is not a number/ : /“abc”不是数/);
	expect(said.batchSize).toMatch(language === 'en' ? /-5 is not allowed: at least 1/ : /5”不行：至少为 1/);
});

test('the sizes that a code says are those that a field need not', () => {
	expect(sizesIn(ADAMW, 'en')).toEqual([]);
	expect(sizesIn(`loader = DataLoader(CIFAR10(root, train=True), batch_size=128)\n${SGD}`, 'en')).toEqual([
		'm',
		'batchSize',
	]);
});

test.each(LANGUAGES)('a negative decay is said to be no penalty, whether m is known or not, in %s', (language) => {
	for (const code of [`${SGD.slice(0, -6)}-1)`, 'Ridge(alpha=-2)', 'torch.optim.AdamW(p, weight_decay=-0.1)']) {
		for (const fields of [{}, { m: '1000' }]) {
			const { decays, missing } = readBox(code, fields, language).answer;
			expect(decays[0]?.meaning).toBe(null);
			expect(missing).toEqual([]);
			const said = decays[0]?.notes.find((note) => note.code === 'out-of-bounds')?.message;
			expect(said).toMatch(language === 'en' ? /below 0 it is no penalty/ : /小于 0 就不是惩罚/);
		}
	}
	const large = readBox('Ridge(alpha=1e30)', { m: '1000' }, language).answer.decays[0]?.notes;
	expect(large?.find((note) => note.code === 'out-of-bounds')?.message).not.toMatch(/below|小于/);
});
