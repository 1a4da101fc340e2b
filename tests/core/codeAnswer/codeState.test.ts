/** What the box for code puts into the converter's fields: a state whose λ is the one that the box says. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { codeAnswerHtml } from '../../../site/convert/codeAnswerHtml.ts';
import { EXAMPLE_CODE } from '../../../site/convert/codeExample.ts';
import { choiceIn, converterStateOf, readBox, stateOfBox, whyOtherIn } from '../../../site/convert/codeState.ts';
import { equivalentsHtml } from '../../../site/convert/equivalentsHtml.ts';
import { answersFor } from '../../../site/convert/sameCode.ts';
import { sayShort } from '../../../site/convert/sayShort.ts';
import { OPENING } from '../../../site/convert/state.ts';
import { whatToEnter } from '../../../site/convert/whatToEnter.ts';
import { CODE_TEXT } from '../../../site/text/converter/codeText.ts';
import { CONVERTER_TEXT } from '../../../site/text/converter/converterText.ts';
import { LANGUAGES } from '../../../src/language.ts';

describe('the converter has the λ of pasted code', () => {
	test.each([
		{ code: 'torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.004)', from: 'pytorch-sgd' },
		{ code: 'LogisticRegression(C=0.25)', from: 'sklearn-logistic-regression' },
		{ code: 'keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, weight_decay=1e-3)', from: 'keras-weight-decay' },
		// strengths that are none of the library's own: a half of its own, a summed loss
		{ code: 'loss = ce + beta * tf.nn.l2_loss(W)\nbeta = 0.01', from: 'lambda', value: '0.01' },
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

describe('the row of a code and its card say one timescale', () => {
	const ownRow = (code: string, fields: Record<string, string>) => {
		const { answer } = readBox(code, fields, 'en');
		const state = stateOfBox(code, fields, 'en');
		const outcome = state && answerTo(state, 'en');
		if (!state || !outcome?.ok) throw new Error(`no spellings of ${code}`);
		const row = outcome.spellings.equivalents.find(({ library }) => library === state.from);
		const html = equivalentsHtml(outcome.spellings, { language: 'en', from: state.from });
		return { state, html, row, epochs: answer.decays[0]?.meaning?.timescaleEpochs, equivalents: outcome.spellings };
	};

	test('that of the example, which has momentum and which the converter opens on', () => {
		const { state, row, epochs } = ownRow(EXAMPLE_CODE, {});
		expect(state).toEqual(OPENING);
		expect(row?.timescale?.steps).toBeCloseTo(2000, 6);
		expect(row?.timescale?.epochs).toBeCloseTo(epochs ?? Number.NaN, 9);
	});

	test('none of an L2 penalty under Adam, whose η is not that of the SGD of the row', () => {
		const code = `model.add(Dense(8, kernel_regularizer=keras.regularizers.l2(1e-3)))
model.compile(keras.optimizers.Adam(1e-3), 'mse')`;
		const { state, html, row, epochs } = ownRow(code, { m: '1000', batchSize: '32' });
		expect(state.from).toBe('keras-l2');
		expect(epochs ?? null).toBeNull();
		expect(row?.timescale).toBeUndefined();
		expect(html).not.toContain('shrinks a weight to 1/e');
	});

	test('no epochs without B', () => {
		const code = 'loss = F.mse_loss(p, y) + 1e-3 * sum((w**2).sum() for w in ws)\nopt = torch.optim.SGD(ws, lr=0.01)';
		const without = ownRow(code, { m: '1000' });
		expect(without.html).toContain('shrinks a weight to 1/e');
		expect(without.html).not.toContain('epochs.');
		expect(ownRow(code, { m: '1000', batchSize: '50' }).html).toContain('epochs.');
	});
});

describe('code without m', () => {
	test.each([
		{ code: ADAMW, from: 'pytorch-adamw', value: '0.1' },
		{ code: 'Ridge(alpha=2)', from: 'sklearn-ridge', value: '2' },
		{ code: 'keras.optimizers.SGD(0.1, momentum=0.9, weight_decay=1e-3)', from: 'keras-weight-decay', value: '0.001' },
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

	test.each([
		{ code: 'ElasticNet(alpha=0.1)', value: '0.05' }, // (1 − l1_ratio)·alpha
		{
			code: 'crit = nn.CrossEntropyLoss(reduction="sum")\nloader = DataLoader(data, batch_size=32)\n'.concat(SGD),
			value: '0.000125',
		},
	])(
		'gives the converter d, of which λ is m times as much, where no row has the number itself: $code',
		({ code, value }) => {
			const state = stateOfBox(code, {}, 'en');
			expect(state).toMatchObject({ from: 'lambda-over-2', value, m: '' });
			const outcome = state && answerTo({ ...state, m: '700' }, 'en');
			const known = stateOfBox(code, { m: '700' }, 'en');
			expect(outcome?.ok && outcome.spellings.lambda).toBeCloseTo(Number(known?.value), 9);
		},
	);

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

	test.each([`${SGD.slice(0, -6)}-1)`, 'print("hello")', ''])(
		'gives none where it says none that is a row’s: %s',
		(code) => {
			expect(stateOfBox(code, {}, 'en')).toBe(null);
		},
	);

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

describe('the table is as exact as the code', () => {
	const tagOf = (code: string, fields: Record<string, string>, library: string) => {
		const state = stateOfBox(code, fields, 'en');
		const outcome = state && answerTo(state, 'en');
		if (!state || !outcome?.ok) throw new Error(`no spellings of ${code}`);
		const reason = whyOtherIn(code, fields, 'en');
		const html = equivalentsHtml(outcome.spellings, {
			language: 'en',
			from: state.from,
			inexact: reason && { from: state.from, ...reason },
		});
		const [row = ''] = new RegExp(`data-library="${library}".*?</details>`, 's').exec(html) ?? [];
		return /<span class="spelling-exact"[^>]*>([^<]*)/.exec(row)?.[1];
	};
	const { exact, inexact } = CONVERTER_TEXT.en;

	test('of glmnet, whose features are standardized unless it is told not to', () => {
		const code = 'glmnet(x, y, alpha = 0, lambda = 0.5)';
		const fields = { m: '32', targetDeviation: '6.03' };
		expect(tagOf(code, fields, 'sklearn-ridge')).toBe(inexact['another-minimiser']);
		expect(tagOf(code, fields, 'glmnet-gaussian')).toBe(exact);
		expect(tagOf(code.replace(')', ', standardize = FALSE)'), fields, 'sklearn-ridge')).toBe(exact);
		expect(tagOf(code, { targetDeviation: '6.03' }, 'sklearn-ridge')).toBe(inexact['another-minimiser']);
	});

	test('of an intercept: one that is penalized here is free in other libraries, and the other way round', () => {
		const fields = { m: '150' };
		const nnet = 'nnet(x, y, size = 3, decay = 0.1, linout = TRUE)';
		expect(tagOf(nnet, fields, 'sklearn-ridge')).toBe(inexact['another-intercept']);
		for (const row of ['r-nnet', 'pytorch-sgd', 'lambda-norm-squared']) expect(tagOf(nnet, fields, row)).toBe(exact);
		const liblinear = 'LiblineaR(x, y, type = 0, cost = 2)';
		expect(tagOf(liblinear, fields, 'sklearn-logistic-regression')).toBe(inexact['another-intercept']);
		expect(tagOf(liblinear, fields, 'r-nnet')).toBe(exact);
		for (const bias of [0, -1]) {
			const without = liblinear.replace(')', `, bias = ${bias})`);
			expect(tagOf(without, fields, 'sklearn-logistic-regression')).toBe(exact);
		}
		const free = 'LogisticRegression(C=2)';
		expect(tagOf(free, fields, 'r-nnet')).toBe(inexact['another-intercept']);
		expect(tagOf(free, fields, 'pytorch-sgd')).toBe(exact);
		expect(tagOf(free.replace(')', ', fit_intercept=False)'), fields, 'r-nnet')).toBe(exact);
	});

	test('of a decay beside Adam’s step, of which no sd(y) makes a penalty', () => {
		const code = 'TrainingArguments(out, learning_rate=5e-5, weight_decay=0.01)';
		for (const row of ['glmnet-gaussian', 'sklearn-ridge'])
			expect(tagOf(code, { m: '1000', batchSize: '8' }, row)).toBe(inexact['another-minimiser']);
	});

	test('class weights are mentioned', () => {
		const notes = (code: string) =>
			readBox(code, { m: '100' }, 'en').answer.decays[0]?.notes.map(({ message }) => message);
		expect(notes('LogisticRegression(C=0.1, class_weight="balanced")')?.join()).toContain('class_weight = "balanced"');
		expect(notes('LogisticRegression(C=0.1, class_weight=None)')?.join()).not.toContain('class_weight');
	});
});

test('λ is rounded to no fewer digits than stand before its point, and a row has the digits of its code', () => {
	expect([64058.35, 64058, 0.0219780219, 12.3456, 1281167].map(sayShort)).toEqual([
		'64058',
		'64058',
		'0.02198',
		'12.35',
		'1281167',
	]);
	const outcome = answerTo(
		{ ...OPENING, from: 'lambda', value: '1', m: '45.5e1', learningRate: '', momentum: '' },
		'en',
	);
	if (!outcome.ok) throw new Error('no spellings');
	const html = equivalentsHtml(outcome.spellings, { language: 'en', from: 'lambda' });
	const [row = ''] = /data-library="pytorch-sgd".*?<\/details>/s.exec(html) ?? [];
	const said = /weight_decay = ([\d.]+)</.exec(row)?.[1];
	expect(said).toBe(/weight_decay=([\d.]+)\)/.exec(row)?.[1]);
	expect(said).toBe('0.0021978021978');
});

describe('what was entered beside a code', () => {
	const GLMNET = 'glmnet(x, y, alpha = 0, lambda = 0.5)';
	const entered = { m: '32', targetDeviation: '6.03' };
	const left = (code: string, now: string, fields: Record<string, string>) =>
		answersFor(now, { code, fields: fields }, 'en');

	test.each([
		'MLPClassifier(hidden_layer_sizes=(64,), alpha=1e-3, batch_size=64)',
		'{"optimizer": {"type": "AdamW", "params": {"lr": 1e-4, "weight_decay": 0.01}}}',
		'Ridge(alpha=1)',
		'glmnet(x2, y2, alpha = 0, lambda = 0.5)', // other data
		'',
	])('is not for %s', (now) => {
		expect(left(GLMNET, now, entered)).toEqual({});
	});

	test.each([
		GLMNET,
		GLMNET.replace('0.5', '0.25'),
		GLMNET.replace(')', ', standardize = FALSE)'),
		`library(glmnet)\n${GLMNET}`,
	])('is for an edit of the same: %s', (now) => {
		expect(left(GLMNET, now, entered)).toEqual(entered);
	});

	test('gives way to what the code says itself', () => {
		const fields = { m: '700', batchSize: '50', learningRate: '' };
		expect(left(SGD, SGD, fields)).toEqual({ m: '700', batchSize: '50' });
		const said = `loader = DataLoader(CIFAR10(root, train=True), batch_size=128)\n${SGD}`;
		expect(left(SGD, said, fields)).toEqual({});
		expect(left(SGD.replace('lr=0.1, ', ''), SGD, { learningRate: '0.5', m: '700' })).toEqual({ m: '700' });
	});

	test('stays where more is asked once it is known', () => {
		const code = 'opt = Mystery(net.parameters(), weight_decay=0.1)';
		const fields = { optimizer: 'adamw', m: '700', epochs: '30' };
		expect(left(code, code.replace('0.1', '0.2'), fields)).toEqual(fields);
	});
});

test.each(LANGUAGES)('a B of more rows than there are examples is not replaced unsaid, in %s', (language) => {
	const code = 'MLPClassifier(alpha=1e-3, batch_size=64)';
	for (const [m, isLess] of [
		['32', true],
		['1000', false],
	] as const) {
		const { answer } = readBox(code, { m }, language);
		const state = converterStateOf(answer, { m });
		expect(state && answerTo(state, language).ok).toBe(true);
		const html = codeAnswerHtml(answer, language);
		expect(html.includes(CODE_TEXT[language].wholeBatch('64', m))).toBe(isLess);
	}
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
