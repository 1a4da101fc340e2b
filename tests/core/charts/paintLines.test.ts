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

/** Everything that is drawn, by kind: the texts with their places, and the numbers of all paths. */
function drawn(svg: string) {
	const texts = [...svg.matchAll(/<text[^>]*?x="([-\d.]+)"[^>]*?y="([-\d.]+)"[^>]*>([^<]*)</g)].map(
		([, x, y, said]) => ({ said, x: Number(x), y: Number(y) }),
	);
	const paths = [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, d = '']) =>
		(d.match(/-?[\d.]+/g) ?? []).map(Number),
	);
	return { texts: texts.sort((a, b) => (a.said ?? '').localeCompare(b.said ?? '') || a.x - b.x || a.y - b.y), paths };
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
		const long = ({ paths }: typeof ours) => paths.filter((path) => path.length >= 2 * epoch.length);
		expect(long(ours).length).toBe(3);
		for (const path of long(ours)) {
			const nearest = long(theirs).map((other) =>
				Math.max(...path.map((value, i) => Math.abs(value - (other[i] ?? Number.NaN)))),
			);
			expect(Math.min(...nearest)).toBeLessThan(0.7);
		}
	},
);
