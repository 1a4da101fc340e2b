/**
 * above = activation(weights · below + bias), two units and one panel at a time: eight sums stay in
 * registers while the inputs stream past, so that eight multiply-adds cost six loads. The
 * activation is chosen once a tile, outside the loop over the inputs.
 */
import { Layer, ROW } from './layout';
import { logistic4, tanh4 } from './math';
import { dropSmall4, dropTiny4, TINY } from './tiny';

export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const TANH: i32 = 2;
export const SIGMOID: i32 = 3;
/** The last layer: as the sums come, since the loss drops what is tiny in its own terms. */
export const OUTPUT: i32 = 4;

// @ts-ignore: decorator
@inline
function relu4(x: v128): v128 {
	return v128.and(x, f32x4.le(f32x4.splat(TINY), x));
}

export function forward(layer: Layer, panels: i32, activation: i32): void {
	const inputs = layer.inputs;
	const outputs = layer.outputs;
	const belowStep = (<usize>inputs) * ROW;
	const aboveStep = (<usize>outputs) * ROW;
	for (let unit = 0; unit < outputs; unit += 2) {
		const weights = layer.weights + ((<usize>(unit * inputs)) << 2);
		const weightsEnd = weights + ((<usize>inputs) << 3);
		const bias = layer.bias + ((<usize>unit) << 2);
		const bias0 = v128.load32_splat(bias);
		const bias1 = v128.load32_splat(bias, 4);
		let below = layer.below;
		let above = layer.above + (<usize>unit) * ROW;
		for (let panel = 0; panel < panels; panel++) {
			let s0 = bias0, s1 = bias0, s2 = bias0, s3 = bias0;
			let t0 = bias1, t1 = bias1, t2 = bias1, t3 = bias1;
			let a = below;
			for (let w = weights; w < weightsEnd; w += 8) {
				const w0 = v128.load32_splat(w);
				const w1 = v128.load32_splat(w, 4);
				const a0 = v128.load(a), a1 = v128.load(a, 16), a2 = v128.load(a, 32), a3 = v128.load(a, 48);
				s0 = f32x4.add(s0, f32x4.mul(w0, a0));
				t0 = f32x4.add(t0, f32x4.mul(w1, a0));
				s1 = f32x4.add(s1, f32x4.mul(w0, a1));
				t1 = f32x4.add(t1, f32x4.mul(w1, a1));
				s2 = f32x4.add(s2, f32x4.mul(w0, a2));
				t2 = f32x4.add(t2, f32x4.mul(w1, a2));
				s3 = f32x4.add(s3, f32x4.mul(w0, a3));
				t3 = f32x4.add(t3, f32x4.mul(w1, a3));
				a += ROW;
			}
			if (activation == RELU) {
				s0 = relu4(s0), s1 = relu4(s1), s2 = relu4(s2), s3 = relu4(s3);
				t0 = relu4(t0), t1 = relu4(t1), t2 = relu4(t2), t3 = relu4(t3);
			} else if (activation != OUTPUT) {
				s0 = dropTiny4(s0), s1 = dropTiny4(s1), s2 = dropTiny4(s2), s3 = dropTiny4(s3);
				t0 = dropTiny4(t0), t1 = dropTiny4(t1), t2 = dropTiny4(t2), t3 = dropTiny4(t3);
			}
			v128.store(above, s0), v128.store(above, s1, 16), v128.store(above, s2, 32), v128.store(above, s3, 48);
			v128.store(above, t0, 64), v128.store(above, t1, 80), v128.store(above, t2, 96), v128.store(above, t3, 112);
			below += belowStep;
			above += aboveStep;
		}
	}
	if (activation == TANH || activation == SIGMOID) squash(layer, panels, activation);
}

/** tanh or the logistic function over all outputs in place; the unit that only fills up an odd layer stays 0. */
function squash(layer: Layer, panels: i32, activation: i32): void {
	const step = (<usize>layer.outputs) * ROW;
	const bytes = (<usize>layer.realOutputs) * ROW;
	let rows = layer.above;
	for (let panel = 0; panel < panels; panel++) {
		const end = rows + bytes;
		if (activation == TANH) {
			for (let a = rows; a < end; a += 16) v128.store(a, tanh4(v128.load(a)));
		} else {
			for (let a = rows; a < end; a += 16) v128.store(a, dropSmall4(logistic4(v128.load(a)), TINY));
		}
		rows += step;
	}
}
