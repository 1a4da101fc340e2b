/**
 * A decay beside SGD's step does not go through its momentum: with μ its minimiser is that of (1 − μ) of its value. What the
 * converter calls equal is run here, by the updates as the libraries' sources write them, against ridge regression.
 */
import { expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { type ConvertQueryInput, convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';

const converted = (input: ConvertQueryInput) => {
	const outcome = convert(convertQuerySchema.parse(input));
	if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
	return outcome.conversion;
};

/** One feature of 200 rows, and ½(ŷ − y)². */
const rows = Array.from({ length: 200 }, (_, at) => ({ x: Math.sin(at), y: 2 * Math.sin(at) + Math.cos(7 * at) }));
const [sumOfSquares, products] = [
	rows.reduce((sum, { x }) => sum + x * x, 0),
	rows.reduce((sum, { x, y }) => sum + x * y, 0),
];

/** Ridge's weight, where Σ½(wx − y)² + ½α·w² is least. */
const ridge = (alpha: number) => products / (sumOfSquares + alpha);

/** Where SGD of all rows with momentum comes to rest: with a decay in the gradient, or beside the step. */
function trained(decay: number, isBeside: boolean, momentum: number): number {
	const rate = 0.02;
	let [w, velocity] = [0, 0];
	for (let step = 0; step < 20_000; step++) {
		const gradient = (sumOfSquares * w - products) / rows.length;
		velocity = momentum * velocity + gradient + (isBeside ? 0 : decay * w);
		w -= rate * velocity + (isBeside ? rate * decay * w : 0);
	}
	return w;
}

const BESIDE = LIBRARY_IDS.filter((id) => libraries[id].coupling === 'decoupled' && libraries[id].optimizer === 'sgd');
const STATED = { value: 0.05, m: rows.length, loss: 'half-squared-error' } as const;

test('three libraries decay beside the step of SGD', () => {
	expect(BESIDE).toEqual(['keras-weight-decay', 'fastai', 'timm-sgdw']);
});

test.each(BESIDE.flatMap((from) => [0, 0.5, 0.9].map((momentum) => ({ from, momentum }))))(
	'$from with momentum $momentum has the minimiser of every row that is equal to it',
	({ from, momentum }) => {
		const { lambda, equivalents } = converted({ ...STATED, from, momentum });
		expect(lambda).toBeCloseTo((1 - momentum) * 10, 9); // m·value = 10
		const rest = trained(0.05, true, momentum);
		expect(rest).toBeCloseTo(ridge(lambda), 9);
		const value = (id: string) => equivalents.find(({ library }) => library === id)?.value ?? Number.NaN;
		expect(ridge(value('sklearn-ridge'))).toBeCloseTo(rest, 9);
		expect(trained(value('pytorch-sgd'), false, momentum)).toBeCloseTo(rest, 9);
		for (const to of BESIDE) expect(trained(value(to), true, momentum)).toBeCloseTo(rest, 9);
	},
);

test('a decay in the gradient becomes 1/(1 − μ) times as much beside the step, in code that has the μ', () => {
	for (const from of ['pytorch-sgd', 'lambda'] as const) {
		const value = from === 'lambda' ? 10 : 0.05;
		const { lambda, equivalents } = converted({ ...STATED, from, value, momentum: 0.9, learningRate: 0.1 });
		expect(lambda).toBe(10);
		for (const to of BESIDE) {
			const row = equivalents.find(({ library }) => library === to);
			expect(trained(row?.value ?? 0, true, 0.9)).toBeCloseTo(ridge(10), 9);
			expect(row?.snippet).toMatch(/mom(entum)?=0\.9\b.*=0\.5\)/);
			expect(row?.timescale?.steps).toBeCloseTo(20, 9); // 1/(η·0.5): as fast as the other, (1 − μ)/(η·0.05)
		}
		expect(equivalents.find(({ library }) => library === 'pytorch-sgd')?.timescale?.steps).toBeCloseTo(20, 9);
	}
});

test('with more examples the value goes on in proportion', () => {
	const { moved } = converted({ ...STATED, from: 'keras-weight-decay', momentum: 0.9, newM: 2 * rows.length });
	const kept = moved?.rules.find(({ rule }) => rule === 'keep-lambda');
	expect(kept).toMatchObject({ lambda: 1, value: 0.025 });
});
