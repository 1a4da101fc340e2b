import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';

/** Frameworks for networks that stand alone. */
export const frameworks = {
	caffe: {
		name: 'Caffe solver',
		parameter: 'weight_decay',
		default: 0,
		objective: 'g ← (1/B)·Σ∇L + weight_decay·w; min (1/m)·ΣL + (weight_decay/2)·‖w‖²',
		losses: ['softmax-cross-entropy', 'binary-cross-entropy', 'half-squared-error', 'squared-error'],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Penalizes biases as well: give them param { decay_mult: 0 }.',
				zh: '偏置也会受到惩罚：请为其设置 param { decay_mult: 0 }。',
			},
			{
				en: 'EuclideanLoss has a ½ of its own.',
				zh: 'EuclideanLoss 自带 ½。',
			},
		],
		source: 'https://github.com/BVLC/caffe/blob/master/src/caffe/solvers/sgd_solver.cpp',
		checked: { how: 'source', version: '1.0' },
		snippet: (value, { mu }) => `${mu ? `momentum: ${mu}\n` : ''}weight_decay: ${value}\nregularization_type: "L2"`,
	},
	convnetjs: {
		name: 'ConvNetJS Trainer',
		parameter: 'l2_decay',
		default: 0,
		objective: 'g ← (Σ∇L + l2_decay·w)/B; min (1/m)·ΣL + (l2_decay/2B)·‖w‖²',
		losses: ['softmax-cross-entropy', 'half-squared-error', 'squared-error'],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2b',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The penalty is divided by the batch size with the rest: another batch_size needs another l2_decay. The default batch_size is 1.',
				zh: '惩罚项与梯度一起除以批大小：改变 batch_size 就要改变 l2_decay。batch_size 默认为 1。',
			},
			{
				en: 'The regression layer has a ½ of its own.',
				zh: '回归层自带 ½。',
			},
		],
		source: 'https://github.com/karpathy/convnetjs/blob/master/src/convnet_trainers.js',
		checked: { how: 'run', version: '0.3.0', largestError: 3e-4 },
		snippet: (value, { batchSize, learningRate, mu }) =>
			`new convnetjs.Trainer(net, { method: 'sgd', learning_rate: ${learningRate}, momentum: ${mu}, batch_size: ${batchSize}, l2_decay: ${value} })`,
	},
	'tf-playground': {
		name: 'TensorFlow Playground',
		parameter: 'regularization rate',
		default: 0,
		objective: 'w ← w − η·g − η·rate·w; min (1/m)·Σ½(ŷ−y)² + (rate/2)·‖w‖²',
		losses: ['half-squared-error', 'squared-error'],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The rate is a raw coefficient, not divided by m: 0.1 on 250 points is λ = 25. The menu offers only 0, 0.001, 0.003, 0.01 … 10.',
				zh: '该比率是原始系数，没有除以 m：250 个点时 0.1 相当于 λ = 25。菜单只提供 0、0.001、0.003、0.01 … 10。',
			},
			{
				en: 'Classification trains on ½(ŷ−y)² too, with a tanh output and targets ±1. Above η·rate = 2 the weights grow without end (NaN).',
				zh: '分类也用 ½(ŷ−y)² 训练，输出为 tanh，目标为 ±1。η·rate 超过 2 时权重会无限增大（NaN）。',
			},
		],
		source: 'https://github.com/tensorflow/playground/blob/02469bd/src/nn.ts',
		checked: { how: 'run', version: '02469bd', largestError: 3e-16 },
		snippet: (value) =>
			`nn.updateWeights(network, learningRate, ${value}); // Regularization: L2, Regularization rate: ${value}`,
	},
	paddle: {
		name: 'Paddle paddle.regularizer.L2Decay',
		parameter: 'coeff',
		default: 0,
		objective: '(1/m)·ΣL + 0.5·coeff·Σw²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Given to an optimizer it penalizes biases as well; a ParamAttr(regularizer=…) of a layer takes precedence.',
				zh: '交给优化器时偏置也会受到惩罚；层的 ParamAttr(regularizer=…) 优先。',
			},
			{
				en: 'paddle.optimizer.AdamW decouples its weight_decay: no λ matches it.',
				zh: 'paddle.optimizer.AdamW 的 weight_decay 是解耦的：没有对应的 λ。',
			},
		],
		source: 'https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/regularizer/L2Decay_en.html',
		checked: { how: 'documentation', version: '2' },
		snippet: (value, { learningRate, momentum }) =>
			`paddle.optimizer.${momentum ? 'Momentum' : 'SGD'}(learning_rate=${learningRate}${momentum}, parameters=model.parameters(), weight_decay=paddle.regularizer.L2Decay(${value}))`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
