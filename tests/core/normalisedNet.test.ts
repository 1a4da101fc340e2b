/** The network of claim 21, whose gradients are written by hand. */
import { expect, test } from 'vitest';
import { at } from '../../src/at.ts';
import { dot } from '../../src/convex/vectors.ts';
import { RandomState } from '../../src/data/randomState.ts';
import { gradients } from '../../src/experiments/shared/normalisedNet.ts';
import { expectClose } from './expectClose.ts';

const UNITS = 5;
const STEP = 1e-5;

const random = new RandomState(11);
const draw = (count: number) => Array.from({ length: count }, () => random.gaussian());
const X = Array.from({ length: 7 }, () => draw(2));
const y = [0, 1, 1, 0, 1, 0, 1];
const network = { W: draw(2 * UNITS), v: draw(UNITS), b: draw(UNITS), c: 0.3 };

test.each(['W', 'v', 'b'] as const)('its gradient by %s is the slope of its loss', (name) => {
	const slopes = network[name].map((_, k) => {
		const lossAt = (shift: number) =>
			gradients({ ...network, [name]: network[name].with(k, at(network[name], k) + shift) }, X, y).loss;
		return (lossAt(STEP) - lossAt(-STEP)) / (2 * STEP);
	});
	expectClose(gradients(network, X, y)[name], slopes, 1e-7);
});

test('its gradient by the output’s bias is the slope of its loss', () => {
	const lossAt = (c: number) => gradients({ ...network, c }, X, y).loss;
	expectClose(gradients(network, X, y).c, (lossAt(0.3 + STEP) - lossAt(0.3 - STEP)) / (2 * STEP), 1e-7);
});

test('weights three times as long make the same function, with a gradient a third as long and at a right angle to them', () => {
	const longer = { ...network, W: network.W.map((w) => 3 * w), v: network.v.map((w) => 3 * w) };
	const [once, thrice] = [gradients(network, X, y), gradients(longer, X, y)];
	expect(thrice.loss).toBeCloseTo(once.loss, 12);
	for (const name of ['W', 'v'] as const) {
		expectClose(
			thrice[name].map((g) => 3 * g),
			once[name],
			1e-12,
		);
		expect(dot(once[name], network[name])).toBeCloseTo(0, 12);
	}
});
