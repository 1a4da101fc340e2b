import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { describeDifferences } from '../../../site/lab/runs/describeDifferences.ts';
import { differences } from '../../../site/lab/runs/difference.ts';
import { runName } from '../../../site/lab/runs/runName.ts';
import { presets } from '../../../site/lab/state/presets.ts';
import { epochAt, tracesChart } from '../../../site/lab/traces/tracesChart.ts';
import { STEPS } from '../../../site/pictures/boundary/bands.ts';
import { differencePixels } from '../../../site/pictures/boundary/differencePixels.ts';
import { fieldPixels } from '../../../site/pictures/boundary/fieldPixels.ts';
import { projection } from '../../../site/pictures/boundary/frame.ts';
import { constantOf, greatestDifference, isEven } from '../../../site/pictures/boundary/isEven.ts';
import { marksSvg } from '../../../site/pictures/boundary/marks.ts';
import { histogramSvg, networkSvg, normsSvg } from '../../../site/pictures/network/networkSvgs.ts';
import { pictureOf, UNITS } from '../../../site/pictures/network/picture.ts';
import { ownScale, sharedScale } from '../../../site/pictures/network/scale.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { beginTraining } from '../../../src/engine/training.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { validSpec } from '../arbitrarySpec.ts';

const bands = Array.from({ length: 7 }, (_, i) => [i, 0, 0] as const);
const line = [99, 0, 0] as const;

describe('a field of probabilities', () => {
	test('has the band of each grid point where picture and grid coincide', () => {
		const size = 40;
		// Steps, so that no slope is a line.
		const levels = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
		const probability = Array.from({ length: size * size }, (_, i) => levels[Math.floor((7 * (i % size)) / size)] ?? 0);
		const pixels = new Uint8ClampedArray(size * size * 4);
		fieldPixels(probability, size, size, { bands, line }, pixels);
		for (let column = 0; column < size; column++) {
			const p = probability[column] ?? 0;
			const red = pixels[column * 4] ?? 0;
			const band = STEPS.filter((step) => p >= step).length;
			const isStep = [column - 1, column + 1].some((other) => (probability[other] ?? p) !== p);
			// At a step it may be the line, or what fades from it into the band.
			if (isStep) expect(red >= band && red <= 99).toBe(true);
			else expect(red).toBe(band);
			expect(pixels[column * 4 + 3]).toBe(255);
		}
	});

	test('draws its line along ½, one pixel or two wide, with the least y at the bottom', () => {
		const size = 64;
		const probability = Array.from({ length: 16 * 16 }, (_, i) => Math.floor(i / 16) / 15); // grows with y
		const pixels = new Uint8ClampedArray(size * size * 4);
		fieldPixels(probability, 16, size, { bands, line }, pixels);
		const column = Array.from({ length: size }, (_, row) => pixels[(row * size + 30) * 4]);
		const marked = column.flatMap((red, row) => (red === 99 ? [row] : []));
		expect(marked.length).toBeGreaterThan(0);
		expect(marked.length).toBeLessThanOrEqual(2);
		for (const row of marked) expect(Math.abs(row - (size - 1) / 2)).toBeLessThan(1.5);
		expect([column[0], column.at(-1)]).toEqual([6, 0]);
	});

	test('has the neutral colour where another one says the same, and that of a class where it says more of it', () => {
		const size = 32;
		const pixels = new Uint8ClampedArray(size * size * 4);
		const base = Array.from({ length: size * size }, (_, i) => (i % size) / size);
		const painted = (probability: number[]) => {
			differencePixels(probability, base, size, size, { bands }, pixels);
			return new Set(pixels.filter((_, i) => i % 4 === 0));
		};
		expect(painted(base)).toEqual(new Set([3]));
		expect(Math.min(...painted(base.map((p) => p + 0.9)))).toBe(5);
		expect(Math.max(...painted(base.map((p) => p - 0.9)))).toBe(1);
	});

	test('has no line where the network says ½ everywhere', () => {
		const pixels = new Uint8ClampedArray(10 * 10 * 4);
		fieldPixels(Array(25).fill(0.5), 5, 10, { bands, line }, pixels);
		expect(new Set(pixels.filter((_, i) => i % 4 === 0))).toEqual(new Set([3]));
	});
});

describe('a line', () => {
	const SIZE = 120;
	/** Pixels whose colour is not that of a band, of a field over the square from 0 to 1. */
	const lineOf = (odds: (x: number, y: number) => number, resolution = 24) => {
		const probability = Array.from({ length: resolution ** 2 }, (_, i) => {
			const [x, y] = [(i % resolution) / (resolution - 1), Math.floor(i / resolution) / (resolution - 1)];
			return 1 / (1 + Math.exp(-odds(x, y)));
		});
		const pixels = new Uint8ClampedArray(SIZE * SIZE * 4);
		fieldPixels(probability, resolution, SIZE, { bands, line }, pixels);
		return Array.from({ length: SIZE * SIZE }, (_, i) => pixels[4 * i] ?? 0).map((red) => (red < 7 ? 0 : red));
	};
	const drawnOf = (pixels: number[]) => pixels.filter((red) => red > 0).length;

	test('that leans weighs as much in each row: its edge fades, and has no steps', () => {
		for (const lean of [0.1, 0.37, 0.8]) {
			const pixels = lineOf((x, y) => 6 * (x - 0.5 - lean * (y - 0.5)));
			const middles = Array.from({ length: SIZE }, (_, row) => {
				const reds = pixels.slice(row * SIZE, (row + 1) * SIZE).map((red) => Math.max(0, red - 3));
				const weight = reds.reduce((sum, red) => sum + red, 0);
				return { weight, at: reds.reduce((sum, red, column) => sum + red * column, 0) / weight };
			}).slice(5, -5);
			const weights = middles.map(({ weight }) => weight);
			expect(Math.max(...weights) / Math.min(...weights), String(lean)).toBeLessThan(1.35);
			// The middle of the line goes on by as much from row to row as the line leans, not by whole pixels.
			const off = middles.map(({ at }, i) => {
				const row = i + 5;
				return Math.abs(at - (SIZE - 1) * (0.5 + lean * (0.5 - row / (SIZE - 1))));
			});
			expect(Math.max(...off), String(lean)).toBeLessThan(0.3);
		}
	});

	test('goes around no speck of a plateau near ½, and around all that says more than 0.50', () => {
		const bump = (height: number) => (x: number, y: number) =>
			0.06 - height * Math.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / 0.01);
		expect(drawnOf(lineOf(bump(0.075)))).toBe(0);
		expect(drawnOf(lineOf(bump(0.5)))).toBeGreaterThan(40);
		const rough = (x: number, y: number) => 0.01 * Math.sin(91 * x * y + 57 * y);
		expect(drawnOf(lineOf(rough))).toBe(0);
		// A plateau with specks beside a slope: the slope keeps its line.
		const cliff = (x: number, y: number) => (x > 0.5 ? rough(x, y) + 0.001 : 8 * (x - 0.4));
		const pixels = lineOf(cliff);
		const columns = new Set(pixels.flatMap((red, i) => (red > 0 ? [i % SIZE] : [])));
		expect(columns.size).toBeGreaterThan(0);
		expect([Math.min(...columns), Math.max(...columns)].every((column) => column > 40 && column < 56)).toBe(true);
		const weak = lineOf((x) => 0.1 * (x - 0.5));
		expect(drawnOf(weak)).toBeGreaterThan(SIZE - 1); // weak, but from 0.49 to 0.51
	});
});

describe('of two networks', () => {
	test('is said that they are alike, or that one says ½ everywhere, where no two digits of a probability differ', () => {
		expect([isEven([0.5, 0.5049]), isEven([0.5, 0.506])]).toEqual([true, false]);
		expect([greatestDifference([0.25, 0.9], [0.25, 0.9]), greatestDifference([0.25, 0.5], [0.5, 0.375])]).toEqual([
			0, 0.25,
		]);
		expect(constantOf([0.538, 0.5405, 0.542])).toBeCloseTo(0.54, 10);
		for (const told of [[0.53, 0.5405], [0.4985, 0.5075], [Number.NaN, 0.3], [0.3, Number.NaN], []])
			expect(constantOf(told)).toBe(null);
		expect([isEven([Number.NaN]), greatestDifference([Number.NaN, 0.5], [0.5, 0.5])]).toEqual([false, Number.NaN]);
	});
});

test('copies of an example lie at one place, and leave its mark as large', () => {
	const plane = projection({ x: [-1, 1], y: [-1, 1] });
	const marks = (count: number, places: number) =>
		marksSvg(
			{ X: Array.from({ length: count }, (_, i) => [(i % places) / places, 0]), y: Array(count).fill(0) },
			plane,
		);
	const radius = (svg: string) => Number(/a([\d.]+) /.exec(svg)?.[1]);
	expect(radius(marks(300, 30))).toBe(radius(marks(30, 30)));
	expect(radius(marks(300, 300))).toBeLessThan(radius(marks(30, 30)));
});

test('a crowd is drawn small, and in parts by its order, so that no class lies over all of the other', () => {
	const plane = projection({ x: [-1, 1], y: [-1, 1] });
	const places = Array.from({ length: 2000 }, (_, i) => [Math.sin(i * i), Math.cos(7 * i * i)]);
	const sample = { X: places, y: places.map((_, i) => i % 2) };
	const paths = [...marksSvg(sample, plane).matchAll(/<path class="class-([01]) crowd" d="([^"]+)"/g)];
	expect(paths.map(([, label]) => label).join('')).toMatch(/^(01){4,}$/);
	const inOrder = (label: number) =>
		paths
			.filter(([, of]) => Number(of) === label)
			.flatMap(([, , d = '']) => [...d.matchAll(/M([\d.-]+) /g)].map(([, x]) => Number(x)));
	for (const label of [0, 1]) {
		const expected = places.filter((_, i) => i % 2 === label).map(([x = 0, y = 0]) => plane.project(x, y));
		const once = [...new Map(expected.map((place) => [place.join(), place[0]])).values()];
		const drawn = inOrder(label);
		expect(drawn.length).toBe(once.length);
		for (const [i, x] of drawn.entries()) expect(Math.abs(x - (once[i] ?? 0))).toBeLessThan(2);
	}
	expect(marksSvg(sample, plane)).toBe(marksSvg(sample, plane));
	expect(marksSvg({ X: places.slice(0, 99), y: sample.y.slice(0, 99) }, plane)).not.toContain('crowd');
});

describe('a picture of a network', () => {
	test('holds all of its weight, and few enough units to draw', async () => {
		const spec = canonical({
			data: { kind: 'digits', m: 100 },
			network: { hidden: [40, 5] },
			training: { epochs: 20 },
			output: { weights: true },
		});
		const run = await train(spec);
		const picture = pictureOf(run.weights ?? { W: [], b: [] });
		expect(Math.hypot(...picture.norms)).toBeCloseTo(run.final.weightNorm ?? Number.NaN, 5);
		expect(picture.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
		expect(picture.widths).toEqual([64, 40, 5, 10]);
		expect(Math.max(...picture.layers.flatMap((layer) => [layer.length, layer[0]?.length ?? 0]))).toBe(UNITS);
		const svg = networkSvg(picture, ownScale(picture), 'a "net"', (hidden) => `+${hidden}`);
		expect(svg).toContain('+48');
		expect(svg).toContain('a &quot;net&quot;');
		expect([...svg.matchAll(/<circle/g)].length).toBe(16 + 16 + 5 + 10);
		for (const text of [
			histogramSvg(picture, ownScale(picture), '', 'en'),
			normsSvg(picture, ownScale(picture), LAB_TEXT.en, 'en'),
		])
			expect(text).not.toContain('NaN');
	});

	test('of a network whose weights have left the numbers is still one', () => {
		const picture = pictureOf({ W: [[[Number.NaN, Number.POSITIVE_INFINITY]]], b: [[0]] });
		for (const svg of [
			networkSvg(picture, ownScale(picture), '', String),
			histogramSvg(picture, ownScale(picture), '', 'zh'),
			normsSvg(picture, ownScale(picture), LAB_TEXT.zh, 'zh'),
		]) {
			expect(svg).not.toMatch(/NaN|Infinity/);
		}
	});
});

test('pictures of one scale have bars as long as what they measure', () => {
	const [small, large] = [1, 4].map((w) => pictureOf({ W: [[[w, -w]]], b: [[0]] }));
	if (!small || !large) throw new Error('two pictures');
	const scale = sharedScale([small, large]);
	const bar = (picture: typeof small) => Number(/h([\d.]+)v/.exec(normsSvg(picture, scale, LAB_TEXT.en, 'en'))?.[1]);
	expect(bar(large) / bar(small)).toBeCloseTo(4, 1);
	const spread = (picture: typeof small) => {
		const bars = [...histogramSvg(picture, scale, '', 'en').matchAll(/M([\d.]+) 170v-/g)].map(([, x]) => Number(x));
		return Math.max(...bars) - Math.min(...bars);
	};
	expect(spread(large) / spread(small)).toBeGreaterThan(3);
	expect(ownScale(small).norm).toBeCloseTo(Math.SQRT2, 9);
});

describe('traces', () => {
	test('point to the epoch under a finger, and back', () => {
		for (const epochs of [1, 7, 2000]) {
			const at = (x: number) => epochAt(x, { plot: { left: 40, top: 0, right: 290, bottom: 200 } }, epochs);
			expect([at(0), at(40), at(165), at(290), at(300)]).toEqual([0, 0, Math.round(epochs / 2), epochs, epochs]);
			const all = Array.from({ length: 50 }, (_, i) => at(i * 6));
			expect(all).toEqual([...all].sort((a, b) => a - b));
		}
	});

	test('are drawn without what is not there, a number at each line’s end', () => {
		const epoch = Array.from({ length: 5000 }, (_, i) => i);
		const chart = tracesChart({
			lines: [
				{ key: 1, epoch: [0, 5000], values: [1, 0.5], isHeldOut: false },
				{ key: 2, epoch, values: epoch.map((e) => (e > 4000 ? null : Math.exp(-e / 900))), isHeldOut: false },
				{ key: 3, epoch: [0], values: [null], isHeldOut: false },
			],
			epochs: 5000,
			isLogarithmic: true,
			cursor: 100,
			title: 'x',
			language: 'en',
		});
		const svg = chartSvg(chart, 320, 'x', '');
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		const named = layOutChart(chart, { width: 320 }).endLabels.map(({ lines }) => lines.join());
		expect(named).toEqual(['1', '2']);
		expect(svg).toContain('>2</text>');
		expect(svg.length).toBeLessThan(6000);
	});

	test('that lie on each other are all seen: each but the first in pieces, and no other line is', () => {
		const same = { epoch: [0, 1], values: [1, 0.5] };
		const dashes = (lines: { values: number[]; isHeldOut: boolean }[]) =>
			tracesChart({
				lines: lines.map((one, i) => ({ key: i + 1, epoch: same.epoch, ...one })),
				epochs: 1,
				isLogarithmic: false,
				cursor: null,
				language: 'en',
			}).series.map(({ dash }) => dash);
		const training = { values: same.values, isHeldOut: false };
		const heldOut = { values: same.values, isHeldOut: true };
		const other = { values: [1, 0.4], isHeldOut: false };
		const [first, second, third, away, test, testAgain] = dashes([
			training,
			training,
			training,
			other,
			heldOut,
			heldOut,
		]);
		expect([first, away]).toEqual([[], []]);
		expect(second).toEqual([9, 9]);
		expect(third).toEqual([9, 18]);
		const period = (dash: readonly number[] = []) => dash.reduce((sum, one) => sum + one, 0);
		expect(period(testAgain)).toBe(period(test)); // a shorter piece in each of the dashes below it
		expect(testAgain?.[0]).toBeLessThan(test?.[0] ?? 0);
	});
});

describe('a run’s name', () => {
	const moons = (m: number, rest: Partial<RunSpecInput> = {}) => canonical({ data: { kind: 'moons', m }, ...rest });
	test.each([
		['en', 'm = 300, λ = 0.5, ÷2m', 'λ = 0.5, ÷2m', 'λ = 0, m = 300'],
		['zh', 'm = 300，λ = 0.5，÷2m', 'λ = 0.5，÷2m', 'λ = 0，m = 300'],
	] as const)('says its penalty, and what the others do not share (%s)', (language, alike, alone, other) => {
		const half = moons(30, { penalty: { lambda: 0.5 } });
		const large = moons(300, { penalty: { lambda: 0.5 } });
		expect(runName(large, [half, large], language)).toBe(alike);
		expect(runName(large, [large], language)).toBe(alone);
		expect(runName(moons(300), [moons(300), half], language)).toBe(other);
	});

	test('of four runs or more has only what is not alike in all, and says how many rows are its own, and of how many they are copies', () => {
		const spec = (penalty: RunSpecInput['penalty']) => moons(30, { penalty });
		const decoupled = spec({ lambda: 0.5, application: 'decoupled' });
		const all = [spec({ lambda: 0.5 }), decoupled, spec({ lambda: 2 }), spec({ lambda: 2, application: 'decoupled' })];
		expect(all.map((one) => runName(one, all, 'en'))).toEqual([
			'λ = 0.5, in the loss',
			'λ = 0.5, beside the step',
			'λ = 2, in the loss',
			'λ = 2, beside the step',
		]);
		expect(runName(decoupled, [decoupled, decoupled, decoupled, decoupled], 'en')).toBe(
			'λ = 0.5, ÷2m, beside the step',
		);
		const stopping = [moons(30), moons(30, { regularizers: { earlyStopping: { patience: 1 } } })];
		expect(stopping.map((one) => runName(one, stopping, 'en'))).toEqual([
			'no early stopping, λ = 0',
			'stops after 1 epoch with no gain, λ = 0',
		]);
		const own = (count: number) =>
			canonical({
				data: { kind: 'inline', X: Array(count).fill([1, 2]), y: Array.from({ length: count }, (_, i) => i % 2) },
			});
		expect(runName(own(20), [own(20), own(40)], 'en')).toBe('2\u00a0×\u00a010 = 20 rows of yours, λ = 0');
		expect(describeDifferences(own(20), own(40), 'zh')).toBe('另外 2\u00a0×\u00a020 = 40 行');
		const apart = canonical({
			data: {
				kind: 'inline',
				X: [
					[1, 2],
					[3, 4],
					[3, 4],
				],
				y: [0, 1, 1],
			},
		});
		expect(runName(apart, [apart, moons(300)], 'en')).toBe('3 rows of yours, λ = 0');
	});

	test('of other optimizers has their names, and what is not alike in those with the same one', () => {
		const sgd = (momentum: number) => moons(30, { optimizer: { kind: 'sgd', learningRate: 0.1, momentum } });
		const adam = (beta1: number) => moons(30, { optimizer: { kind: 'adam', learningRate: 0.1, beta1 } });
		const names = (...all: ReturnType<typeof moons>[]) => all.map((one) => runName(one, all, 'en'));
		expect(names(sgd(0), adam(0.9))).toEqual(['SGD, λ = 0', 'Adam, λ = 0']);
		expect(names(sgd(0), sgd(0.5), adam(0.9))).toEqual(['μ = 0, SGD, λ = 0', 'μ = 0.5, SGD, λ = 0', 'Adam, λ = 0']);
	});

	test.each(presets())('tells the runs of claim $claim apart', ({ specs }) => {
		const all = specs.map((spec) => canonical(spec));
		for (const language of ['en', 'zh'] as const)
			expect(new Set(all.map((one) => runName(one, all, language))).size).toBe(all.length);
	});

	test('is said without a gap for any two runs', () => {
		fc.assert(
			fc.property(validSpec, validSpec, (one, two) => {
				const [a, b] = [canonical(one), canonical(two)];
				for (const language of ['en', 'zh'] as const) {
					expect(runName(a, [a, b], language)).not.toMatch(/undefined|NaN|\[object/);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe('what differs between runs', () => {
	test.each([
		['en', 'λ 0.5 instead of 0; spelling λ/2 · Ω instead of λ/2m · Ω'],
		['zh', 'λ 为 0.5，而不是 0；写法为 λ/2 · Ω，而不是 λ/2m · Ω'],
	] as const)('is said in words (%s)', (language, words) => {
		const base = canonical({ data: { kind: 'moons' } });
		const other = canonical({ data: { kind: 'moons' }, penalty: { lambda: 0.5, scaling: 'half' } });
		expect(describeDifferences(base, other, language)).toBe(words);
	});

	test('is nothing between a spec and itself, and said without a gap between any two', () => {
		fc.assert(
			fc.property(validSpec, validSpec, (one, two) => {
				const [a, b] = [canonical(one), canonical(two)];
				expect(differences(a, a)).toEqual([]);
				for (const language of ['en', 'zh'] as const) {
					expect(describeDifferences(a, b, language)).not.toMatch(/undefined|NaN|\[object/);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

test('a training cut anywhere ends at the same bits', async () => {
	const spec = canonical({
		data: { kind: 'xor', m: 40 },
		network: { hidden: [6] },
		optimizer: { kind: 'adam' },
		penalty: { lambda: 0.2 },
		training: { epochs: 90, batchSize: 16, recordEvery: 7 },
		output: { weights: true },
	});
	const whole = await train(spec);
	for (const pieces of [[1], [89, 1], [7, 14, 3], [1000]]) {
		const training = await beginTraining(resolve(spec), host);
		for (let i = 0; !training.isOver; i++) training.advance(pieces[i % pieces.length] ?? 1);
		expect(training.result()).toEqual(whole);
		expect(training.trace(5).epoch).toEqual(whole.trace.epoch.slice(5));
		training.dispose();
	}
});
