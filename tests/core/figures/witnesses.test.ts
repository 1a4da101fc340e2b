import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { balanceSvg, marksOf, tiltOf } from '../../../site/figures/witnesses/balanceSvg.ts';
import {
	PUBLISHED_WITNESSES,
	WITNESSES_STOPS,
	type WitnessesState,
	witnessesTask,
} from '../../../site/figures/witnesses/tasks.ts';
import { type Weighed, weigh } from '../../../site/figures/witnesses/weigh.ts';
import { witnessesCaption } from '../../../site/figures/witnesses/words.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { publishedCurve } from '../../../site/training/live/publishedOutcome.ts';
import { at } from '../../../src/at.ts';
import { exampleGradientLengths } from '../../../src/experiments/shared/exampleGradients.ts';
import type { Weights } from '../../../src/schema/run.ts';
import { mean } from '../../../src/statistics.ts';

const trainer = new LiveTrainer(host);
const curve = publishedCurve<Weighed & { m: number }>('witnesses');

async function train(state: WitnessesState) {
	const { spec, looks, sample } = await trainer.train(witnessesTask(state));
	const weights = at(looks, 0).weights;
	if (!weights) throw new Error('the task asks for weights');
	return { spec, weights, sample };
}

/** The log-loss of one example, written once more: 2-8-1, tanh. */
function lossOf({ W, b }: Weights, x: readonly number[], y: number): number {
	const hidden = at(W, 0).map((row, j) => Math.tanh(at(row, 0) * at(x, 0) + at(row, 1) * at(x, 1) + at(at(b, 0), j)));
	const z = hidden.reduce((sum, h, j) => sum + h * at(at(at(W, 1), 0), j), at(at(b, 1), 0));
	return Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - y * z;
}

/** The gradient over the weights without biases, by central differences. */
function differences(weights: Weights, loss: (at: Weights) => number): number[] {
	const STEP = 1e-5;
	return weights.W.flatMap((layer, l) =>
		layer.flatMap((row, j) =>
			row.map((_, k) => {
				const [up, down] = [STEP, -STEP].map((step) => {
					const moved = structuredClone(weights);
					at(at(moved.W, l), j)[k] = at(row, k) + step;
					return loss(moved);
				});
				return (Number(up) - Number(down)) / (2 * STEP);
			}),
		),
	);
}

describe('what is weighed', () => {
	test('is the length of each example’s gradient, as central differences have it', async () => {
		const { weights, sample } = await train({ m: 20, lambda: 0.3 });
		const lengths = exampleGradientLengths({ weights }, sample);
		for (const i of [0, 7, 19]) {
			const gradient = differences(weights, (moved) => lossOf(moved, at(sample.X, i), at(sample.y, i)));
			expect(at(lengths, i)).toBeCloseTo(Math.hypot(...gradient), 6);
		}
	});

	test('is the penalty’s gradient over an example’s part in the mean loss, again by central differences', async () => {
		const state = { m: 50, lambda: 0.5 };
		const { weights, sample } = await train(state);
		const squares = (of: Weights) => of.W.flat(2).reduce((sum, w) => sum + w * w, 0);
		const example = mean(exampleGradientLengths({ weights }, sample)) / state.m;
		const found = weigh({ weights, sample }, state);
		const penalty = (c: number) => Math.hypot(...differences(weights, (moved) => c * squares(moved)));
		expect(found.divided).toBeCloseTo(penalty(state.lambda / (2 * state.m)) / example, 3);
		expect(found.undivided).toBeCloseTo(penalty(state.lambda / 2) / example, 2);
	});

	test('cancels the data’s gradient where the network was trained: why lengths are weighed, and not the sum', async () => {
		const { weights, sample } = await train({ m: 100, lambda: 0.3 });
		const data = differences(weights, (moved) => mean(sample.X.map((x, i) => lossOf(moved, x, at(sample.y, i)))));
		const penalty = weights.W.flat(2).map((w) => (0.3 / 100) * w);
		const sum = Math.hypot(...data.map((g, k) => g + at(penalty, k)));
		expect(sum).toBeLessThan(0.1 * Math.hypot(...penalty));
	});
});

describe('beyond 3,000 examples', () => {
	test('3,000 stand for all, and the penalty’s coefficient is that of the true m', async () => {
		const { spec, sample } = await train({ m: 10_000, lambda: 0.3 });
		expect(sample.X).toHaveLength(3000);
		expect(spec.penalty.lambda / (2 * 3000)).toBeCloseTo(0.3 / 20_000, 15);
	});

	test('the mean length that stands for all is near that of 3,000 others', async () => {
		const { weights, sample } = await train({ m: 100_000, lambda: 0.3 });
		const { spec, first: _, ...task } = witnessesTask({ m: 3000, lambda: 0.3 });
		const others = await trainer.train({
			...task,
			spec: { ...spec, data: { ...spec.data, seed: 77 } as typeof spec.data },
		});
		const [own, other] = [sample, others.sample].map((one) => mean(exampleGradientLengths({ weights }, one)));
		expect(Number(other) / Number(own)).toBeGreaterThan(0.9);
		expect(Number(other) / Number(own)).toBeLessThan(1.1);
	});
});

describe('the committed weights', () => {
	test('are those of every stop, and what training gives now', async () => {
		expect(curve.map(({ m }) => m)).toEqual([...WITNESSES_STOPS.m]);
		for (const m of [10, 300, 10_000_000]) {
			const state = { ...PUBLISHED_WITNESSES, m };
			expect({ m, ...weigh(await train(state), state) }).toEqual(curve.find((one) => one.m === m));
		}
	});

	test('stay a handful of examples under λ/2m, and a multiple of all of them under λ/2', () => {
		for (const { m, divided, undivided } of curve) {
			expect(divided).toBeGreaterThan(2);
			expect(divided).toBeLessThan(10);
			expect(undivided / m).toBeCloseTo(divided, 2);
		}
	});
});

describe('the balance', () => {
	test('hangs level where both sides weigh the same, and down on the heavier one', () => {
		expect(tiltOf({ examples: 30, penalty: 30 })).toBe(0);
		expect(tiltOf({ examples: 300, penalty: 30 })).toBeCloseTo(-tiltOf({ examples: 30, penalty: 300 }), 12);
		const tilts = [10, 100, 1000, 1e7].map((examples) => tiltOf({ examples, penalty: 6 }));
		expect(tilts).toEqual(tilts.toSorted((a, b) => a - b));
	});

	test('has a heap for each weight that grows with it', () => {
		expect([0.1, 1, 6, 10].map(marksOf)).toEqual([1, 1, 6, 10]);
		const marks = [10, 1e2, 1e4, 1e7, 1e8, 1e12].map(marksOf);
		expect(marks).toEqual(marks.toSorted((a, b) => a - b));
		expect(marks.at(-1)).toBe(55);
	});

	test('is drawn with as many circles as examples and squares as the penalty weighs, while they are few', () => {
		const loads = { examples: 10, penalty: 5 };
		const svg = balanceSvg({ ...loads, published: loads, label: 'a "balance"' });
		const path = (name: string) => new RegExp(`class="${name}" d="([^"]*)"`).exec(svg)?.[1] ?? '';
		expect(path('balance-data').match(/M/g)).toHaveLength(10);
		expect(path('balance-penalty').match(/M/g)).toHaveLength(5);
		expect(svg).toContain('&quot;balance&quot;');
		expect(svg).not.toContain('NaN');
	});
});

describe('what is said', () => {
	test.each([
		[
			{ m: 10_000_000, lambda: 0.3 },
			{ divided: 6.16, undivided: 61_600_000 },
			['as much as 6.2 of 10,000,000', '62,000,000', '6.2 times'],
		],
		[
			{ m: 1000, lambda: 0.01 },
			{ divided: 0.21, undivided: 210 },
			['as much as 0.21 of a single', 'as much as 210', '21% of the whole'],
		],
		[
			{ m: 20, lambda: 0.3 },
			{ divided: 2.4455, undivided: 48.911 },
			['as much as 2.4 of 20', 'as much as 49 ', '2.4 times'],
		],
	])('%j', (state, weighed, words) => {
		const caption = witnessesCaption(state, weighed, 'en');
		for (const word of words) expect(caption).toContain(word);
		expect(witnessesCaption(state, weighed, 'zh')).toContain(`λ = ${state.lambda}`);
	});
});
