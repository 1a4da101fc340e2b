import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTarget, type Target, targetAt } from '../../../site/lab/more/networkTarget.ts';
import { weightTraceSvg } from '../../../site/lab/more/weightTraceSvg.ts';
import { unitPlaces } from '../../../site/pictures/network/networkSvgs.ts';
import { pictureOf } from '../../../site/pictures/network/picture.ts';

const networks = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 }).map((widths) =>
	pictureOf({
		W: widths.slice(1).map((outputs, layer) => Array.from({ length: outputs }, () => Array(widths[layer]).fill(0.5))),
		b: widths.slice(1).map((outputs) => Array(outputs).fill(0)),
	}),
);

test('a weight over time stands on axes that say what it was, and when', () => {
	for (const { values, epochs } of [
		{ epochs: [0, 50, 100, 150, 200], values: Float32Array.from([0.5, -0.25, -1, 0.75, 1.5]) },
		{ epochs: [0, 1000], values: Float32Array.from([0, 0]) },
		{ epochs: [0, 7], values: Float32Array.from([2e-7, Number.NaN]) },
	]) {
		const svg = weightTraceSvg({ epochs, values }, 'en');
		expect(svg).not.toContain('NaN');
		const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</g)].map(([, x, y, said = '']) => {
			const [mantissa = '', power = ''] = said.split('·10');
			const number = Number(mantissa.replaceAll(',', '').replace('−', '-'));
			return { x: Number(x), y: Number(y), number: power === '' ? number : Number.NaN, said };
		});
		expect(texts.map(({ said }) => said)).toEqual(expect.arrayContaining(['w', 'epoch', '0']));
		const points = [...(/class="trace" d="([^"]*)"/.exec(svg)?.[1] ?? '').matchAll(/([\d.]+) ([\d.]+)/g)];
		// Each point lies where the numbers beside the axes say: on the straight line through two of them.
		const [left, below] = [
			texts.filter(({ x, number }) => x === texts[0]?.x && Number.isFinite(number)),
			texts.filter(({ y, number }) => y === texts.at(-3)?.y && Number.isFinite(number)),
		];
		const on = (value: number, all: { number: number; at: number }[]) => {
			const [one, other] = [all[0], all.at(-1)];
			if (!one || !other || one === other) return null;
			return one.at + ((value - one.number) / (other.number - one.number)) * (other.at - one.at);
		};
		const finite = [...values].flatMap((value, i) =>
			Number.isFinite(value) ? [{ value, epoch: epochs[i] ?? 0 }] : [],
		);
		expect(points.length).toBe(finite.length);
		for (const [i, [, x, y]] of points.entries()) {
			const down = on(
				finite[i]?.value ?? 0,
				left.map(({ number, y: at }) => ({ number, at: at - 4 })),
			);
			const across = on(
				finite[i]?.epoch ?? 0,
				below.map(({ number, x: at }) => ({ number, at })),
			);
			if (down !== null) expect(Math.abs(Number(y) - down)).toBeLessThan(0.5);
			if (across !== null) expect(Math.abs(Number(x) - across)).toBeLessThan(0.5);
		}
	}
});

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

	test('is the same in a drawing that is wider than high', () => {
		fc.assert(
			fc.property(networks, fc.integer({ min: 200, max: 600 }), (picture, wide) => {
				for (const [column, { units }] of unitPlaces(picture, wide).entries())
					for (const [unit, { x, y }] of units.entries()) {
						expect(targetAt(picture, x, y, wide)).toEqual({ kind: 'unit', column, unit });
						expect(x >= 0 && x <= wide).toBe(true);
					}
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
