import { logit } from './logit.ts';

/** Closer to ½ than this, a network says 0.50 of a point: to two digits, as people read probabilities. */
const CLOSE = 5e-3;
/** The same as log-odds. What stays within is on neither side of a line. */
export const EVEN_ODDS = logit(0.5 + CLOSE, 0);

/** Whether a network gives every point the same ½: then there is no line to draw. */
export const isEven = (probability: ArrayLike<number>): boolean =>
	Array.prototype.every.call(probability, (p: number) => Math.abs(p - 0.5) < CLOSE);

/** Whether two networks give every point the same, as near as that. */
export const isSame = (some: ArrayLike<number>, others: ArrayLike<number>): boolean =>
	Array.prototype.every.call(some, (p: number, i: number) => Math.abs(p - (others[i] ?? Number.NaN)) < CLOSE);
