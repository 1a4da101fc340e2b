/** What the box for code puts into the converter's fields: a state whose λ is the one that the box says. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { converterStateOf, readBox } from '../../../site/convert/codeState.ts';

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
