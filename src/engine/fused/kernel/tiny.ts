/**
 * What is too small to count. A product below 2⁻¹²⁶ is subnormal, which takes processors twenty times as long, so
 * numbers that are multiplied with each other are zero below 2⁻⁵⁰: examples, weights, activations, what the loss says
 * of them, gradients, the optimizer's means and all coefficients. Then no product of two is subnormal.
 */

/** Below this a number is zero: 2⁻⁵⁰. */
export const TINY: f32 = 8.881784197001252e-16;
/** Below this a mean of squares is zero: 2⁻¹²⁰. */
export const TINY_SQUARE: f32 = 7.52316384526264e-37;

/** x, or 0 where |x| < 2⁻⁵⁰; NaN stays. */
// @ts-ignore: decorator
@inline
export function dropTiny4(x: v128): v128 {
	return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(TINY)));
}

/** x, or 0 where x < limit, for x that is not negative; NaN stays. */
// @ts-ignore: decorator
@inline
export function dropSmall4(x: v128, limit: f32): v128 {
	return v128.andnot(x, f32x4.lt(x, f32x4.splat(limit)));
}

/** A coefficient as the loops multiply with it. */
// @ts-ignore: decorator
@inline
export function coefficient(x: f64): f32 {
	return abs(x) < TINY ? 0 : <f32>x;
}
