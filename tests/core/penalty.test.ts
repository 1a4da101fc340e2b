import { describe, expect, test } from 'vitest';
import * as penalties from '../../src/penalty.ts';
import { type Penalty, penaltySchema, SCALINGS } from '../../src/schema/objective.ts';

const sizes = { m: 50, batchSize: 5 };
const lambda = 2.5;
const penalty = (fields: Partial<Penalty>): Penalty => penaltySchema.parse({ lambda, ...fields });
const stepping = { ...sizes, optimizer: 'sgd' as const, learningRate: 0.01, momentum: 0 };

test.each<[Penalty['scaling'], number]>([
	['full', 2 * lambda],
	['half', lambda],
	['over-m', (2 * lambda) / 50],
	['over-2m', lambda / 50],
	['over-2b', lambda / 5],
	['over-2sqrt-m', lambda / Math.sqrt(50)],
])('the decay coefficient of %s', (scaling, expected) => {
	expect(penalties.decayCoefficient(penalty({ scaling }), sizes)).toBeCloseTo(expected, 14);
});

test.each(SCALINGS)('the formulas of %s are what is computed', (scaling) => {
	const values: Readonly<Record<string, number>> = { λ: lambda, m: 50, B: 5, '√m': Math.sqrt(50), '2': 2 };
	const product = (part = '') => (part.match(/√m|[λmB2]/g) ?? []).reduce((all, one) => all * (values[one] ?? 0), 1);
	const value = (formula: string) => product(formula.split('/')[0]) / product(formula.split('/')[1]);
	const { COEFFICIENT_FORMULA, DECAY_FORMULA, penaltyCoefficient, decayCoefficient } = penalties;
	expect(value(COEFFICIENT_FORMULA[scaling])).toBeCloseTo(penaltyCoefficient(penalty({ scaling }), sizes), 14);
	expect(value(DECAY_FORMULA[scaling])).toBeCloseTo(decayCoefficient(penalty({ scaling }), sizes), 14);
});

describe('c·Ω has the gradient d·w + c₁·sign(w)', () => {
	const weights = [0.7, -1.3, 2.1];
	const cases = SCALINGS.flatMap((scaling) => (['l2', 'l1', 'elastic'] as const).map((norm) => ({ scaling, norm })));
	test.each(cases)('$scaling $norm', ({ scaling, norm }) => {
		const chosen = penalty({ scaling, norm, ...(norm === 'elastic' && { l1Ratio: 0.3 }) });
		const value = (w: number[]) => penalties.penaltyCoefficient(chosen, sizes) * penalties.norm(chosen, w);
		const step = 1e-6;
		for (const [i, w] of weights.entries()) {
			const numeric = (value(weights.with(i, w + step)) - value(weights.with(i, w - step))) / (2 * step);
			const stated =
				penalties.decayCoefficient(chosen, sizes) * w + penalties.l1Coefficient(chosen, sizes) * Math.sign(w);
			expect(numeric).toBeCloseTo(stated, 8);
		}
	});
});

describe('how fast a weight shrinks', () => {
	test.each<[string, Partial<Penalty>, Partial<penalties.Stepping>, number | null]>([
		['plain SGD: η·d', {}, {}, (0.01 * lambda) / 50],
		['momentum accumulates it: η·d/(1−μ)', {}, { momentum: 0.9 }, (0.1 * lambda) / 50],
		[
			'decoupled: η·d, whatever the optimizer',
			{ application: 'decoupled' },
			{ optimizer: 'adam' },
			(0.01 * lambda) / 50,
		],
		['raw: d', { application: 'decoupled-raw' }, {}, lambda / 50],
		['Adam rescales a coupled decay', {}, { optimizer: 'adam' }, null],
		['L1 removes an amount, not a share', { norm: 'l1' }, {}, null],
	])('%s', (_, fields, changed, expected) => {
		const share = penalties.shrinkPerStep(penalty(fields), { ...stepping, ...changed });
		if (expected === null) expect(share).toBeNull();
		else expect(share).toBeCloseTo(expected, 14);
	});

	test('the timescale is that of repeated shrinking, counted in epochs', () => {
		const share = penalties.shrinkPerStep(penalty({}), stepping) ?? 0;
		const epochs = penalties.timescaleEpochs(penalty({}), stepping) ?? 0;
		expect((1 - share) ** (epochs * 10)).toBeCloseTo(1 / Math.E, 3); // ten steps an epoch
	});
});

describe('the prior whose negative logarithm the penalty is', () => {
	test('over-2m: N(0, 1/λ) at every m', () => {
		for (const m of [30, 300, 3000]) {
			expect(penalties.priorStandardDeviation(penalty({}), 'binary-cross-entropy', { m, batchSize: m })).toBeCloseTo(
				1 / Math.sqrt(lambda),
				12,
			);
		}
	});

	test.each<['l2' | 'l1', (w: number, s: number) => number]>([
		['l2', (w, s) => (w * w) / (2 * s * s)],
		['l1', (w, s) => (Math.SQRT2 * Math.abs(w)) / s],
	])('%s: −log density differs from m·c·Ω by a constant', (norm, minusLogDensity) => {
		const chosen = penalty({ norm });
		const s = penalties.priorStandardDeviation(chosen, 'half-squared-error', sizes) ?? Number.NaN;
		for (const w of [-2, 0.1, 0.5, 3]) {
			const stated = sizes.m * penalties.penaltyCoefficient(chosen, sizes) * penalties.norm(chosen, [w]);
			expect(minusLogDensity(w, s)).toBeCloseTo(stated, 10);
		}
	});
});
