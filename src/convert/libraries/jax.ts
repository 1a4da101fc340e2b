import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';
import { besideStep } from './besideStep.ts';

const BIASES: Text = {
	en: 'Penalizes biases as well, unless a mask leaves them out.',
	zh: '偏置也会受到惩罚，除非用 mask 排除。',
};

/** JAX: optax's transformations, and a penalty written by hand. */
export const jax = {
	optax: {
		name: 'optax optax.add_decayed_weights',
		parameter: 'weight_decay',
		default: 0,
		objective: 'u ← g + weight_decay·w, w ← w − η·u; min (1/m)·ΣL + (weight_decay/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'The place in the chain decides: before the optimizer it is coupled, as here; after scale_by_adam it is AdamW (optax.adamw, default 1e-4), which no λ matches.',
				zh: '在链中的位置决定一切：放在优化器之前是耦合的（如此处）；放在 scale_by_adam 之后就是 AdamW（optax.adamw，默认 1e-4），没有对应的 λ。',
			},
			BIASES,
		],
		source: 'https://github.com/google-deepmind/optax/blob/main/optax/transforms/_adding.py',
		checked: { how: 'run', version: '0.2.8', largestError: 2e-6 },
		snippet: (value, { learningRate, momentum }) =>
			`optax.chain(optax.add_decayed_weights(${value}), optax.sgd(learning_rate=${learningRate}${momentum}))`,
	},
	'optax-adamw': {
		name: 'optax optax.adamw',
		parameter: 'weight_decay',
		default: 1e-4,
		objective: besideStep('Adam', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Multiplied by η, as in PyTorch, with a hundredth of its default. A schedule of η therefore also schedules the decay; weight_decay may be a schedule of its own.',
				zh: '与 PyTorch 一样乘以 η，默认值是它的百分之一。因此 η 的日程也是衰减的日程；weight_decay 也可以有自己的日程。',
			},
			BIASES,
		],
		source: 'https://github.com/google-deepmind/optax/blob/v0.2.8/optax/_src/alias.py',
		checked: { how: 'run', version: '0.2.8' },
		snippet: (value, { learningRate }) => `optax.adamw(learning_rate=${learningRate}, weight_decay=${value})`,
	},
	'optax-lion': {
		name: 'optax optax.lion',
		parameter: 'weight_decay',
		default: 1e-3,
		objective: besideStep('Lion', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'other',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Every weight moves by η in each step: the decay holds it within 1/weight_decay, whatever m is.',
				zh: '每一步每个权重都移动 η：衰减把它限制在 1/weight_decay 以内，与 m 无关。',
			},
			BIASES,
		],
		source: 'https://github.com/google-deepmind/optax/blob/v0.2.8/optax/_src/alias.py',
		checked: { how: 'run', version: '0.2.8' },
		snippet: (value, { learningRate }) => `optax.lion(learning_rate=${learningRate}, weight_decay=${value})`,
	},
	flax: {
		name: 'JAX, Flax',
		parameter: 'weight_decay',
		default: null,
		objective: '(1/B)·ΣL + weight_decay·0.5·Σw²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Flax has no regularizer: this is the line of its ImageNet example (1e-4 there), which leaves biases and norm layers out by x.ndim > 1.',
				zh: 'Flax 没有正则项：这是它的 ImageNet 示例里的一行（那里是 1e-4），用 x.ndim > 1 把偏置和归一化层排除在外。',
			},
			{
				en: 'Added to the loss it goes through the optimizer: before Adam it is Adam’s coupled decay.',
				zh: '加在损失里，它就要经过优化器：在 Adam 之前便是 Adam 的耦合衰减。',
			},
		],
		source: 'https://github.com/google/flax/blob/18f8f31/examples/imagenet/train.py',
		checked: { how: 'run', version: 'jax 0.10.2', largestError: 2e-15 },
		snippet: (value) =>
			`loss + ${value} * 0.5 * sum(jnp.sum(x**2) for x in jax.tree_util.tree_leaves(params) if x.ndim > 1)`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
