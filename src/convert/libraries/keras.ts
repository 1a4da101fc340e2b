import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';
import { besideSgd, besideStep, NOT_THROUGH_MOMENTUM } from './besideStep.ts';

const LAYER_BY_LAYER: Text = {
	en: 'Set layer by layer, on kernels: layers without it are not penalized, and biases have bias_regularizer.',
	zh: '逐层设置，只作用于权重矩阵：没有设置的层不受惩罚，偏置由 bias_regularizer 控制。',
};
const SHOWN_LOSS: Text = {
	en: 'The loss that training prints includes the penalty.',
	zh: '训练时打印的损失包含惩罚项。',
};

const KERAS_BIASES: Text = {
	en: 'Penalizes biases as well, unless optimizer.exclude_from_weight_decay(var_names=["bias"]) is called first.',
	zh: '偏置也会受到惩罚，除非事先调用 optimizer.exclude_from_weight_decay(var_names=["bias"])。',
};

/** Keras, and TensorFlow.js, which is Keras in JavaScript. */
export const keras = {
	'keras-l2': {
		name: 'Keras keras.regularizers.L2',
		parameter: 'l2',
		default: 0.01,
		objective: '(1/m)·ΣL + l2·Σw²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'full',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'No ½: the weights decay by 2·l2 (L1 has l1·Σ|w|, so l1 = λ/2m of λ/2m·Σ|w|). “mse” has no ½ either: its λ is that of (ŷ−y)².',
				zh: '没有 ½：权重的衰减系数是 2·l2（L1 是 l1·Σ|w|，即 λ/2m·Σ|w| 的 l1 = λ/2m）。“mse” 也没有 ½：它的 λ 是 (ŷ−y)² 的 λ。',
			},
			LAYER_BY_LAYER,
			SHOWN_LOSS,
		],
		source: 'https://github.com/keras-team/keras/blob/master/keras/src/regularizers/regularizers.py',
		checked: { how: 'run', version: '3.15.1', largestError: 2e-6 },
		snippet: (value) => `keras.layers.Dense(units, kernel_regularizer=keras.regularizers.L2(${value}))`,
	},
	'keras-weight-decay': {
		name: 'Keras keras.optimizers.SGD',
		parameter: 'weight_decay',
		default: null,
		objective: besideSgd('weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Decoupled in every optimizer: with Adam or AdamW (default 0.004) no λ matches it.',
				zh: '在所有优化器中都是解耦的：用 Adam 或 AdamW（默认 0.004）时没有对应的 λ。',
			},
			NOT_THROUGH_MOMENTUM,
			KERAS_BIASES,
		],
		source: 'https://github.com/keras-team/keras/blob/master/keras/src/optimizers/base_optimizer.py',
		checked: { how: 'run', version: '3.15.1', largestError: 2e-4 },
		snippet: (value, { learningRate, momentum }) =>
			`keras.optimizers.SGD(learning_rate=${learningRate}${momentum}, weight_decay=${value})`,
	},
	'keras-adamw': {
		name: 'Keras keras.optimizers.AdamW',
		parameter: 'weight_decay',
		default: 0.004,
		objective: besideStep('Adam', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Multiplied by η as PyTorch’s, with another default (0.004 where PyTorch has 0.01): the same number means the same. A regularizer of a layer acts beside it, not instead.',
				zh: '与 PyTorch 一样乘以 η，只是默认值不同（0.004，而 PyTorch 是 0.01）：同一个数含义相同。层的正则项会与它同时起作用，而不是代替它。',
			},
			KERAS_BIASES,
		],
		source: 'https://github.com/keras-team/keras/blob/v3.15.1/keras/src/optimizers/adamw.py',
		checked: { how: 'run', version: '3.15.1' },
		snippet: (value, { learningRate }) =>
			`keras.optimizers.AdamW(learning_rate=${learningRate}, weight_decay=${value})`,
	},
	'tfjs-l2': {
		name: 'TensorFlow.js tf.regularizers.l2',
		parameter: 'l2',
		default: 0.01,
		objective: '(1/m)·ΣL + l2·Σw²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'full',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'No ½: the weights decay by 2·l2. There is no AdamW in the core of TensorFlow.js 4.22.',
				zh: '没有 ½：权重的衰减系数是 2·l2。TensorFlow.js 4.22 的核心中没有 AdamW。',
			},
			{
				en: 'Set layer by layer, on kernels; biases have biasRegularizer.',
				zh: '逐层设置，只作用于权重矩阵；偏置由 biasRegularizer 控制。',
			},
			SHOWN_LOSS,
		],
		source: 'https://github.com/tensorflow/tfjs/blob/tfjs-v4.22.0/tfjs-layers/src/regularizers.ts',
		checked: { how: 'run', version: '4.22', largestError: 3e-6 },
		snippet: (value) => `tf.layers.dense({ units, kernelRegularizer: tf.regularizers.l2({ l2: ${value} }) })`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
