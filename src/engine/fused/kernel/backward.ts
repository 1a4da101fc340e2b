/**
 * What the loss says of a layer's inputs and weights, from what it says of its outputs.
 *
 *     deltaBelow = (weightsᵀ · deltaAbove) · activation'(below)      two units and one panel at a time
 *     weightGradient += deltaAbove · belowᵀ                          two outputs and four inputs at a time
 *
 * In both, eight sums stay in registers. A gradient is a dot product over all examples: each of its
 * sums has four lanes, and these are added across only once, at the end.
 */
import { LINEAR, RELU, TANH } from './forward';
import { Layer, ROW } from './layout';
import { laneSum, laneSums } from './math';
import { dropTiny4, TINY } from './tiny';

// @ts-ignore: decorator
@inline
function slope(delta: v128, a: v128, activation: i32): v128 {
	// a is zero or not tiny: one comparison asks for both.
	if (activation == RELU) return v128.andnot(delta, f32x4.lt(f32x4.pmin(f32x4.abs(delta), a), f32x4.splat(TINY)));
	if (activation == LINEAR) return dropTiny4(delta);
	const one = f32x4.splat(1);
	if (activation == TANH) return dropTiny4(f32x4.mul(delta, f32x4.sub(one, f32x4.mul(a, a))));
	return dropTiny4(f32x4.mul(delta, f32x4.mul(a, f32x4.sub(one, a))));
}

export function deltaBelow(layer: Layer, panels: i32, activation: i32): void {
	const inputs = layer.inputs;
	const belowStep = (<usize>inputs) * ROW;
	const weightStep = (<usize>inputs) << 3;
	const odd = (layer.realOutputs & 1) != 0;
	const pairs = (<usize>(layer.realOutputs & ~1)) * ROW;
	const zero = f32x4.splat(0);
	for (let unit = 0; unit < inputs; unit += 2) {
		const weights = layer.weights + ((<usize>unit) << 3);
		let d = layer.deltaAbove;
		let out = layer.deltaBelow + (<usize>unit) * ROW;
		let a = layer.below + (<usize>unit) * ROW;
		for (let panel = 0; panel < panels; panel++) {
			let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
			let t0 = zero, t1 = zero, t2 = zero, t3 = zero;
			let w = weights;
			const end = d + pairs;
			while (d < end) {
				// The even output, then the odd one: their weights stand side by side.
				let w0 = v128.load32_splat(w), w1 = v128.load32_splat(w, 8);
				let d0 = v128.load(d), d1 = v128.load(d, 16), d2 = v128.load(d, 32), d3 = v128.load(d, 48);
				s0 = f32x4.add(s0, f32x4.mul(w0, d0));
				t0 = f32x4.add(t0, f32x4.mul(w1, d0));
				s1 = f32x4.add(s1, f32x4.mul(w0, d1));
				t1 = f32x4.add(t1, f32x4.mul(w1, d1));
				s2 = f32x4.add(s2, f32x4.mul(w0, d2));
				t2 = f32x4.add(t2, f32x4.mul(w1, d2));
				s3 = f32x4.add(s3, f32x4.mul(w0, d3));
				t3 = f32x4.add(t3, f32x4.mul(w1, d3));
				w0 = v128.load32_splat(w, 4), w1 = v128.load32_splat(w, 12);
				d0 = v128.load(d, 64), d1 = v128.load(d, 80), d2 = v128.load(d, 96), d3 = v128.load(d, 112);
				s0 = f32x4.add(s0, f32x4.mul(w0, d0));
				t0 = f32x4.add(t0, f32x4.mul(w1, d0));
				s1 = f32x4.add(s1, f32x4.mul(w0, d1));
				t1 = f32x4.add(t1, f32x4.mul(w1, d1));
				s2 = f32x4.add(s2, f32x4.mul(w0, d2));
				t2 = f32x4.add(t2, f32x4.mul(w1, d2));
				s3 = f32x4.add(s3, f32x4.mul(w0, d3));
				t3 = f32x4.add(t3, f32x4.mul(w1, d3));
				w += weightStep;
				d += 128;
			}
			if (odd) {
				const w0 = v128.load32_splat(w), w1 = v128.load32_splat(w, 8);
				const d0 = v128.load(d), d1 = v128.load(d, 16), d2 = v128.load(d, 32), d3 = v128.load(d, 48);
				s0 = f32x4.add(s0, f32x4.mul(w0, d0));
				t0 = f32x4.add(t0, f32x4.mul(w1, d0));
				s1 = f32x4.add(s1, f32x4.mul(w0, d1));
				t1 = f32x4.add(t1, f32x4.mul(w1, d1));
				s2 = f32x4.add(s2, f32x4.mul(w0, d2));
				t2 = f32x4.add(t2, f32x4.mul(w1, d2));
				s3 = f32x4.add(s3, f32x4.mul(w0, d3));
				t3 = f32x4.add(t3, f32x4.mul(w1, d3));
				d += 128;
			}
			v128.store(out, slope(s0, v128.load(a), activation));
			v128.store(out, slope(s1, v128.load(a, 16), activation), 16);
			v128.store(out, slope(s2, v128.load(a, 32), activation), 32);
			v128.store(out, slope(s3, v128.load(a, 48), activation), 48);
			v128.store(out, slope(t0, v128.load(a, 64), activation), 64);
			v128.store(out, slope(t1, v128.load(a, 80), activation), 80);
			v128.store(out, slope(t2, v128.load(a, 96), activation), 96);
			v128.store(out, slope(t3, v128.load(a, 112), activation), 112);
			out += belowStep;
			a += belowStep;
		}
	}
}

/** Adds to the gradient of the weights and of the biases what one chunk of examples says. */
export function gradient(layer: Layer, panels: i32, first: bool): void {
	const inputs = layer.inputs;
	const outputs = layer.outputs;
	const belowStep = (<usize>inputs) * ROW;
	const aboveStep = (<usize>outputs) * ROW;
	const bytes = (<usize>panels) * aboveStep;
	const zero = f32x4.splat(0);
	let g = layer.weightGradient;
	for (let unit = 0; unit < outputs; unit += 2) {
		const delta = layer.deltaAbove + (<usize>unit) * ROW;
		const end = delta + bytes;
		biasPair(layer.biasGradient + ((<usize>unit) << 2), delta, end, aboveStep, first);
		let input = 0;
		for (; input + 4 <= inputs; input += 4) {
			let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
			let t0 = zero, t1 = zero, t2 = zero, t3 = zero;
			let a = layer.below + (<usize>input) * ROW;
			for (let d = delta; d < end; d += aboveStep) {
				let d0 = v128.load(d), d1 = v128.load(d, 64);
				let a0 = v128.load(a), a1 = v128.load(a, 64), a2 = v128.load(a, 128), a3 = v128.load(a, 192);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				s2 = f32x4.add(s2, f32x4.mul(d0, a2)), t2 = f32x4.add(t2, f32x4.mul(d1, a2));
				s3 = f32x4.add(s3, f32x4.mul(d0, a3)), t3 = f32x4.add(t3, f32x4.mul(d1, a3));
				d0 = v128.load(d, 16), d1 = v128.load(d, 80);
				a0 = v128.load(a, 16), a1 = v128.load(a, 80), a2 = v128.load(a, 144), a3 = v128.load(a, 208);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				s2 = f32x4.add(s2, f32x4.mul(d0, a2)), t2 = f32x4.add(t2, f32x4.mul(d1, a2));
				s3 = f32x4.add(s3, f32x4.mul(d0, a3)), t3 = f32x4.add(t3, f32x4.mul(d1, a3));
				d0 = v128.load(d, 32), d1 = v128.load(d, 96);
				a0 = v128.load(a, 32), a1 = v128.load(a, 96), a2 = v128.load(a, 160), a3 = v128.load(a, 224);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				s2 = f32x4.add(s2, f32x4.mul(d0, a2)), t2 = f32x4.add(t2, f32x4.mul(d1, a2));
				s3 = f32x4.add(s3, f32x4.mul(d0, a3)), t3 = f32x4.add(t3, f32x4.mul(d1, a3));
				d0 = v128.load(d, 48), d1 = v128.load(d, 112);
				a0 = v128.load(a, 48), a1 = v128.load(a, 112), a2 = v128.load(a, 176), a3 = v128.load(a, 240);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				s2 = f32x4.add(s2, f32x4.mul(d0, a2)), t2 = f32x4.add(t2, f32x4.mul(d1, a2));
				s3 = f32x4.add(s3, f32x4.mul(d0, a3)), t3 = f32x4.add(t3, f32x4.mul(d1, a3));
				a += belowStep;
			}
			put(g, laneSums(s0, t0, s1, t1), first);
			put(g + 16, laneSums(s2, t2, s3, t3), first);
			g += 32;
		}
		if (input < inputs) {
			let s0 = zero, s1 = zero, t0 = zero, t1 = zero;
			let a = layer.below + (<usize>input) * ROW;
			for (let d = delta; d < end; d += aboveStep) {
				let d0 = v128.load(d), d1 = v128.load(d, 64);
				let a0 = v128.load(a), a1 = v128.load(a, 64);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				d0 = v128.load(d, 16), d1 = v128.load(d, 80);
				a0 = v128.load(a, 16), a1 = v128.load(a, 80);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				d0 = v128.load(d, 32), d1 = v128.load(d, 96);
				a0 = v128.load(a, 32), a1 = v128.load(a, 96);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				d0 = v128.load(d, 48), d1 = v128.load(d, 112);
				a0 = v128.load(a, 48), a1 = v128.load(a, 112);
				s0 = f32x4.add(s0, f32x4.mul(d0, a0)), t0 = f32x4.add(t0, f32x4.mul(d1, a0));
				s1 = f32x4.add(s1, f32x4.mul(d0, a1)), t1 = f32x4.add(t1, f32x4.mul(d1, a1));
				a += belowStep;
			}
			put(g, laneSums(s0, t0, s1, t1), first);
			g += 16;
		}
	}
}

// @ts-ignore: decorator
@inline
function put(at: usize, sums: v128, first: bool): void {
	v128.store(at, first ? sums : f32x4.add(v128.load(at), sums));
}

/** Gradient of two biases: the sums of their deltas. */
// @ts-ignore: decorator
@inline
function biasPair(at: usize, delta: usize, end: usize, step: usize, first: bool): void {
	let s = f32x4.splat(0);
	let t = f32x4.splat(0);
	for (let d = delta; d < end; d += step) {
		s = f32x4.add(s, f32x4.add(f32x4.add(v128.load(d), v128.load(d, 16)), f32x4.add(v128.load(d, 32), v128.load(d, 48))));
		t = f32x4.add(t, f32x4.add(f32x4.add(v128.load(d, 64), v128.load(d, 80)), f32x4.add(v128.load(d, 96), v128.load(d, 112))));
	}
	store<f32>(at, laneSum(s) + (first ? 0 : load<f32>(at)));
	store<f32>(at, laneSum(t) + (first ? 0 : load<f32>(at, 4)), 4);
}
