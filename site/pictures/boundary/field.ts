import { contours } from 'd3-contour';
import type { Boundary } from '../../../src/schema/run.ts';
import { STEPS } from './bands.ts';
import type { Projection } from './frame.ts';
import { isEven } from './isEven.ts';
import { logit } from './logit.ts';
import { turnSpecks } from './sides.ts';
import { simplify } from './simplify.ts';

const EVEN = 0.5;
/** Committed probabilities have three digits behind the point. */
const ROUNDING = 5e-4;
/** What a line may miss a point of the contour by: a two-thousandth of the drawing's width. */
const TOLERANCE = 0.2;

/** The probability as bands (`.band-0` to `.band-6`, each over the last) and its ½ line (`.decision`), as SVG. */
export function fieldSvg(boundary: Boundary, { width, height, project }: Projection): string {
	const { x, y, resolution, probability } = boundary;
	const generator = contours().size([resolution, resolution]);
	// The generator counts grid points from their cells' corners: point i lies at i + ½.
	const at = ([low, high]: [number, number], corner: number) =>
		low + ((high - low) * (corner - 0.5)) / (resolution - 1);
	const odds = Float64Array.from(probability, (p) => logit(p, ROUNDING));
	turnSpecks(odds, resolution);
	const path = (level: number) =>
		generator
			.contour([...odds], logit(level, ROUNDING))
			.coordinates.flat()
			.map((ring) => ring.map(([i = 0, j = 0]) => project(at(x, i), at(y, j))))
			.map(
				(ring) =>
					`M${simplify(ring, TOLERANCE)
						.map((point) => point.join(' '))
						.join('L')}Z`,
			)
			.join('');
	const bands = STEPS.map((level, index) => `<path class="band-${index + 1}" d="${path(level)}"/>`);
	return [
		`<rect class="band-0" width="${width}" height="${height}"/>`,
		...bands.filter((band) => !band.endsWith('d=""/>')),
		isEven(probability) ? '' : `<path class="decision" d="${path(EVEN)}"/>`,
	].join('');
}
