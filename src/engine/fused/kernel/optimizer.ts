/**
 * One update of a range of parameters, as PyTorch defines it. The penalty comes first through the
 * gradient (`couple`) or by shrinking (`shrink`), then the optimizer's step, then the threshold of
 * the proximal step. Each is a pass of its own over a few hundred numbers, so that none asks inside
 * its loop what the others ask.
 */
import { Range, Run } from './layout';
import { coefficient, dropSmall4, dropTiny4, TINY, TINY_SQUARE } from './tiny';

export const SGD: i32 = 0;
export const MOMENTUM: i32 = 1;
export const NESTEROV: i32 = 2;
export const ADAM: i32 = 3;

export function update(run: Run, range: Range): void {
	const rate = run.linearDecay != 0 ? run.learningRate * (1 - run.step / run.steps) : run.learningRate;
	const w = <usize>range.parameters;
	const g = <usize>range.gradient;
	const end = w + ((<usize>range.count) << 2);
	const beside = run.timesRate != 0 ? rate : 1;
	if (range.l1 != 0) coupleL1(w, end, g, coefficient(range.l1));
	if (range.shrink != 0) shrink(w, end, coefficient(1 - beside * range.shrink));
	const optimizer = <i32>run.optimizer;
	const decay = coefficient(range.decay);
	if (optimizer == SGD) sgd(w, end, g, coefficient(rate), decay);
	else if (optimizer == ADAM) adam(w, end, g, <usize>range.first, <usize>range.second, run, rate, decay);
	else momentum(w, end, g, <usize>range.first, coefficient(rate), coefficient(run.momentum), decay, optimizer == NESTEROV);
	if (range.threshold != 0) softThreshold(w, end, coefficient(beside * range.threshold));
}

/** g ← g + c₁·sign(w), sign(0) = 0. */
function coupleL1(w: usize, end: usize, g: usize, l1: f32): void {
	const size = f32x4.splat(l1);
	const signBit = i32x4.splat(0x80000000);
	const zero = f32x4.splat(0);
	for (; w < end; w += 16) {
		const x = v128.load(w);
		const pull = v128.and(v128.or(size, v128.and(x, signBit)), f32x4.ne(x, zero));
		v128.store(g, f32x4.add(v128.load(g), pull));
		g += 16;
	}
}

/** w ← factor·w. */
function shrink(w: usize, end: usize, factor: f32): void {
	const f = f32x4.splat(factor);
	for (; w < end; w += 16) v128.store(w, dropTiny4(f32x4.mul(v128.load(w), f)));
}

/** w ← w − η·(g + d·w). */
function sgd(w: usize, end: usize, g: usize, rate: f32, decay: f32): void {
	const eta = f32x4.splat(rate);
	const d = f32x4.splat(decay);
	for (; w < end; w += 16) {
		const x = v128.load(w);
		const slope = f32x4.add(v128.load(g), f32x4.mul(d, x));
		v128.store(w, dropTiny4(f32x4.sub(x, f32x4.mul(eta, slope))));
		g += 16;
	}
}

/** v ← μv + (g + d·w), w ← w − η·v, or under Nesterov w ← w − η·(g + d·w + μv). */
function momentum(w: usize, end: usize, g: usize, v: usize, rate: f32, mu: f32, decay: f32, nesterov: bool): void {
	const eta = f32x4.splat(rate);
	const d = f32x4.splat(decay);
	const m = f32x4.splat(mu);
	for (; w < end; w += 16) {
		const x = v128.load(w);
		const slope = dropTiny4(f32x4.add(v128.load(g), f32x4.mul(d, x)));
		const velocity = dropTiny4(f32x4.add(f32x4.mul(m, v128.load(v)), slope));
		v128.store(v, velocity);
		const step = nesterov ? f32x4.add(slope, f32x4.mul(m, velocity)) : velocity;
		v128.store(w, dropTiny4(f32x4.sub(x, f32x4.mul(eta, step))));
		g += 16;
		v += 16;
	}
}

/** Kingma & Ba (arXiv 1412.6980), ε outside the root: w ← w − η/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε). */
function adam(w: usize, end: usize, g: usize, m: usize, v: usize, run: Run, rate: f64, decay: f32): void {
	const correction1 = 1 - power(run.beta1, <i32>run.step + 1);
	const correction2 = 1 - power(run.beta2, <i32>run.step + 1);
	const size = f32x4.splat(coefficient(rate / correction1));
	const root = f32x4.splat(<f32>(1 / sqrt(correction2)));
	const d = f32x4.splat(decay);
	const b1 = f32x4.splat(coefficient(run.beta1));
	const b2 = f32x4.splat(coefficient(run.beta2));
	const c1 = f32x4.splat(coefficient(1 - run.beta1));
	const c2 = f32x4.splat(coefficient(1 - run.beta2));
	const epsilon = f32x4.splat(<f32>run.epsilon);
	for (; w < end; w += 16) {
		const x = v128.load(w);
		const slope = dropTiny4(f32x4.add(v128.load(g), f32x4.mul(d, x)));
		const mean = dropTiny4(f32x4.add(f32x4.mul(b1, v128.load(m)), f32x4.mul(c1, slope)));
		const sum = f32x4.add(f32x4.mul(b2, v128.load(v)), f32x4.mul(c2, f32x4.mul(slope, slope)));
		const square = dropSmall4(sum, TINY_SQUARE);
		v128.store(m, mean);
		v128.store(v, square);
		const scale = f32x4.add(f32x4.mul(f32x4.sqrt(square), root), epsilon);
		v128.store(w, dropTiny4(f32x4.sub(x, f32x4.div(f32x4.mul(size, mean), scale))));
		g += 16;
		m += 16;
		v += 16;
	}
}

/** baseᵗ by squaring: the same bits everywhere. */
function power(base: f64, exponent: i32): f64 {
	let result: f64 = 1;
	for (; exponent > 0; exponent >>= 1) {
		if (exponent & 1) result *= base;
		base *= base;
	}
	return result;
}

/** w ← sign(w)·max(|w| − threshold, 0). */
function softThreshold(w: usize, end: usize, threshold: f32): void {
	const t = f32x4.splat(threshold);
	const signBit = i32x4.splat(0x80000000);
	const zero = f32x4.splat(0);
	for (; w < end; w += 16) {
		const x = v128.load(w);
		const rest = f32x4.sub(v128.andnot(x, signBit), t);
		v128.store(w, v128.and(v128.or(rest, v128.and(x, signBit)), f32x4.ge(rest, f32x4.splat(TINY))));
	}
}
