import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { curveChart } from '../../../site/figures/penalty/curveChart.ts';
import {
	type CurvePoint,
	curvePoint,
	curveTasks,
	LAMBDAS,
	PUBLISHED_PENALTY,
	penaltyTask,
} from '../../../site/figures/penalty/tasks.ts';
import { penaltyCaption, pointAt } from '../../../site/figures/penalty/words.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { publishedCurve, publishedOutcome } from '../../../site/training/live/publishedOutcome.ts';

const curve = publishedCurve<CurvePoint>('penalty');
const trainer = new LiveTrainer(host);
const least = Math.min(...curve.map(({ fresh }) => fresh));

describe('the committed curve over λ', () => {
	test('has a point for each stop, in their order', () => {
		expect(curve.map(({ lambda }) => lambda)).toEqual([...LAMBDAS]);
	});

	test.each([0.001, 0.2, 10])('is what its trainings give now, at λ = %d', async (lambda) => {
		const finals = [];
		for (const task of curveTasks(lambda)) finals.push((await trainer.train(task)).final);
		expect(curvePoint(lambda, finals)).toEqual(pointAt(curve, lambda));
	});

	test('has its lowest loss on fresh points where the figure opens, far below both ends', () => {
		expect(pointAt(curve, PUBLISHED_PENALTY.lambda).fresh).toBe(least);
		for (const end of [curve.at(0), curve.at(-1)]) expect(end?.fresh).toBeGreaterThan(1.5 * least);
	});

	test('pays for it on the training points, more with every decade of λ', () => {
		const training = [0.01, 0.1, 1, 10].map((lambda) => pointAt(curve, lambda).training);
		expect(training).toEqual(training.toSorted((a, b) => a - b));
	});

	test('ends at the loss of a coin, log 2, where no weight is left', () => {
		expect(curve.at(-1)?.fresh).toBeCloseTo(Math.log(2), 4);
		expect(curve.at(-1)?.training).toBeCloseTo(Math.log(2), 4);
	});
});

test('the boundary is that of one of the samples of the curve', () => {
	const { spec } = publishedOutcome('penalty', 'boundary');
	const seeds = curveTasks(1).map(({ spec: { data } }) => data);
	expect(seeds).toContainEqual(penaltyTask(PUBLISHED_PENALTY).spec.data);
	expect(spec.penalty.lambda).toBe(PUBLISHED_PENALTY.lambda);
});

describe('what is said of a λ', () => {
	test.each([
		[0.001, 'too weak'],
		[0.2, 'at its lowest'],
		[1, 'too strong'],
		[10, 'those of a coin'],
	])('λ = %d: %s', (lambda, words) => {
		const caption = penaltyCaption(curve, lambda, 'en');
		expect(caption).toContain(words);
		expect(caption).toContain(`λ = ${lambda}`);
		expect(caption).toContain(String(Number(pointAt(curve, lambda).fresh.toPrecision(2))));
		expect(penaltyCaption(curve, lambda, 'zh')).toContain(`λ = ${lambda}`);
	});
});

test('the chart marks λ on both lines, and leaves a pale mark where it opened', () => {
	const marks = (lambda: number) =>
		curveChart(curve, lambda, 'en')
			.series.filter(({ draw }) => draw === 'points')
			.map(({ points }) => points[0]?.x);
	expect(marks(0.2)).toEqual([0.2, 0.2]);
	expect(marks(1)).toEqual([0.2, 0.2, 1, 1]);
});
