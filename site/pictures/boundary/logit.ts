/**
 * The log-odds of a probability, z = ln(p/(1 − p)): between grid points it is nearly straight where the probability itself
 * goes from 0 to 1 within one cell, so lines through its interpolation have no steps.
 *
 * @param least probabilities nearer to 0 or 1 are taken as this near: what their digits cannot tell
 */
export function logit(p: number, least: number): number {
	const held = Math.min(1 - least, Math.max(least, p));
	return Math.log(held / (1 - held));
}
