import { l1Share } from '../penalty.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { type Finding, formatTyped, type Rule } from './finding.ts';

/** Findings about what the stated λ is called elsewhere, and about what it covers. */
export const spellingRules: readonly Rule[] = [scalingIgnoresM, equalsAnotherSpelling, biasesDiffer, l1WithoutZeros];

/** The λ that has the same coefficient under `over-2m`. */
const underOver2m = ({ penaltyCoefficient, m }: Derived) => 2 * m * penaltyCoefficient;

function scalingIgnoresM({ penalty }: RunSpec, derived: Derived): Finding | null {
	const { scaling, lambda } = penalty;
	if (lambda === 0 || !(scaling === 'full' || scaling === 'half' || scaling === 'over-2b')) return null;
	const equal = underOver2m(derived);
	const [symbol, size] =
		scaling === 'over-2b' ? ['λ/2B', `B = ${derived.batchSize}`] : [scaling === 'full' ? 'λ' : 'λ/2', ''];
	return {
		code: 'scaling-ignores-m',
		severity: 'info',
		message: {
			en: `${symbol} does not look at m${size && ` (${size})`}: with ${derived.m} examples it is λ = ${formatTyped(equal)} under λ/2m, with twice as many it would be ${formatTyped(2 * equal)}.`,
			zh: `${symbol} 不随 m 变化${size && `（${size}）`}：${derived.m} 个样本时相当于 λ/2m 下的 λ = ${formatTyped(equal)}，样本翻倍则相当于 ${formatTyped(2 * equal)}。`,
		},
		value: equal,
	};
}

function equalsAnotherSpelling(
	{ penalty, optimizer }: RunSpec,
	{ decayCoefficient: d, penaltyCoefficient: c }: Derived,
): Finding | null {
	if (penalty.lambda === 0 || penalty.norm !== 'l2' || penalty.application === 'decoupled-raw') return null;
	const isPlainSgd = optimizer.kind === 'sgd' && optimizer.momentum === 0;
	if (penalty.application === 'decoupled' && !isPlainSgd) return null; // not the penalty that it looks like
	return {
		code: 'equals-another-spelling',
		severity: 'info',
		message: {
			en: `Beside the same loss, this penalty is weight_decay = ${formatTyped(d)} in PyTorch’s SGD and l2(${formatTyped(c)}) in Keras and TensorFlow.js.`,
			zh: `损失相同时，这个惩罚在 PyTorch 的 SGD 中写作 weight_decay = ${formatTyped(d)}，在 Keras 和 TensorFlow.js 中写作 l2(${formatTyped(c)})。`,
		},
		value: d,
	};
}

function biasesDiffer({ penalty, network }: RunSpec, derived: Derived): Finding | null {
	if (!penalty.penalizeBiases || penalty.lambda === 0) return null;
	return {
		code: 'biases-differ',
		severity: 'info',
		message: {
			en: `Biases are penalized, as PyTorch’s weight_decay does on all parameters; Eq 1, Keras and scikit-learn leave them free${network.hidden.length === 0 ? ', so that the mean of the targets costs nothing' : ''}.`,
			zh: `偏置也被惩罚，如同 PyTorch 的 weight_decay 作用于全部参数；式（1）、Keras 与 scikit-learn 则不惩罚偏置${network.hidden.length === 0 ? '，因此目标的均值不付代价' : ''}。`,
		},
		value: derived.penaltyCoefficient,
	};
}

function l1WithoutZeros({ penalty }: RunSpec, { penaltyCoefficient: c }: Derived): Finding | null {
	if (penalty.application !== 'loss' || l1Share(penalty) === 0 || penalty.lambda === 0) return null;
	return {
		code: 'l1-without-zeros',
		severity: 'info',
		message: {
			en: 'Through the gradient L1 steps over 0 and back, so weights come near 0 but never to it. Application "decoupled" takes the proximal step, which makes exact zeros.',
			zh: '通过梯度施加的 L1 会在 0 两侧来回跨越，权重接近 0 却不等于 0。把“施加方式”改为“在更新步之外”（application: "decoupled"），就用近端步，能得到精确的零。',
		},
		value: c,
	};
}
