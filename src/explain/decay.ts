import type { Text } from '../language.ts';
import { formatCount } from '../numberFormat.ts';
import { l1Share, likelihoodMultiple } from '../penalty.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { type Finding, formatTyped, type Rule } from './finding.ts';

/** Findings about how strongly the L2 part pulls, step by step. */
export const decayRules: readonly Rule[] = [stability, decayDoesNothing, decayDominates, decayUnderOptimizer];

/** What Adam makes of a penalty in the loss, of a run and of code. */
export const ADAM_DIVIDES: Text = {
	en: 'Adam divides the penalty’s gradient by the size of past gradients, so this is not weight decay: weights with large gradients are decayed less.',
	zh: 'Adam 会把惩罚项的梯度除以历史梯度的大小，因此这不是权重衰减：梯度大的权重衰减得更少。',
};

/** A decay that removes less than this share of a weight over the whole run does not show in the result. */
const NEGLIGIBLE_SHARE = 0.01;

/**
 * w ← (1 − a)·w with a = ηd: past 0 when a > 1, without end when a > 2. What the decay alone does to a
 * weight decides, because where data pull too the largest eigenvalue only adds to it. With momentum μ the
 * recursion is of second order, and diverges beyond 2(1 + μ); with Nesterov's beyond 2(1 + μ)/(1 + 2μ).
 */
function stability({ optimizer, penalty, training }: RunSpec, { decayCoefficient }: Derived): Finding | null {
	const coupled = penalty.application === 'loss';
	if (optimizer.kind === 'adam' && coupled) return null; // Adam rescales it
	const a = penalty.application === 'decoupled-raw' ? decayCoefficient : optimizer.learningRate * decayCoefficient;
	const { momentum, nesterov } = optimizer.kind === 'sgd' && coupled ? optimizer : { momentum: 0, nesterov: false };
	const limit = nesterov ? (2 * (1 + momentum)) / (1 + 2 * momentum) : 2 * (1 + momentum);
	const falling = training.learningRateDecay === 'linear' && penalty.application !== 'decoupled-raw';
	if (a > limit) {
		return {
			code: 'unstable-decay',
			severity: falling ? 'warning' : 'error',
			message: {
				en: `ηd = ${formatTyped(a)} is above ${formatTyped(limit)}: each step makes the weights larger than it found them${falling ? ' until η has fallen' : ', and the run diverges'}. Divide λ or η by ${formatTyped(a)} or more.`,
				zh: `ηd = ${formatTyped(a)} 超过 ${formatTyped(limit)}：每一步都会放大权重${falling ? '，直到 η 降下来' : '，训练将发散'}。请把 λ 或 η 至少除以 ${formatTyped(a)}。`,
			},
			value: a,
		};
	}
	if (a <= 1 || momentum > 0) return null;
	return {
		code: 'oscillating-decay',
		severity: 'warning',
		message: {
			en: `ηd = ${formatTyped(a)} lies between 1 and 2: the decay alone overshoots 0, so weights change their sign at every step.`,
			zh: `ηd = ${formatTyped(a)} 介于 1 与 2 之间：仅衰减一项就会越过 0，权重每一步都改变符号。`,
		},
		value: a,
	};
}

function decayDoesNothing({ training }: RunSpec, { shrinkPerStep, steps }: Derived): Finding | null {
	if (shrinkPerStep === null || shrinkPerStep === 0 || shrinkPerStep >= 1) return null;
	const effective = training.learningRateDecay === 'linear' ? steps / 2 : steps;
	const removed = -Math.expm1(effective * Math.log1p(-shrinkPerStep));
	if (removed >= NEGLIGIBLE_SHARE) return null;
	const times = Math.log1p(-NEGLIGIBLE_SHARE) / Math.log1p(-removed);
	return {
		code: 'decay-does-nothing',
		severity: 'warning',
		message: {
			en: `Over all ${formatCount(steps, 'en')} steps the penalty alone removes ${formatTyped(100 * removed)}% of a weight: it hardly shows. To remove ${formatTyped(100 * NEGLIGIBLE_SHARE)}%, λ or the number of steps would have to be ${formatTyped(times)} times as large.`,
			zh: `在全部 ${formatCount(steps, 'zh')} 步中，惩罚项本身只去掉权重的 ${formatTyped(100 * removed)}%：几乎看不出来。要去掉 ${formatTyped(100 * NEGLIGIBLE_SHARE)}%，步数或 λ 要增至 ${formatTyped(times)} 倍。`,
		},
		value: removed,
	};
}

/**
 * d ≥ h: the prior holds the weights as firmly as standardised inputs do, beside which the curvature h of ½(ŷ−y)²
 * is 1 and that of (ŷ−y)² is 2, so a linear fit keeps h/(h + d) of them.
 */
function decayDominates({ loss, penalty }: RunSpec, { decayCoefficient: d, m }: Derived): Finding | null {
	const curvature = likelihoodMultiple(loss);
	if (d < curvature || penalty.application !== 'loss') return null;
	const kept = formatTyped((100 * curvature) / (curvature + d));
	return {
		code: 'decay-dominates',
		severity: 'warning',
		message: {
			en: `d = ${formatTyped(d)}: the penalty outweighs all ${formatCount(m, 'en')} examples together. On standardized inputs a linear fit keeps only ${kept}% of its weights.`,
			zh: `d = ${formatTyped(d)}：惩罚项的分量超过全部 ${formatCount(m, 'zh')} 个样本之和。对标准化输入，线性拟合只能保留权重的 ${kept}%。`,
		},
		value: d,
	};
}

/** What the optimizer does to a decay, whether it comes through the gradient or is applied beside the step. */
function decayUnderOptimizer(
	{ optimizer, penalty }: RunSpec,
	{ decayCoefficient: d, timescaleEpochs }: Derived,
): Finding | null {
	const { application } = penalty;
	if (penalty.lambda === 0) return null;
	if (optimizer.kind === 'adam') {
		if (application === 'loss') {
			return {
				code: 'l2-with-adam',
				severity: 'warning',
				message: {
					en: `${ADAM_DIVIDES.en} Application "decoupled" is AdamW.`,
					zh: `${ADAM_DIVIDES.zh}把“施加方式”改为“在更新步之外”（application: "decoupled"），才是 AdamW。`,
				},
				value: d,
			};
		}
		if (timescaleEpochs === null) return null;
		return {
			code: 'adamw-timescale',
			severity: 'info',
			message: {
				en: `AdamW averages its updates over about ${formatTyped(timescaleEpochs)} epochs${application === 'decoupled' ? ` and holds every weight within ±${formatTyped(1 / d)}` : ''}; no λ in the objective has this minimizer.`,
				zh: `AdamW 大约在 ${formatTyped(timescaleEpochs)} 轮上平均其更新${application === 'decoupled' ? `，并把每个权重限制在 ±${formatTyped(1 / d)} 以内` : ''}；目标函数中没有任何 λ 与之对应。`,
			},
			value: timescaleEpochs,
		};
	}
	if (optimizer.momentum === 0 || l1Share(penalty) === 1) return null;
	const factor = 1 - optimizer.momentum;
	if (application === 'loss') {
		return {
			code: 'momentum-amplifies',
			severity: 'info',
			message: {
				en: `Momentum ${optimizer.momentum} multiplies what the decay removes in the long run by ${formatTyped(1 / factor)}, as it does the data’s gradient: the minimizer stays the same.`,
				zh: `动量 ${optimizer.momentum} 使衰减的长期作用乘以 ${formatTyped(1 / factor)}，数据梯度也同样放大：极小值点不变。`,
			},
			value: 1 / factor,
		};
	}
	return {
		code: 'decoupled-beside-momentum',
		severity: 'warning',
		message: {
			en: `Momentum ${optimizer.momentum} amplifies the data’s gradient by ${formatTyped(1 / factor)} but not a decay beside it: the run ends where a penalty of ${formatTyped(factor)}·λ would.`,
			zh: `动量 ${optimizer.momentum} 把数据梯度放大 ${formatTyped(1 / factor)} 倍，却不放大其旁的衰减：训练终点相当于惩罚强度为 ${formatTyped(factor)}·λ。`,
		},
		value: factor,
	};
}
