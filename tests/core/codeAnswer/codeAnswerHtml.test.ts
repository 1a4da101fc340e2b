/** What the converter's page says of a decay in code: which parameters it reaches, where the code says it. */
import { expect, test } from 'vitest';
import { codeAnswerHtml } from '../../../site/convert/codeAnswerHtml.ts';
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
