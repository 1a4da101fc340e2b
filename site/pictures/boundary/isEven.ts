/** Closer to ½ than this everywhere, a network answers nothing at all. */
const CLOSE = 1e-3;

/** Whether a network gives every point the same ½: then there is no line to draw. */
export const isEven = (probability: ArrayLike<number>): boolean =>
	Array.prototype.every.call(probability, (p: number) => Math.abs(p - 0.5) < CLOSE);
