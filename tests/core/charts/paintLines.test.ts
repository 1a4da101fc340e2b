import { expect, test } from 'vitest';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { SvgContext } from '../../../site/charts/build/svgContext.ts';
import { PAGE_COLOURS } from '../../../site/charts/colours.ts';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { paintLines } from '../../../site/charts/paintLines.ts';
import { tracesChart } from '../../../site/lab/traces/tracesChart.ts';

const epoch = Array.from({ length: 60 }, (_, i) => i * 10);
const lines = [1, 2, 3].map((key) => ({
	key,
	epoch,
	values: epoch.map((e) => key * Math.exp(-e / 200) + 0.01 * key),
	isHeldOut: key === 2,
}));

/** More corners than axes and leaders have, once straight pieces are left out. */
const CORNERS = 3;

type Curve = readonly (readonly [x: number, y: number])[];

/** The corners of a path of one `M` and one `l`: relative steps after its first point. */
function cornersOf(d: string): Curve {
	const [x = 0, y = 0, ...steps] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
	const corners: [number, number][] = [[x, y]];
	for (let i = 0; i + 1 < steps.length; i += 2) {
		const [lastX, lastY] = corners.at(-1) ?? [0, 0];
		corners.push([lastX + (steps[i] ?? 0), lastY + (steps[i + 1] ?? 0)]);
	}
	return corners;
}

/** How high a curve is at x, between its corners. */
function heightAt(curve: Curve, x: number): number {
	const after = Math.max(
		1,
		curve.findIndex((corner) => corner[0] >= x - 0.05),
	);
	const [[x0, y0], [x1, y1]] = [curve[after - 1] ?? [0, Number.NaN], curve[after] ?? [0, Number.NaN]];
	return y0 + ((y1 - y0) * (Math.min(x1, Math.max(x0, x)) - x0)) / (x1 - x0);
}

/** Everything that is drawn, by kind: the texts with their places, and the curves. */
function drawn(svg: string) {
	const texts = [...svg.matchAll(/<text[^>]*?x="([-\d.]+)"[^>]*?y="([-\d.]+)"[^>]*>([^<]*)</g)].map(
		([, x, y, said]) => ({ said, x: Number(x), y: Number(y) }),
	);
	const curves = [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)]
		.map(([, d = '']) => cornersOf(d))
		.filter(({ length }) => length > CORNERS);
	return { texts: texts.sort((a, b) => (a.said ?? '').localeCompare(b.said ?? '') || a.x - b.x || a.y - b.y), curves };
}

test.each([
	{ isLogarithmic: false, width: 900 },
	{ isLogarithmic: true, width: 320 },
])(
	'lines painted by hand are those of Chart.js: $width pixels, logarithmic: $isLogarithmic',
	({ isLogarithmic, width }) => {
		const chart = tracesChart({ lines, epochs: 590, isLogarithmic, cursor: 200, language: 'en' });
		const layout = layOutChart(chart, { width });
		const context = new SvgContext(width, layout.height);
		const look = { colours: PAGE_COLOURS, font: 'sans-serif', motion: 0 };
		paintLines(context as unknown as CanvasRenderingContext2D, { chart, layout, look }); // the part of it that charts need
		const ours = drawn(context.toSvg(layout.fontPixels));
		const theirs = drawn(chartSvg(chart, width, '', ''));
		expect(ours.texts.map(({ said }) => said)).toEqual(theirs.texts.map(({ said }) => said));
		expect(ours.texts.length).toBeGreaterThan(8);
		for (const [i, { x, y }] of ours.texts.entries()) {
			expect(Math.abs(x - (theirs.texts[i]?.x ?? 0))).toBeLessThan(2);
			expect(Math.abs(y - (theirs.texts[i]?.y ?? 0))).toBeLessThan(2);
		}
		expect(ours.curves.length).toBe(3);
		for (const curve of ours.curves) {
			const apart = theirs.curves.map((other) =>
				Math.max(
					...curve.map(([x, y]) => Math.abs(y - heightAt(other, x))),
					...other.map(([x, y]) => Math.abs(y - heightAt(curve, x))),
				),
			);
			expect(Math.min(...apart)).toBeLessThan(1.5);
		}
	},
);

test('a line too short to be seen is a dot at its end, open where it is dashed, and a longer one has none', () => {
	const drawnTo = (end: number) => {
		const short = [false, true].map((isHeldOut) => ({ key: 1, epoch: [0, end], values: [1, 0.9], isHeldOut }));
		const chart = tracesChart({ lines: short, epochs: 2000, isLogarithmic: false, cursor: null, language: 'en' });
		const layout = layOutChart(chart, { width: 600, height: 200 });
		const dots: string[] = [];
		let isArc = false;
		const noted: Record<string, unknown> = {
			beginPath: () => (isArc = false),
			arc: (x: number) => {
				isArc = true;
				dots.push(x.toFixed(1));
			},
			fill: () => isArc && dots.push('filled'),
			stroke: () => isArc && dots.push('open'),
		};
		const context = new Proxy(noted, { get: (own, name) => own[String(name)] ?? (() => {}), set: () => true });
		const look = { colours: PAGE_COLOURS, font: 'sans-serif' };
		paintLines(
			context as unknown as CanvasRenderingContext2D,
			{ chart, layout, look } as Parameters<typeof paintLines>[1],
		);
		return { dots, at: (layout.plot.left + (end / 2000) * (layout.plot.right - layout.plot.left)).toFixed(1) };
	};
	const { dots, at } = drawnTo(3);
	expect(dots).toEqual([at, 'filled', at, 'open']);
	expect(drawnTo(1000).dots).toEqual([]);
});
