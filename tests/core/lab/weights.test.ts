import { expect, test } from 'vitest';
import { weightsHtml } from '../../../site/lab/runs/weightsHtml.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { pictureOf } from '../../../site/pictures/network/picture.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';

const text = LAB_TEXT.en;

/** A linear model with these weights at an epoch, and the norms that it had up to the last one. */
function linear(weights: number[], epoch = 0, norms: (number | null)[] = []): LiveRun {
	const run = { ...emptyRun(1, null, []), epochs: 4 };
	const epochs = norms.map((_, index) => index);
	const picture = pictureOf({ W: [[weights]], b: [[0]] });
	const look = { epoch, picture, field: null } as NonNullable<LiveRun['look']>; // no more of it is looked at
	return { ...run, look, trace: { ...run.trace, epoch: epochs, weightNorm: norms } };
}
/** Of the tallest bar or line. */
const heights = (html: string | null) =>
	[...(html ?? '').matchAll(/v-?([\d.]+)h/g)].map(([, height]) => Number(height));

test('weights of several runs are bars on one scale', () => {
	const [small, large] = weightsHtml([linear([0.5, -1]), linear([2, 4])], 'en').map(heights);
	expect(small?.[0]).toBeCloseTo((large?.[0] ?? 0) / 4, 0);
	expect(weightsHtml([linear([0.5, -1])], 'en')[0]).toContain(`${text.weightsOf(2, 2)}; ${text.barsTo('1')}`);
});

test('on scales of their own where one of them would leave the others empty, and say so', () => {
	const [small, large] = weightsHtml([linear([0.5, -1]), linear([2, 4e9])], 'en');
	expect(Math.max(...heights(small ?? null))).toBe(Math.max(...heights(large ?? null)));
	for (const html of [small, large]) expect(html).toContain(text.ownScales);
});

test('of one weight its size is drawn up to the epoch that is shown, in powers of ten, beyond 10⁶ at the edge', () => {
	const lines = weightsHtml(
		[linear([0.001], 3, [1, 0.1, 0.01, 0.001, 1e-4]), linear([1e30], 4, [1, 1e3, 1e6, 1e12, null])],
		'en',
	).map((html) =>
		[...(/class="size" d="M([^"]*)"/.exec(html ?? '')?.[1]?.matchAll(/ ([\d.]+)/g) ?? [])].map(([, y]) => Number(y)),
	);
	const [down = [], up = []] = lines;
	expect(down.length).toBe(4);
	const [first = 0, second = 0] = down;
	for (const [index, y] of down.entries()) expect(y).toBeCloseTo(first + index * (second - first), 0);
	expect(up.length).toBe(4);
	expect(up[3]).toBe(up[2]);
	expect(up[2]).toBeLessThan(up[1] ?? 0);
});
