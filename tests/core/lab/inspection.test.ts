import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTarget, type Target, targetAt } from '../../../site/lab/more/networkTarget.ts';
import { unitPlaces } from '../../../site/pictures/network/networkSvgs.ts';
import { pictureOf } from '../../../site/pictures/network/picture.ts';

const networks = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 }).map((widths) =>
	pictureOf({
		W: widths.slice(1).map((outputs, layer) => Array.from({ length: outputs }, () => Array(widths[layer]).fill(0.5))),
		b: widths.slice(1).map((outputs) => Array(outputs).fill(0)),
	}),
);

describe('what is pointed at in a network', () => {
	test('is the unit under the pointer, and nothing far from all', () => {
		fc.assert(
			fc.property(networks, (picture) => {
				for (const [column, { units }] of unitPlaces(picture).entries()) {
					for (const [unit, { x, y }] of units.entries()) {
						expect(targetAt(picture, x, y)).toEqual({ kind: 'unit', column, unit });
					}
				}
				expect(targetAt(picture, -50, -50)).toBe(null);
			}),
		);
	});

	test('is the weight whose line lies there', () => {
		const picture = pictureOf({ W: [[[1, 1]]], b: [[0]] }); // two lines to one unit
		const [inputs, outputs] = unitPlaces(picture);
		for (const from of [0, 1]) {
			const [a, b] = [inputs?.units[from], outputs?.units[0]];
			if (!a || !b) throw new Error('three units');
			expect(targetAt(picture, (a.x + b.x) / 2, (a.y + b.y) / 2)).toEqual({ kind: 'weight', column: 0, from, to: 0 });
		}
	});

	test('is reached by keys: every unit by arrows, every weight into a unit by Page keys', () => {
		fc.assert(
			fc.property(networks, (picture) => {
				const columns = unitPlaces(picture);
				const seen = new Set<string>();
				let now: Target | null = null;
				for (let i = 0; i < columns.length; i++) {
					now = nextTarget(picture, now, 'ArrowRight');
					for (let j = 0; j < 6; j++) {
						seen.add(JSON.stringify(now));
						now = nextTarget(picture, now, 'ArrowDown');
					}
				}
				expect(seen.size).toBe(columns.reduce((sum, { units }) => sum + units.length, 0));
				const into = new Set<number>();
				let weight: Target | null = { kind: 'unit', column: 1, unit: 0 };
				for (let i = 0; i < 6; i++) {
					weight = nextTarget(picture, weight, 'PageDown');
					if (weight?.kind !== 'weight') throw new Error('a Page key goes to a weight');
					into.add(weight.from);
				}
				expect(into.size).toBe(columns[0]?.units.length);
				expect(nextTarget(picture, now, 'x')).toBe(null);
			}),
		);
	});
});
