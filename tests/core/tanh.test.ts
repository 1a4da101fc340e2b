import { expect, test } from 'vitest';
import { RandomState } from '../../src/data/randomState.ts';
import { tanh } from '../../src/data/tanh.ts';

// y is mpmath's tanh at 300 bits, rounded once. V8's Math.tanh gives another bit for the first twelve.
test.each([
	{ x: 0.44122748688504143, y: 0.4146613870917422 },
	{ x: 0.18760322583703548, y: 0.18543287819603474 },
	{ x: -0.6052978481903948, y: -0.5408086673718285 },
	{ x: 3.0337708236678047, y: 0.9953769871244297 },
	{ x: -3.5762740671560422, y: -0.9984354914254286 },
	{ x: 4.385411321489364, y: 0.9996896564493566 },
	{ x: 0.0011996965100348085, y: 0.0011996959344720548 },
	{ x: -3.342571818181197e-6, y: -3.3425718181687485e-6 },
	{ x: -9.413862256971788e-7, y: -9.413862256969008e-7 },
	{ x: 0.4790268611372701, y: 0.4454639174562983 },
	{ x: -1.0346163138675954, y: -0.7757531818521813 },
	{ x: 1.6195960613478881, y: 0.9245655976894825 },
	{ x: 0, y: 0 },
	{ x: -0, y: -0 },
	{ x: 1, y: 0.7615941559557649 },
	{ x: -0.5, y: -0.46211715726000974 },
	{ x: 2 ** -27, y: 2 ** -27 },
	{ x: 2 ** -26, y: 1.4901161193847655e-8 },
	{ x: 2 ** -7, y: 0.007812341058161014 },
	{ x: -3e-8, y: -2.999999999999999e-8 },
	{ x: Number.MIN_VALUE, y: Number.MIN_VALUE },
	{ x: 19.0615, y: 0.9999999999999999 },
	{ x: 20, y: 1 },
	{ x: -1e9, y: -1 },
	{ x: Number.POSITIVE_INFINITY, y: 1 },
])('tanh($x) is $y', ({ x, y }) => {
	expect(tanh(x)).toBe(y);
});

test('it is within two units in the last place of the platform’s, at any size', () => {
	const random = new RandomState(1);
	for (let i = 0; i < 20_000; i++) {
		const x = random.gaussian() * 2 ** random.uniform(-30, 5);
		const y = tanh(x);
		expect(Math.abs(y / Math.tanh(x) - 1)).toBeLessThanOrEqual(2 * Number.EPSILON);
		expect(tanh(-x)).toBe(-y);
	}
});
