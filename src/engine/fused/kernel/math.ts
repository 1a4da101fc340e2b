/**
 * exp, log, log(1 + x), tanh and the logistic function for four float32 at once, after the single
 * precision polynomials of Cephes (Moshier). Every host gets the same bits, because nothing here
 * is left to its own Math: only +, −, ×, ÷ and rounding, which WebAssembly defines to the bit.
 */
import { dropSmall4, TINY } from './tiny';

// @ts-ignore: decorator
@inline
function times(a: v128, b: v128): v128 {
	return f32x4.mul(a, b);
}

// @ts-ignore: decorator
@inline
function fma(a: v128, b: v128, c: f32): v128 {
	return f32x4.add(f32x4.mul(a, b), f32x4.splat(c));
}

/** exp(x), for x cut to [−80, 80] so that neither it nor its inverse leaves the normal numbers; x is not tiny. */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
	x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(80)), f32x4.splat(-80));
	const n = f32x4.nearest(times(x, f32x4.splat(1.44269504)));
	let r = f32x4.sub(x, times(n, f32x4.splat(0.693359375)));
	r = f32x4.add(r, times(n, f32x4.splat(2.1219444e-4)));
	let p = fma(f32x4.splat(1.9875691500e-4), r, 1.3981999507e-3);
	p = fma(p, r, 8.3334519073e-3);
	p = fma(p, r, 4.1665795894e-2);
	p = fma(p, r, 1.6666665459e-1);
	p = fma(p, r, 5.0000001201e-1);
	p = f32x4.add(f32x4.add(times(p, times(r, r)), r), f32x4.splat(1));
	return times(p, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23));
}

/** 1/(1 + exp(−x)), x not tiny. */
// @ts-ignore: decorator
@inline
export function logistic4(x: v128): v128 {
	const one = f32x4.splat(1);
	return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** tanh(x), x not tiny: an odd polynomial near 0, 1 − 2/(exp(2|x|) + 1) with the sign of x elsewhere. */
// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
	const sign = v128.and(x, i32x4.splat(0x80000000));
	const size = v128.xor(x, sign);
	// Below 2⁻³⁰ tanh(x) rounds to x; from there on no power of it is subnormal.
	const atLeast = f32x4.pmax(size, f32x4.splat(9.313225746154785e-10));
	const z = times(atLeast, atLeast);
	let p = fma(f32x4.splat(-5.70498872745e-3), z, 2.06390887954e-2);
	p = fma(p, z, -5.37397155531e-2);
	p = fma(p, z, 1.33314422036e-1);
	p = fma(p, z, -3.33332819422e-1);
	const near = f32x4.add(times(times(p, z), x), x);
	const one = f32x4.splat(1);
	const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(exp4(f32x4.add(atLeast, atLeast)), one)));
	return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, f32x4.splat(0.625)));
}

/** 2·artanh(s) = log((1 + s)/(1 − s)) for |s| ≤ 1/3. */
// @ts-ignore: decorator
@inline
function twiceArtanh(s: v128): v128 {
	const z = dropSmall4(times(s, s), TINY);
	let p = fma(f32x4.splat(2.0 / 15), z, 2.0 / 13);
	p = fma(p, z, 2.0 / 11);
	p = fma(p, z, 2.0 / 9);
	p = fma(p, z, 2.0 / 7);
	p = fma(p, z, 2.0 / 5);
	p = fma(p, z, 2.0 / 3);
	return f32x4.add(times(times(p, z), s), f32x4.add(s, s));
}

/** log(1 + t) for 0 ≤ t ≤ 1. */
// @ts-ignore: decorator
@inline
export function logOnePlus4(t: v128): v128 {
	return twiceArtanh(f32x4.div(t, f32x4.add(t, f32x4.splat(2))));
}

/** log(x) for positive, normal x. */
// @ts-ignore: decorator
@inline
export function log4(x: v128): v128 {
	// The exponent that brings the mantissa into [√½, √2).
	const shifted = i32x4.sub(x, i32x4.splat(0x3f3504f3));
	const exponent = i32x4.shr_s(shifted, 23);
	const mantissa = i32x4.sub(x, i32x4.shl(exponent, 23));
	const one = f32x4.splat(1);
	const tail = twiceArtanh(f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one)));
	return f32x4.add(times(f32x4.convert_i32x4_s(exponent), f32x4.splat(0.693147181)), tail);
}

/** The sum of the four lanes, in a fixed order. */
// @ts-ignore: decorator
@inline
export function laneSum(v: v128): f32 {
	return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** [Σa, Σb, Σc, Σd]. */
// @ts-ignore: decorator
@inline
export function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
	const x = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
	const y = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
	return f32x4.add(v128.shuffle<f32>(x, y, 0, 1, 4, 5), v128.shuffle<f32>(x, y, 2, 3, 6, 7));
}
