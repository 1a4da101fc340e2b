import type { Text } from '../language.ts';
import type { ReasonCode } from '../schema/conversion.ts';
import type { Library, Setting } from './library.ts';

/** The project's own λ, as one more spelling beside the libraries'. */
export const LAMBDA = 'lambda';

/** A spelling: a library's, or λ itself. */
export type Spelling = Library | typeof LAMBDA;

interface Inexactness {
	code: ReasonCode;
	reason: Text;
}

/**
 * Why `to` is not known to have the minimiser of `from`, or undefined where it has it.
 *
 * A conversion is exact when both objectives have one minimiser in exact arithmetic, biases apart (an entry's
 * caveats say what it does with them), at these sizes and this loss, and when this project has run both
 * libraries and seen it. A spelling is always exact to itself. Where nothing decays, it does not matter how it would.
 */
export function whyInexact(
	from: Spelling,
	to: Spelling,
	setting: Setting,
	isNothing: boolean,
): Inexactness | undefined {
	if (from === to) return undefined;
	const sides = [to, from].filter((side) => side !== LAMBDA);
	const reason =
		(isNothing && ![from, to].some(isOfLeaves) ? undefined : subjectsDiffer(from, to)) ??
		firstOf(sides, whyOtherLoss) ??
		(isNothing ? undefined : firstOf(sides, whyScaled)) ??
		firstOf(sides, ({ exception }) => exception?.(setting));
	if (reason) return { code: 'another-minimiser', reason };
	const assumed = !isNothing && setting.targetDeviation === undefined ? firstOf(sides, whyDeviationMatters) : undefined;
	if (assumed) return { code: 'target-deviation-assumed', reason: assumed };
	const unverified = firstOf(sides, whyUnverified);
	return unverified && { code: 'unverified', reason: unverified };
}

/** What a spelling's λ is a strength of: two that differ in it have no minimiser in common. */
type Subject = 'weights' | 'magnitudes' | 'leaf values' | 'adaptive steps' | 'other steps';

function subjectOf(spelling: Spelling): Subject {
	if (spelling === LAMBDA) return 'weights';
	const { coupling, norm } = spelling;
	if (coupling === 'leaves') return 'leaf values';
	if (isBesideAdaptiveStep(spelling)) return spelling.optimizer === 'adam' ? 'adaptive steps' : 'other steps';
	return norm === 'l1' ? 'magnitudes' : 'weights';
}

const isOfLeaves = (spelling: Spelling) => subjectOf(spelling) === 'leaf values';

/** Whether a decay stands beside a step that is not the gradient's own: Adam's, Lion's, Muon's. */
export const isBesideAdaptiveStep = ({ coupling, optimizer }: Library): boolean =>
	coupling === 'decoupled' && optimizer !== 'sgd';

function subjectsDiffer(from: Spelling, to: Spelling): Text | undefined {
	const [theirs, ours] = [subjectOf(from), subjectOf(to)];
	if (theirs === ours && ours !== 'other steps') return undefined;
	if (ours !== 'weights') return OTHER_SUBJECT[ours];
	return theirs === 'weights' ? undefined : OTHER_SUBJECT[theirs];
}

/** The first text that a library of the two gives. */
function firstOf(sides: readonly Library[], textOf: (library: Library) => Text | undefined): Text | undefined {
	return sides.map(textOf).find((text) => text !== undefined);
}

function whyOtherLoss({ name, ownLoss }: Library): Text | undefined {
	if (!ownLoss) return undefined;
	return {
		en: `${name}: trains on ${ownLoss.en}, which no other row has; the value is that of the same λ/2m beside it.`,
		zh: `${name}：训练用的是${ownLoss.zh}，别的行都没有；给出的是同一个 λ/2m 配上它时的值。`,
	};
}

function whyScaled({ name, scalesFeatures }: Library): Text | undefined {
	if (!scalesFeatures) return undefined;
	return {
		en: `${name}: penalizes the weights of features that it scales inside; only for features of standard deviation 1 are those your weights.`,
		zh: `${name}：惩罚的是内部缩放过的特征的权重；只有特征的标准差都是 1 时，那才是你的权重。`,
	};
}

function whyDeviationMatters({ name, strength }: Library): Text | undefined {
	if (strength !== 'over-target-deviation') return undefined;
	return {
		en: `${name}: divides by sd(y) inside, which is not given; the value is for sd(y) = 1.`,
		zh: `${name}：内部会除以 sd(y)，而 sd(y) 没有给出；这里按 sd(y) = 1 计算。`,
	};
}

function whyUnverified({ name, checked: { how, version } }: Library): Text | undefined {
	switch (how) {
		case 'run':
			return undefined;
		case 'source':
			return {
				en: `${name}: read in the source of version ${version}, not run here.`,
				zh: `${name}：查自 ${version} 版的源代码，这里没有运行过。`,
			};
		case 'documentation':
			return {
				en: `${name}: taken from the documentation of version ${version}, not run here.`,
				zh: `${name}：查自 ${version} 版的文档，这里没有运行过。`,
			};
		case 'unverified':
			return {
				en: `${name}: not checked here (version ${version}).`,
				zh: `${name}：这里没有核对过（${version} 版）。`,
			};
	}
}

const BESIDE_STEP: Text = {
	en: 'A decay beside the step of Adam or its like is not the gradient of any penalty: no λ has that minimizer, nor has another such step. Only its timescale 1/(η·decay) can be kept.',
	zh: '加在 Adam 一类更新步之外的衰减，不是任何惩罚项的梯度：没有哪个 λ 的极小值点与它相同，换一种这样的优化器也没有。只能保持其时间尺度 1/(η·衰减)。',
};

const OTHER_SUBJECT: Record<Exclude<Subject, 'weights'>, Text> = {
	'leaf values': {
		en: 'The λ of a tree stands in the same place, but acts on the values of leaves: there are no weights to compare.',
		zh: '树模型的 λ 处在公式的同一位置，但作用于叶子的值：没有可以比较的权重。',
	},
	'adaptive steps': BESIDE_STEP,
	'other steps': BESIDE_STEP,
	magnitudes: {
		en: 'An L1 penalty: the value is the strength of λ/2m·Σ|w|, the same place in the formula, but it sets weights to 0 where Σw² shrinks them.',
		zh: '这是 L1 惩罚：给出的是 λ/2m·Σ|w| 的强度，处在公式的同一位置，但它把权重变成 0，而 Σw² 只让它们缩小。',
	},
};
