/**
 * Masks and noise that depend on where they stand and on nothing before: a hash of seed, step,
 * layer, unit and example (the two rounds of "lowbias32", Wellons 2018). The reference engine
 * computes the same hash, so both engines drop the same units.
 */
import { Layer, PANEL, ROW } from './layout';
import { log4 } from './math';
import { LINEAR, RELU, TANH } from './forward';
import { coefficient, dropTiny4 } from './tiny';

function scramble(x: u32): u32 {
	x ^= x >>> 16;
	x *= 0x7feb352d;
	x ^= x >>> 15;
	x *= 0x846ca68b;
	return x ^ (x >>> 16);
}

/** The key of one layer (0: the inputs) at one step. */
export function key(seed: u32, step: u32, layer: u32): u32 {
	return scramble(seed ^ scramble(step ^ scramble(layer + 0x9e3779b9)));
}

/** 32 random bits for each of four neighbouring examples. */
// @ts-ignore: decorator
@inline
function bits4(layerKey: u32, unit: i32, example: i32): v128 {
	const unitKey = scramble(layerKey + <u32>unit);
	let x = i32x4.add(i32x4.splat(<i32>unitKey), i32x4.mul(i32x4.splat(0x9e3779b1), i32x4.add(i32x4.splat(example), i32x4(0, 1, 2, 3))));
	x = v128.xor(x, i32x4.shr_u(x, 16));
	x = i32x4.mul(x, i32x4.splat(0x7feb352d));
	x = v128.xor(x, i32x4.shr_u(x, 15));
	x = i32x4.mul(x, i32x4.splat(<i32>0x846ca68b));
	return v128.xor(x, i32x4.shr_u(x, 16));
}

/** 1/(1 − rate) where a unit is kept, 0 where it is dropped. */
// @ts-ignore: decorator
@inline
function mask4(layerKey: u32, unit: i32, example: i32, threshold: v128, scale: v128): v128 {
	return v128.andnot(scale, i32x4.lt_u(bits4(layerKey, unit, example), threshold));
}

/** Inverted dropout of a layer's outputs, in place. `first` is the place in the batch of the chunk's first example. */
export function drop(layer: Layer, panels: i32, layerKey: u32, first: i32, rate: f64): void {
	const threshold = i32x4.splat(<i32>(<u32>(rate * 4294967296.0)));
	const scale = f32x4.splat(<f32>(1 / (1 - rate)));
	for (let panel = 0; panel < panels; panel++) {
		let a = layer.above + (<usize>(panel * layer.outputs)) * ROW;
		for (let unit = 0; unit < layer.realOutputs; unit++) {
			for (let lane = 0; lane < PANEL; lane += 4) {
				const mask = mask4(layerKey, unit, first + panel * PANEL + lane, threshold, scale);
				v128.store(a, f32x4.mul(v128.load(a), mask));
				a += 16;
			}
		}
	}
}

/** delta ← delta · mask · activation'(a) for a layer whose outputs were dropped: what `deltaBelow` leaves out then. */
export function dropDelta(layer: Layer, panels: i32, layerKey: u32, first: i32, rate: f64, activation: i32): void {
	const threshold = i32x4.splat(<i32>(<u32>(rate * 4294967296.0)));
	const scale = f32x4.splat(<f32>(1 / (1 - rate)));
	const keep = f32x4.splat(<f32>(1 - rate));
	const one = f32x4.splat(1);
	for (let panel = 0; panel < panels; panel++) {
		let a = layer.above + (<usize>(panel * layer.outputs)) * ROW;
		let d = layer.deltaAbove + (<usize>(panel * layer.outputs)) * ROW;
		for (let unit = 0; unit < layer.realOutputs; unit++) {
			for (let lane = 0; lane < PANEL; lane += 4) {
				const mask = mask4(layerKey, unit, first + panel * PANEL + lane, threshold, scale);
				const delta = f32x4.mul(v128.load(d), mask);
				const value = dropTiny4(f32x4.mul(v128.load(a), keep));
				let slope = one;
				if (activation == TANH) slope = f32x4.sub(one, f32x4.mul(value, value));
				else if (activation == RELU) slope = v128.and(one, f32x4.lt(f32x4.splat(0), value));
				else if (activation != LINEAR) slope = f32x4.mul(value, f32x4.sub(one, value));
				v128.store(d, dropTiny4(f32x4.mul(delta, slope)));
				a += 16;
				d += 16;
			}
		}
	}
}

/**
 * inputs ← inputs + deviation · N(0, 1). The normal is the inverse of its distribution function at
 * a uniform number, √2·erfinv(u), by the single precision polynomials of Giles (GPU Computing Gems,
 * 2010).
 */
export function addNoise(inputs: usize, panels: i32, features: i32, layerKey: u32, deviation: f64): void {
	const width = (features + 1) & ~1;
	const size = f32x4.splat(coefficient(deviation * Math.SQRT2));
	for (let panel = 0; panel < panels; panel++) {
		let x = inputs + (<usize>(panel * width)) * ROW;
		for (let feature = 0; feature < features; feature++) {
			for (let lane = 0; lane < PANEL; lane += 4) {
				const bits = i32x4.shr_u(bits4(layerKey, feature, panel * PANEL + lane), 9);
				// (bits + ½) / 2²² − 1, on (−1, 1)
				const u = f32x4.sub(f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(bits), f32x4.splat(0.5)), f32x4.splat(1.0 / 4194304)), f32x4.splat(1));
				v128.store(x, dropTiny4(f32x4.add(v128.load(x), f32x4.mul(size, inverseErf(u)))));
				x += 16;
			}
		}
	}
}

// @ts-ignore: decorator
@inline
function horner(p: v128, w: v128, c: f32): v128 {
	return f32x4.add(f32x4.mul(p, w), f32x4.splat(c));
}

function inverseErf(x: v128): v128 {
	const one = f32x4.splat(1);
	const w = f32x4.neg(log4(f32x4.mul(f32x4.sub(one, x), f32x4.add(one, x))));
	let v = f32x4.sub(w, f32x4.splat(2.5));
	let p = f32x4.splat(2.81022636e-8);
	p = horner(p, v, 3.43273939e-7);
	p = horner(p, v, -3.5233877e-6);
	p = horner(p, v, -4.39150654e-6);
	p = horner(p, v, 0.00021858087);
	p = horner(p, v, -0.00125372503);
	p = horner(p, v, -0.00417768164);
	p = horner(p, v, 0.246640727);
	p = horner(p, v, 1.50140941);
	v = f32x4.sub(f32x4.sqrt(w), f32x4.splat(3));
	let q = f32x4.splat(-0.000200214257);
	q = horner(q, v, 0.000100950558);
	q = horner(q, v, 0.00134934322);
	q = horner(q, v, -0.00367342844);
	q = horner(q, v, 0.00573950773);
	q = horner(q, v, -0.0076224613);
	q = horner(q, v, 0.00943887047);
	q = horner(q, v, 1.00167406);
	q = horner(q, v, 2.83297682);
	return f32x4.mul(v128.bitselect(p, q, f32x4.lt(w, f32x4.splat(5))), x);
}
