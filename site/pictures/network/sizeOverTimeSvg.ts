import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';

/** The picture's own units. */
const WIDTH = 400;
const HEIGHT = 300;
const EDGE = 16;
/** So far below its line a number stands. */
const LINE = 26;
/** Powers of ten, either way from 1, beyond which a size is drawn at the edge. */
const POWERS = 6;

interface OverTime {
	epochs: readonly number[];
	/** Of the only weight, at these epochs; null where it is no number. */
	sizes: readonly (number | null)[];
}

/**
 * The size of the only weight of a model over its epochs, on a logarithmic scale that is the same for every run, from 10⁻⁶ to 10⁶:
 * shrinking by a share at every step is a line there, down or up.
 *
 * @param last the epoch at the right edge
 */
export function sizeOverTimeSvg({ epochs, sizes }: OverTime, last: number, label: string): string {
	const xOf = (epoch: number) => EDGE + (epoch / Math.max(1, last)) * (WIDTH - 2 * EDGE);
	const yOf = (power: number) =>
		HEIGHT / 2 - (Math.max(-POWERS, Math.min(POWERS, power)) / POWERS) * (HEIGHT / 2 - EDGE);
	const points = epochs.flatMap((epoch, i) => {
		const size = sizes[i];
		return typeof size === 'number' && Number.isFinite(size)
			? [`${tenth(xOf(epoch))} ${tenth(yOf(Math.log10(size)))}`]
			: [];
	});
	const lines = [-POWERS, 0, POWERS].map((power) => `M${EDGE} ${tenth(yOf(power))}H${WIDTH - EDGE}`);
	const power = (sign: string) => `10<tspan dy="-8" font-size="16">${sign}${POWERS}</tspan>`;
	const numbers = (
		[
			[`≥ ${power('')}`, POWERS, LINE],
			['1', 0, -8],
			[`≤ ${power('−')}`, -POWERS, -8],
		] as const
	).map(
		([said, at, below]) => `<text x="${WIDTH - EDGE}" y="${tenth(yOf(at) + below)}" text-anchor="end">${said}</text>`,
	);
	return `<svg class="weights-svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}"><path class="axis" d="${lines.join('')}"/>${numbers.join('')}<path class="size" d="${points.length > 0 ? `M${points.join('L')}` : ''}"/></svg>`;
}
