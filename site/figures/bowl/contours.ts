import { BOWL } from '../../../src/experiments/shared/bowl.ts';
import type { Bowl } from '../../pictures/plane/quadratic.ts';

/** The bowl of claim 4. */
export const THE_BOWL: Bowl = { curvature: BOWL.curvature, low: BOWL.low };

/** Half-widths of its contours along its flat axis, whose curvature is a tenth. */
const WIDTHS = [8, 6.5, 5, 4, 3, 2, 1];
const FLAT = 0.1;

/** (w − low)ᵀH(w − low) on each contour, the outermost first. */
export const LEVELS: readonly number[] = WIDTHS.map((width) => FLAT * width ** 2);
