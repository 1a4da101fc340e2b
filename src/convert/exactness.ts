import type { Text } from '../language.ts';
import type { Library } from './library.ts';

/** What a spelling's λ is a strength of. Within one of them every conversion is exact, between two none is. */
type Subject = 'weights' | 'leaf values' | 'adaptive steps';

/** The project's own λ, as one more spelling beside the libraries'. */
export const LAMBDA = 'lambda';

const subject = ({ coupling, optimizer }: Library): Subject => {
	if (coupling === 'leaves') return 'leaf values';
	return coupling === 'decoupled' && optimizer === 'adam' ? 'adaptive steps' : 'weights';
};

const REASONS: Record<Exclude<Subject, 'weights'>, Text> = {
	'leaf values': {
		en: 'The λ of a tree stands in the same place, but acts on the values of leaves: there are no weights to compare.',
		zh: '树模型的 λ 处在公式的同一位置,但作用于叶子的值:没有可以比较的权重。',
	},
	'adaptive steps': {
		en: 'A decay beside Adam’s step is not the gradient of any penalty: no λ has that minimiser. Only its timescale 1/(η·decay) can be kept.',
		zh: 'Adam 步之外的衰减不是任何惩罚项的梯度:没有 λ 具有同样的极小点。只能保持其时间尺度 1/(η·衰减)。',
	},
};

/**
 * Why `to` has not the minimiser of `from`, or undefined where it has.
 *
 * Exact means: one minimiser in exact arithmetic, biases apart (an entry's caveats say what it does with them).
 */
export function whyInexact(from: Library | typeof LAMBDA, to: Library | typeof LAMBDA): Text | undefined {
	if (from === to) return undefined;
	const [theirs, ours] = [from, to].map((one) => (one === LAMBDA ? 'weights' : subject(one)));
	if (theirs !== ours) {
		const odd = ours && ours !== 'weights' ? ours : theirs;
		return odd && odd !== 'weights' ? REASONS[odd] : undefined;
	}
	return [to, from].flatMap((one) => (one !== LAMBDA && one.approximate) || []).at(0);
}
