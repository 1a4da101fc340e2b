/** What the converter's page says of a decay in code: which parameters it reaches, where the code says it. */
import { expect, test } from 'vitest';
import { codeAnswerHtml } from '../../../site/convert/codeAnswerHtml.ts';
import { readBox } from '../../../site/convert/codeState.ts';
import { partialMeanings } from '../../../site/convert/partialMeaning.ts';
import { CODE_TEXT } from '../../../site/text/converter/codeText.ts';
import { CONVERTER_TEXT } from '../../../site/text/converter/converterText.ts';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const html = (code: string, language: (typeof LANGUAGES)[number]) =>
	codeAnswerHtml(answerCode(codeQuerySchema.parse({ code, language, m: 500 })), language);

const SAID = { en: /biases too|no biases|some of the parameters|of leaves/, zh: /含偏置|一部分参数|叶子的值/ };

test.each([
	{ code: 'opt = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=5e-4)', en: 'all parameters, biases too' },
	{ code: 'clf = LogisticRegression(C=0.1)', en: 'weights, no biases' },
	{ code: 'clf = LogisticRegression(C=0.1, solver="liblinear")', en: 'all parameters, biases too' },
	{ code: 'opt = torch.optim.SGD(net.fc.parameters(), lr=0.1, weight_decay=5e-4)', en: 'some of the parameters' },
	{ code: 'XGBClassifier(reg_lambda=3)', en: 'values of leaves' },
	{ code: 'Dense(1, kernel_regularizer=l2(0.01))', en: null },
	{ code: 'opt = torch.optim.SGD(net.parameters(), lr=0.1)', en: null }, // nothing is reached by 0
	{ code: 'train.py --optimizer sgd --lr 0.1 --weight-decay 5e-4', en: null }, // the script's own
])('$code reaches: $en', ({ code, en }) => {
	if (en === null) for (const language of LANGUAGES) expect(html(code, language)).not.toMatch(SAID[language]);
	else {
		expect(html(code, 'en')).toContain(` · ${en} · `);
		expect(html(code, 'zh')).toMatch(SAID.zh);
	}
});

const SGD = 'torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=0.004)';

/** The answer without m: what is bold in it, and all of it, without its tags. */
function withoutM(code: string, language: (typeof LANGUAGES)[number]) {
	const { answer } = readBox(code, {}, language);
	const said = codeAnswerHtml(answer, language, null, partialMeanings(answer, code, {}, language));
	return { bold: /<strong>(.*?)<\/strong>/.exec(said)?.[1] ?? null, said: said.replace(/<[^>]*>/g, '') };
}

test.each(LANGUAGES)('λ that needs no m is the answer, and what needs m is said as m makes it, in %s', (language) => {
	const { noLambda, asFastAs, whateverM } = CODE_TEXT[language];
	for (const [code, lambda, derivation] of [
		['LogisticRegression(C=0.5, max_iter=1000)', '2', 'λ = 1/C = 1/0.5 = 2'],
		['Ridge(alpha=10)', '10', 'λ = alpha = 10'],
		['SVC(C=2, kernel="linear")', '0.5', 'λ = 1/C = 1/2 = 0.5'],
	] as const) {
		const { bold, said } = withoutM(code, language);
		expect(bold).toBe(`λ = ${lambda}`);
		expect(said).toContain(`d = ${lambda}/m`);
		expect(said).toContain(whateverM(derivation));
		expect(said.split(derivation)).toHaveLength(2); // and once
	}
	expect(withoutM(SGD, language)).toMatchObject({
		bold: null,
		said: expect.stringContaining('λ = 0.004·m · d = 0.004'),
	});
	const beside = withoutM(SGD.replace('SGD', 'AdamW'), language);
	expect(beside.bold).toBe(noLambda);
	expect(beside.said).toContain(asFastAs('0.004·m'));
	// more than m is missing for the first two; a loss that is summed over a B that is not known says no λ
	const summed = `crit = nn.CrossEntropyLoss(reduction="sum")\n${SGD}`;
	for (const code of ['Ridge(alpha=alpha)', 'glmnet(x, y, alpha = 0, lambda = 0.5)', summed]) {
		expect(withoutM(code, language).bold).toBe(null);
		expect(withoutM(code, language).said).not.toContain('λ = ');
	}
});

test.each(LANGUAGES)('the prior of a regression says beside which noise, and no other does, in %s', (language) => {
	const { besideNoise } = CODE_TEXT[language];
	for (const code of ['Ridge(alpha=10)', 'Lasso(alpha=1)', `loss = F.mse_loss(net(x), y)\n${SGD}`]) {
		expect(html(code, language)).toContain(besideNoise);
	}
	expect(withoutM('Ridge(alpha=10)', language).said).toContain(besideNoise);
	for (const code of ['LogisticRegression(C=2)', `loss = F.cross_entropy(net(x), y)\n${SGD}`]) {
		expect(html(code, language)).not.toContain(besideNoise);
	}
});

test.each(LANGUAGES)('what more data need is said once, of the decay that the table has, in %s', (language) => {
	const layer = (l2: string) => `keras.layers.Dense(8, kernel_regularizer=keras.regularizers.l2(${l2}))`;
	const { answer } = readBox(`${layer('1e-3')}\n${layer('1e-4')}`, { m: '500' }, language);
	const advice = answer.decays.map(
		({ findings }) => findings.find(({ code }) => code === 'twice-the-data')?.message ?? '',
	);
	expect(new Set(advice).size).toBe(2);
	for (const shown of [0, 1]) {
		const said = codeAnswerHtml(answer, language, { places: [0, 1], shown });
		expect(advice.map((one) => said.includes(one))).toEqual([shown === 0, shown === 1]);
	}
});

test('λ of a target whose deviation is not known says for which it is', () => {
	const of = (code: string) => html(code, 'en').includes(CONVERTER_TEXT.en.inexact['target-deviation-assumed']);
	expect(of('fit <- glmnet(X, y, alpha = 0, lambda = 0.5, standardize = FALSE)')).toBe(true);
	expect(of('Ridge(alpha=10)')).toBe(false);
});

test.each([
	{ code: SGD, en: 'For whatever loss is averaged over the examples: the code does not say which.' },
	{
		code: `train = CIFAR10(root, train=True)\n${SGD}`,
		en: 'For softmax cross-entropy, averaged over the examples (assumed: the code does not say the loss).',
	},
	{
		code: 'X, y = load_iris(return_X_y=True)\nLogisticRegression(C=2)',
		en: 'For softmax cross-entropy, averaged over the examples.',
	},
	{ code: `loss = F.cross_entropy(net(x), y)\n${SGD}`, en: 'For softmax cross-entropy, averaged over the examples.' },
	{
		code: `loss = F.mse_loss(net(x), y)\n${SGD}`,
		en: 'For squared error, (ŷ − y)², averaged over the examples and outputs.',
	},
	{ code: 'LogisticRegression(C=2)', en: 'For binary cross-entropy, averaged over the examples.' },
	{ code: 'Ridge(alpha=10)', en: 'For squared error, ½(ŷ − y)², averaged over the examples.' },
	{
		code: 'fit <- nnet(x, y, size = 4, decay = 0.1)', // of outputs that are logistic
		en: 'For squared error, ½(ŷ − y)², averaged over the examples.',
	},
	{
		code: 'fit <- nnet(x, y, size = 4, decay = 0.1, entropy = TRUE)',
		en: 'For binary cross-entropy, averaged over the examples.',
	},
	{
		code: 'fit <- nnet(x, y, size = 4, decay = 0.1, lin = T)',
		en: 'For squared error, ½(ŷ − y)², averaged over the examples.',
	},
])('the loss of $code is said, with m and without: $en', ({ code, en }) => {
	expect(html(code, 'en')).toContain(`<p class="code-loss">${en}</p>`);
	if (!/CIFAR|iris|entropy = TRUE/.test(code)) expect(withoutM(code, 'en').said).toContain(en); // those say m
	expect(html(code, 'zh').includes('这是假定')).toBe(en.includes('assumed'));
});

test.each(LANGUAGES)('what stands beside λ explains itself, and an L1 penalty has no d, in %s', (language) => {
	const { notesAndTerms, termsAre } = CODE_TEXT[language];
	const said = html(SGD, language);
	expect(said).toContain(`<summary>${notesAndTerms(1)}</summary>`);
	for (const one of termsAre) expect(said).toContain(one);
	expect(said).toContain('d = 0.004</span>');
	expect(html('Lasso(alpha=1)', language)).not.toMatch(/d = [\d.]+<\/span>/);
	expect(html('print(1)', language)).not.toContain(termsAre[0]);
});
