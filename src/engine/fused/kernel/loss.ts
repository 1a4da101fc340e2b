/**
 * The four losses: what they say of the network's outputs (`outputDelta`) and their sum
 * (`addLoss`). A panel of targets is a row of y and a row of weights: 1/B for an example, 0 for a
 * place that no example fills, so that empty places count nowhere.
 */
import { Layer, ROW, Run } from './layout';
import { exp4, log4, logistic4, logOnePlus4 } from './math';
import { dropSmall4, dropTiny4, TINY } from './tiny';

export const BINARY_CROSS_ENTROPY: i32 = 0;
export const SOFTMAX_CROSS_ENTROPY: i32 = 1;
export const HALF_SQUARED_ERROR: i32 = 2;
export const SQUARED_ERROR: i32 = 3;

const TARGETS: usize = 2 * ROW;

/** deltaAbove of the last layer = weight · ∂loss/∂z. */
export function outputDelta(layer: Layer, panels: i32, targets: usize, loss: i32): void {
	const step = (<usize>layer.outputs) * ROW;
	let z = layer.above;
	let delta = layer.deltaAbove;
	for (let panel = 0; panel < panels; panel++) {
		for (let v: usize = 0; v < ROW; v += 16) {
			const y = v128.load(targets + v);
			const weight = v128.load(targets + v, 64);
			if (loss == BINARY_CROSS_ENTROPY) {
				const error = dropTiny4(f32x4.sub(logistic4(dropTiny4(v128.load(z + v))), y));
				v128.store(delta + v, dropTiny4(f32x4.mul(error, weight)));
			} else if (loss == SOFTMAX_CROSS_ENTROPY) {
				softmaxDelta(layer.realOutputs, z + v, delta + v, y, weight);
			} else {
				const error = f32x4.mul(dropTiny4(f32x4.sub(v128.load(z + v), y)), weight);
				v128.store(delta + v, dropTiny4(loss == SQUARED_ERROR ? f32x4.add(error, error) : error));
			}
		}
		z += step;
		delta += step;
		targets += TARGETS;
	}
}

/** weight · (softmax(z) − onehot(y)) for four examples. */
function softmaxDelta(classes: i32, z: usize, delta: usize, y: v128, weight: v128): void {
	const end = z + (<usize>classes) * ROW;
	const most = largest(z, end);
	let sum = f32x4.splat(0);
	let d = delta;
	for (let row = z; row < end; row += ROW) {
		const e = dropSmall4(exp4(dropTiny4(f32x4.sub(v128.load(row), most))), TINY);
		v128.store(d, e);
		sum = f32x4.add(sum, e);
		d += ROW;
	}
	const scale = f32x4.div(weight, sum);
	d = delta;
	for (let c = 0; c < classes; c++) {
		const own = v128.and(weight, f32x4.eq(y, f32x4.splat(<f32>c)));
		v128.store(d, dropTiny4(f32x4.sub(f32x4.mul(v128.load(d), scale), own)));
		d += ROW;
	}
}

// @ts-ignore: decorator
@inline
function largest(z: usize, end: usize): v128 {
	let most = v128.load(z);
	for (let row = z + ROW; row < end; row += ROW) most = f32x4.pmax(most, v128.load(row));
	return most;
}

/** Adds the losses of a chunk to `run.lossSum` and the rows that are classified rightly to `run.correct`; weights are 1 or 0. */
export function addLoss(run: Run, layer: Layer, panels: i32, targets: usize): void {
	const loss = <i32>run.loss;
	const step = (<usize>layer.outputs) * ROW;
	let z = layer.above;
	let low = f64x2.splat(0);
	let high = f64x2.splat(0);
	let correct: i32 = 0;
	for (let panel = 0; panel < panels; panel++) {
		for (let v: usize = 0; v < ROW; v += 16) {
			const y = v128.load(targets + v);
			const weight = v128.load(targets + v, 64);
			let value: v128;
			let right = f32x4.splat(0);
			if (loss == BINARY_CROSS_ENTROPY) {
				const logit = dropTiny4(v128.load(z + v));
				const isOne = f32x4.gt(y, f32x4.splat(0.5));
				// Towards the other class: z where y is 0, −z where y is 1; then log(1 + exp(·)).
				const away = v128.xor(logit, v128.and(isOne, i32x4.splat(0x80000000)));
				const size = v128.andnot(away, i32x4.splat(0x80000000));
				value = f32x4.add(f32x4.pmax(away, f32x4.splat(0)), logOnePlus4(exp4(f32x4.neg(size))));
				right = i32x4.eq(f32x4.gt(logit, f32x4.splat(0)), isOne);
			} else if (loss == SOFTMAX_CROSS_ENTROPY) {
				const end = z + v + (<usize>layer.realOutputs) * ROW;
				const most = largest(z + v, end);
				let sum = f32x4.splat(0);
				let own = f32x4.splat(0);
				let first = f32x4.splat(-1);
				let c: f32 = 0;
				for (let row = z + v; row < end; row += ROW) {
					const logit = v128.load(row);
					sum = f32x4.add(sum, exp4(dropTiny4(f32x4.sub(logit, most))));
					own = v128.bitselect(logit, own, f32x4.eq(y, f32x4.splat(c)));
					const isFirst = v128.and(f32x4.eq(logit, most), f32x4.lt(first, f32x4.splat(0)));
					first = v128.bitselect(f32x4.splat(c), first, isFirst);
					c += 1;
				}
				value = f32x4.add(log4(sum), f32x4.sub(most, own));
				right = f32x4.eq(first, y);
			} else {
				const error = dropTiny4(f32x4.sub(v128.load(z + v), y));
				value = f32x4.mul(error, error);
				if (loss == HALF_SQUARED_ERROR) value = f32x4.mul(value, f32x4.splat(0.5));
			}
			const filled = f32x4.gt(weight, f32x4.splat(0));
			value = v128.and(value, filled);
			low = f64x2.add(low, f64x2.promote_low_f32x4(value));
			high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(value, value, 2, 3, 2, 3)));
			correct += popcnt(i32x4.bitmask(v128.and(right, filled)));
		}
		z += step;
		targets += TARGETS;
	}
	const sums = f64x2.add(low, high);
	run.lossSum += f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
	run.correct += <f64>correct;
}
