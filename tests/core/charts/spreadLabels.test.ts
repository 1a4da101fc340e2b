import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels, type Wanted } from '../../../site/charts/spreadLabels.ts';

const wanted = fc.array(
	fc.record({
		middle: fc.double({ min: -50, max: 450, noNaN: true }),
		height: fc.double({ min: 5, max: 40, noNaN: true }),
	}),
	{ minLength: 1, maxLength: 9 },
);
const [TOP, BOTTOM] = [0, 400];
const moved = (labels: readonly Wanted[], middles: readonly number[]) =>
	labels.reduce((sum, { middle }, i) => sum + (middle - (middles[i] ?? 0)) ** 2, 0);

test('labels stand between top and bottom, in the order that they want, without overlapping', () => {
	fc.assert(
		fc.property(wanted, (labels) => {
			const middles = spreadLabels(labels, TOP, BOTTOM) ?? [];
			const placed = labels.map((label, i) => ({ ...label, at: middles[i] ?? Number.NaN }));
			for (const one of placed) {
				expect(one.at - one.height / 2).toBeGreaterThanOrEqual(TOP - 1e-6);
				expect(one.at + one.height / 2).toBeLessThanOrEqual(BOTTOM + 1e-6);
				for (const other of placed) {
					if (one === other) continue;
					expect(Math.abs(one.at - other.at)).toBeGreaterThanOrEqual((one.height + other.height) / 2 - 1e-6);
					if (one.middle < other.middle) expect(one.at).toBeLessThan(other.at);
				}
			}
		}),
	);
});

test('labels that have room stay where they want to be', () => {
	expect(
		spreadLabels(
			[
				{ middle: 300, height: 20 },
				{ middle: 10, height: 20 },
				{ middle: 150.5, height: 20 },
			],
			TOP,
			BOTTOM,
		),
	).toEqual([300, 10, 150.5]);
});

test('no other arrangement in that order moves them less', () => {
	fc.assert(
		fc.property(wanted, fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9 }), (labels, nudges) => {
			const middles = spreadLabels(labels, TOP, BOTTOM) ?? [];
			const order = labels.map((_, i) => i).sort((a, b) => (middles[a] ?? 0) - (middles[b] ?? 0));
			// Any neighbour that is allowed too: nudged, and pushed apart again from the top and from the bottom.
			const other = middles.map((at, i) => at + (nudges[i] ?? 0));
			let floor = TOP;
			for (const i of order) {
				const half = (labels[i]?.height ?? 0) / 2;
				other[i] = Math.max(other[i] ?? 0, floor + half);
				floor = (other[i] ?? 0) + half;
			}
			if (floor > BOTTOM) return;
			expect(moved(labels, middles)).toBeLessThanOrEqual(moved(labels, other) + 1e-6);
		}),
	);
});

test('labels that are higher together than their room have no places', () => {
	expect(spreadLabels(Array(21).fill({ middle: 200, height: 20 }), TOP, BOTTOM)).toBeNull();
});
