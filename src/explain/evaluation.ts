import { formatCount } from '../numberFormat.ts';
import type { DataFacts } from '../schema/dimensions.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { type Finding, formatTyped, type Rule } from './finding.ts';

/** Findings about when training ends and what its result is judged by. */
export const evaluationRules: readonly Rule[] = [earlyStoppingAsLambda, noHeldOut];

/**
 * Gradient descent stopped at t = Σ rates acts like ridge with λ = m/t (Ali, Kolter & Tibshirani, arXiv
 * 1810.10082), momentum dividing the rate by 1 − μ. λ is that of the stated loss, whichever it is: descent closes
 * 1 − exp(−ht) of the distance along a curvature h of the loss, and ridge closes h/(h + λ/m). Said where a run is
 * watched for stopping, and where it ends so early that this is stronger than the penalty itself.
 */
function earlyStoppingAsLambda({ optimizer, regularizers, training }: RunSpec, derived: Derived): Finding | null {
	if (optimizer.kind === 'adam') return null;
	const average = training.learningRateDecay === 'linear' ? (derived.steps + 1) / (2 * derived.steps) : 1;
	const time = (optimizer.learningRate * derived.steps * average) / (1 - optimizer.momentum);
	const acts = derived.m / time;
	const stated = 2 * derived.m * derived.penaltyCoefficient;
	if (regularizers.earlyStopping === null && acts <= stated) return null;
	return {
		code: 'early-stopping-as-lambda',
		severity: 'info',
		message: {
			en: `Ending after ${formatCount(derived.steps, 'en')} steps regularizes by itself, about as λ = ${formatTyped(acts)} under λ/2m does${regularizers.earlyStopping ? ', and more when it stops sooner' : `: more than the λ = ${formatTyped(stated)} of the penalty`}.`,
			zh: `在 ${formatCount(derived.steps, 'zh')} 步后结束本身就是正则化，大约相当于 λ/2m 下的 λ = ${formatTyped(acts)}${regularizers.earlyStopping ? '，停得越早越强' : `：强于惩罚项的 λ = ${formatTyped(stated)}`}。`,
		},
		value: acts,
	};
}

function noHeldOut(_spec: RunSpec, { m }: Derived, { heldOutRows }: DataFacts): Finding | null {
	if (heldOutRows > 0) return null;
	return {
		code: 'no-held-out',
		severity: 'warning',
		message: {
			en: `Nothing is held out: the training loss on ${formatCount(m, 'en')} examples says nothing of the generalization error, which is what regularization is for.`,
			zh: `没有留出任何样本：${formatCount(m, 'zh')} 个样本上的训练损失说明不了泛化误差，而正则化正是为了泛化误差。`,
		},
		value: m,
	};
}
