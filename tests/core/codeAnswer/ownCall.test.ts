/** The code that the converter offers at the row of a code that was pasted: that code, with another number. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { EXAMPLE_CODE } from '../../../site/convert/codeExample.ts';
import { stateOfBox } from '../../../site/convert/codeState.ts';
import { equivalentsHtml } from '../../../site/convert/equivalentsHtml.ts';
import { withNumber } from '../../../site/convert/ownCall.ts';
import { ownCallIn } from '../../../site/convert/ownCallIn.ts';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const SGD = 'opt = torch.optim.SGD(net.parameters(), momentum=0.9, nesterov=True, lr=0.1, weight_decay=5e-4)';
const FIELDS = { m: '50000' };

function callOf(code: string, fields = FIELDS) {
	const state = stateOfBox(code, fields, 'en');
	if (!state) throw new Error('the converter has no state of this code');
	const call = ownCallIn(code, state);
	if (!call) throw new Error('this code has no call');
	return { state, call };
}

describe('the code of the row that was read from code', () => {
	test.each([
		[SGD, 'torch.optim.SGD(net.parameters(), momentum=0.9, nesterov=True, lr=0.1, weight_decay=0.25)'],
		['AdamW(model.parameters(), lr=1e-3)', 'AdamW(model.parameters(), lr=1e-3, weight_decay=0.25)'],
		['Ridge().fit(X, y)', 'Ridge(alpha=0.25)'],
		['from detectron2.config import get_cfg\ncfg = get_cfg()\ntrainer = DefaultTrainer(cfg)', 'weight_decay=0.25'],
		[
			'LogisticRegression(C=0.5, solver="saga", max_iter=500,)',
			'LogisticRegression(C=0.25, solver="saga", max_iter=500,)',
		],
		[
			'wd = 5e-4\nopt = SGD(net.parameters(), lr=0.1, weight_decay=wd)',
			'SGD(net.parameters(), lr=0.1, weight_decay=0.25)',
		],
		[
			'fit <- glmnet(x, y, alpha = 0, lambda = 0.1, standardize = FALSE)',
			'glmnet(x, y, alpha = 0, lambda = 0.25, standardize = FALSE)',
		],
		['optimizer:\n  name: sgd\n  lr: 0.1\n  weight_decay: 0.0005 # L2', 'weight_decay: 0.25 # L2'],
		[EXAMPLE_CODE, 'torch.optim.SGD(net.parameters(), lr=0.1,\n    momentum=0.9, weight_decay=0.25)'],
	])('%s', (code, changed) => {
		const { call, state } = callOf(code);
		expect(withNumber(call, 0.25)).toBe(changed);
		expect(call.library).toBe(state.from);
	});

	test('is read again as the same call with the other number', () => {
		void fc.assert(
			fc.property(fc.double({ min: 1e-9, max: 1e3, noNaN: true }), (value) => {
				const said = withNumber(callOf(SGD).call, value);
				const [decay] = answerCode(codeQuerySchema.parse({ code: said, m: 50_000 })).decays;
				expect(decay?.optimizer).toEqual({ kind: 'sgd', learningRate: 0.1, momentum: 0.9, nesterov: true });
				expect((decay?.value ?? 0) / value).toBeCloseTo(1, 10);
			}),
			{ numRuns: 50 },
		);
	});

	test('stands in its row alone, and with a later m has the number for that', () => {
		const { call, state } = callOf(SGD);
		const codes = (newM: string) => {
			const outcome = answerTo({ ...state, newM }, 'en');
			if (!outcome.ok) throw new Error('the state does not convert');
			const html = equivalentsHtml(outcome.spellings, { language: 'en', from: state.from, call });
			const at = (library: string) =>
				new RegExp(`data-library="${library}".*?<pre tabindex="0"><code>(.*?)</code>`, 's').exec(html)?.[1];
			return [at('pytorch-sgd'), at('pytorch-adam'), at('optax')];
		};
		const now = codes('');
		const said = 'λ = 25 of λ/2m, m = 50000, loss: binary cross-entropy; biases are penalized too';
		expect(now[0]).toBe(`# ${said}\n${SGD.replace('opt = ', '').replace('5e-4', '0.0005')}`);
		expect(now[1]).not.toContain('momentum');
		expect(codes('200000')[0]).toBe(
			`# ${said.replace('50000', '200000')}\n${SGD.replace('opt = ', '').replace('5e-4', '0.000125')}`,
		);
		// An η of SGD is none of Adam.
		for (const [, adam, sgd] of [now, codes('200000')]) {
			expect(adam).toContain('lr=learning_rate');
			expect(sgd).toContain('learning_rate=0.1');
		}
	});

	test('is none where the strength is not of that code', () => {
		const { state } = callOf(SGD);
		expect(ownCallIn(SGD, { ...state, from: 'pytorch-adam' })).toBe(null);
		expect(ownCallIn('', state)).toBe(null);
	});
});
