/**
 * The subject of this project: the penalty on the weights of a network, and what its factors do.
 *
 *     objective = data loss + c · Ω(w)            data loss = (1/m) Σ loss_i, a mean over m examples
 *
 * Ω is Σw² (`l2`), Σ|w| (`l1`) or ρ·Σ|w| + (1−ρ)·Σw² (`elastic`). The *scaling* says how the
 * strength λ that a person states becomes the coefficient c:
 *
 *     scaling        c           d = 2c, the decay coefficient
 *     full           λ           2λ
 *     half           λ/2         λ           the ½ cancels the 2 of d(w²)/dw = 2w
 *     over-m         λ/m         2λ/m
 *     over-2m        λ/2m        λ/m         −log posterior ÷ m, with λ = 1/τ² the prior's own number
 *     over-2b        λ/2B        λ/B
 *     over-2sqrt-m   λ/(2√m)     λ/√m
 *
 * d is what multiplies w in the gradient of an L2 penalty: ∂(c·Σw²)/∂w = 2c·w = d·w. The
 * *application* says how d reaches the weights: through the optimizer with the rest of the
 * gradient (`loss`), or beside the optimizer's step as w ← w − η·d·w (`decoupled`, as AdamW does;
 * Loshchilov & Hutter, arXiv 1711.05101) or w ← w − d·w (`decoupled-raw`, as Hanson & Pratt
 * published weight decay in 1988).
 */

import type { Loss } from './schema/losses.ts';
import type { Penalty, Scaling } from './schema/objective.ts';

/** What the scalings divide by: m training examples, B rows in a batch. */
export interface Sizes {
	m: number;
	batchSize: number;
}

const coefficient: Record<Scaling, (lambda: number, sizes: Sizes) => number> = {
	full: (lambda) => lambda,
	half: (lambda) => lambda / 2,
	'over-m': (lambda, { m }) => lambda / m,
	'over-2m': (lambda, { m }) => lambda / (2 * m),
	'over-2b': (lambda, { batchSize }) => lambda / (2 * batchSize),
	'over-2sqrt-m': (lambda, { m }) => lambda / (2 * Math.sqrt(m)),
};

/** c and d as they are written. */
export const COEFFICIENT_FORMULA: Record<Scaling, string> = {
	full: 'λ',
	half: 'λ/2',
	'over-m': 'λ/m',
	'over-2m': 'λ/2m',
	'over-2b': 'λ/2B',
	'over-2sqrt-m': 'λ/(2√m)',
};
export const DECAY_FORMULA: Record<Scaling, string> = {
	full: '2λ',
	half: 'λ',
	'over-m': '2λ/m',
	'over-2m': 'λ/m',
	'over-2b': 'λ/B',
	'over-2sqrt-m': 'λ/√m',
};

/** c: what multiplies Ω in the objective. */
export function penaltyCoefficient({ lambda, scaling }: Penalty, sizes: Sizes): number {
	return coefficient[scaling](lambda, sizes);
}

/** ρ: the share of the L1 norm in Ω, from 0 (`l2`) to 1 (`l1`). */
export function l1Share({ norm, l1Ratio }: Penalty): number {
	return norm === 'l2' ? 0 : norm === 'l1' ? 1 : l1Ratio;
}

/** d = 2c·(1−ρ): what multiplies w in the gradient of the L2 part. */
export function decayCoefficient(penalty: Penalty, sizes: Sizes): number {
	return 2 * penaltyCoefficient(penalty, sizes) * (1 - l1Share(penalty));
}

/** c·ρ: what multiplies sign(w) in the gradient of the L1 part, or the threshold of its proximal step. */
export function l1Coefficient(penalty: Penalty, sizes: Sizes): number {
	return penaltyCoefficient(penalty, sizes) * l1Share(penalty);
}

/** Ω of some weights: Σw², Σ|w| or their mix. */
export function norm(penalty: Penalty, weights: Iterable<number>): number {
	const rho = l1Share(penalty);
	let squares = 0;
	let magnitudes = 0;
	for (const w of weights) {
		squares += w * w;
		magnitudes += Math.abs(w);
	}
	return rho * magnitudes + (1 - rho) * squares;
}

/** What the shrinking of weights depends on beside the penalty. */
export interface Stepping extends Sizes {
	optimizer: 'sgd' | 'adam';
	learningRate: number;
	/** Momentum multiplies what a coupled decay removes in the long run by 1/(1−μ). */
	momentum: number;
}

/**
 * The share of a weight that the L2 part alone removes in one step: η·d through plain SGD or
 * decoupled, d when raw. Momentum accumulates a coupled decay to η·d/(1−μ). Above 1 the weight
 * changes its sign at each step, above 2 it grows without end (CLAIMS.md, claim 20).
 *
 * @returns null where there is no such share: L1 removes an amount, and Adam rescales a coupled
 * decay by the gradient's history.
 */
export function shrinkPerStep(penalty: Penalty, stepping: Stepping): number | null {
	const { application, norm: form } = penalty;
	if (form === 'l1') return null;
	const d = decayCoefficient(penalty, stepping);
	if (application === 'decoupled-raw') return d;
	if (application === 'decoupled') return stepping.learningRate * d;
	return stepping.optimizer === 'adam' ? null : (stepping.learningRate * d) / (1 - stepping.momentum);
}

/**
 * τ = 1/shrinkPerStep in epochs of ⌈m/B⌉ steps: how long the penalty alone takes to shrink a
 * weight to 1/e, which is also how far back an average over past updates reaches
 * (Wang & Aitchison, ICML 2025).
 *
 * @returns null where nothing shrinks.
 */
export function timescaleEpochs(penalty: Penalty, stepping: Stepping): number | null {
	const share = shrinkPerStep(penalty, stepping);
	const stepsPerEpoch = Math.ceil(stepping.m / stepping.batchSize);
	return share ? 1 / share / stepsPerEpoch : null;
}

/**
 * How many times the negative log likelihood of an example its loss is: 2 for (ŷ−y)², since that of a Gaussian
 * with unit noise is ½(ŷ−y)² + constant, and 1 for every other loss.
 */
export function likelihoodMultiple(loss: Loss): number {
	return loss === 'squared-error' ? 2 : 1;
}

/**
 * The standard deviation of the prior on a weight whose negative logarithm the penalty is. With k from
 * `likelihoodMultiple`, (m/k)·objective = −log posterior + constant, so −log prior = s·Ω with s = m·c/k:
 *
 *     l2: N(0, τ²)        s = 1/(2τ²)  →  τ = 1/√(2s), which is √(k/λ) under over-2m
 *     l1: Laplace(0, b)   s = 1/b      →  standard deviation √2·b
 *
 * @returns null without a penalty, for `elastic` (no named distribution), and for a decoupled
 * application, which minimises no such sum under Adam.
 */
export function priorStandardDeviation(penalty: Penalty, loss: Loss, sizes: Sizes): number | null {
	const strength = (sizes.m * penaltyCoefficient(penalty, sizes)) / likelihoodMultiple(loss);
	if (strength === 0 || penalty.norm === 'elastic' || penalty.application !== 'loss') return null;
	return penalty.norm === 'l2' ? 1 / Math.sqrt(2 * strength) : Math.SQRT2 / strength;
}
