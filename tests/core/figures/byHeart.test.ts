import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { boundLoss, lossChart } from '../../../site/figures/byHeart/lossChart.ts';
import { byHeartTask, EPOCH_STOPS, FIRST_POINT } from '../../../site/figures/byHeart/tasks.ts';
import { byHeartCaption, momentOf } from '../../../site/figures/byHeart/words.ts';
import { EPOCHS, WINDOW } from '../../../site/figures/thirtyMoons.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { publishedOutcome } from '../../../site/training/live/publishedOutcome.ts';

const published = publishedOutcome('by-heart', 'training');
const { trace, sample } = published;
const trainer = new LiveTrainer(host);

describe('the thirty points that a network learns by heart', () => {
	test('are all right at the end, and its loss on fresh points has more than doubled by then', () => {
		const end = momentOf(trace, EPOCHS);
		const fresh = trace.testLoss.map(Number);
		expect(end).toMatchObject({ right: 30 });
		expect(end?.training).toBeLessThan(0.01);
		expect(end?.fresh).toBeGreaterThan(2 * Math.min(...fresh));
		expect(fresh.indexOf(Math.min(...fresh))).toBeGreaterThan(5);
	});

	test('lie within the plane that is drawn; the first to be held is a triangle among circles', () => {
		const { x, y } = WINDOW;
		for (const [a = 0, b = 0] of sample.X) {
			expect(a > x[0] && a < x[1] && b > y[0] && b < y[1]).toBe(true);
		}
		const distances = sample.X.map(([a = 0, b = 0], i) => {
			const [p = 0, q = 0] = sample.X[FIRST_POINT] ?? [];
			return i === FIRST_POINT ? Number.POSITIVE_INFINITY : Math.hypot(a - p, b - q);
		});
		expect(sample.y[FIRST_POINT]).toBe(1);
		expect(sample.y[distances.indexOf(Math.min(...distances))]).toBe(0);
	});

	test('are looked at at every moment that is measured, and the last look is the published boundary', async () => {
		const { looks, trace: told } = await trainer.train(byHeartTask({}, EPOCH_STOPS));
		expect(looks.map(({ epoch }) => epoch)).toEqual(told.epoch);
		const rounded = Array.from(looks.at(-1)?.probability ?? [], (p) => Number(p.toFixed(3)));
		expect(rounded).toEqual(published.looks[0]?.probability);
	});

	test('are learned again where one has been moved, the others as they were', async () => {
		const { spec, sample: now, trace: told } = await trainer.train(byHeartTask({ 3: [1.5, -0.5] }, [EPOCHS]));
		expect(spec.data).toMatchObject({ kind: 'inline', y: sample.y });
		expect(now.X[3]).toEqual([1.5, -0.5]);
		for (const [i, row] of now.X.entries()) {
			if (i !== 3) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(sample.X[i]?.[j] ?? 0, 3);
		}
		expect(momentOf(told, EPOCHS)?.fresh).not.toBe(momentOf(trace, EPOCHS)?.fresh);
	});
});

describe('what is said of a moment', () => {
	test.each(['en', 'zh'] as const)('has its numbers, before the loss turns and after: %s', (language) => {
		expect(byHeartCaption(trace, 100, language)).toContain(momentOf(trace, 100)?.fresh.toPrecision(2));
		const after = byHeartCaption(trace, 600, language);
		expect(after).toContain('140');
		expect(after).toContain(momentOf(trace, 140)?.fresh.toPrecision(2));
		expect(after).toContain(momentOf(trace, 600)?.fresh.toPrecision(2));
	});

	test('is that the network guesses before its first step', () => {
		expect(byHeartCaption(trace, 0, 'en')).toContain(`guessing: ${momentOf(trace, 0)?.right} of 30 right`);
		expect(byHeartCaption(trace, 0, 'zh')).toContain('抛硬币');
	});

	test('is that a training has diverged where it has no loss', () => {
		const told = { epoch: [0, 10], dataLoss: [0.7, null], testLoss: [0.7, null], trainAccuracy: [0.5, null] };
		expect(byHeartCaption(told, 10, 'en')).toContain('infinity');
	});
});

test('the chart has a mark on each line at the epoch, and the published lines pale behind', () => {
	const chart = lossChart(trace, 300, 'en', trace);
	const marks = chart.series.filter(({ draw }) => draw === 'points').map(({ points }) => points[0]);
	expect(marks.map((mark) => mark?.x)).toEqual([300, 300]);
	const moment = momentOf(trace, 300);
	expect(marks.map((mark) => mark?.y)).toEqual([moment?.fresh, moment?.training].map((loss) => boundLoss(loss ?? 0)));
	expect(chart.series.filter(({ isNamed }) => !isNamed)).toHaveLength(4);
});
