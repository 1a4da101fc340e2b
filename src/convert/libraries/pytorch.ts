import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';

const BIASES: Text = {
	en: 'Penalises biases as well: give them a parameter group with weight_decay=0.',
	zh: '偏置也会受到惩罚：请把偏置放进 weight_decay=0 的参数组。',
};
const SUM: Text = {
	en: 'For a loss with reduction="mean" over one output; with reduction="sum" multiply the value by the batch size.',
	zh: '适用于单个输出且 reduction="mean" 的损失；若用 reduction="sum"，该值要再乘以批大小。',
};

/** PyTorch's optimizers, and fastai's on top of them. */
export const pytorch = {
	'pytorch-sgd': {
		name: 'PyTorch torch.optim.SGD',
		parameter: 'weight_decay',
		default: 0,
		objective: 'g ← ∇loss + weight_decay·w: minimises loss + (weight_decay/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [BIASES, SUM],
		source: 'https://github.com/pytorch/pytorch/blob/v1.13.1/torch/optim/sgd.py',
		checked: { how: 'run', version: '1.13', largestError: 6e-15 },
		snippet: (value, { learningRate }) =>
			`torch.optim.SGD(model.parameters(), lr=${learningRate}, weight_decay=${value})`,
	},
	'pytorch-adam': {
		name: 'PyTorch torch.optim.Adam',
		parameter: 'weight_decay',
		default: 0,
		objective: 'g ← ∇loss + weight_decay·w before the moments: minimises loss + (weight_decay/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'The same minimiser by another path: Adam rescales the decay with the rest of the gradient, so networks stopped early differ.',
				zh: '极小点相同，路径不同：Adam 会把衰减项与梯度一起重新缩放，因此提前停止的网络会有差别。',
			},
			BIASES,
			SUM,
		],
		source: 'https://github.com/pytorch/pytorch/blob/v1.13.1/torch/optim/adam.py',
		checked: { how: 'run', version: '1.13', largestError: 8e-11 },
		snippet: (value, { learningRate }) =>
			`torch.optim.Adam(model.parameters(), lr=${learningRate}, weight_decay=${value})`,
	},
	'pytorch-adamw': {
		name: 'PyTorch torch.optim.AdamW',
		parameter: 'weight_decay',
		default: 0.01,
		objective: 'w ← w − η·weight_decay·w beside Adam’s step: minimises no sum of a loss and a penalty',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'The value shown shrinks weights as fast as λ does through plain SGD at the same η; keep the timescale 1/(η·weight_decay) when m, B or η changes.',
				zh: '给出的值使权重的收缩速度与同一 η 下普通 SGD 中的 λ 相同；当 m、B 或 η 变化时，应保持时间尺度 1/(η·weight_decay) 不变。',
			},
			{
				en: 'The AdamW authors’ own code does not multiply by η: its weight decay divided by η is this value.',
				zh: 'AdamW 作者的代码不乘以 η：其权重衰减除以 η 才是这里的值。',
			},
			BIASES,
		],
		source: 'https://github.com/pytorch/pytorch/blob/v1.13.1/torch/optim/adamw.py',
		checked: { how: 'run', version: '1.13' },
		snippet: (value, { learningRate }) =>
			`torch.optim.AdamW(model.parameters(), lr=${learningRate}, weight_decay=${value})`,
	},
	fastai: {
		name: 'fastai SGD',
		parameter: 'wd',
		default: 0,
		objective: 'w ← w·(1 − η·wd) beside the step: with plain SGD, minimises loss + (wd/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'For plain SGD. With momentum μ the same minimiser needs the value divided by 1−μ; with Adam (default 0.01) there is none, as for AdamW. decouple_wd=False couples the decay.',
				zh: '适用于普通 SGD。有动量 μ 时，要得到同一极小点须把该值除以 1−μ；用 Adam（默认 0.01）时与 AdamW 一样不存在对应值。decouple_wd=False 则为耦合的衰减。',
			},
			{
				en: 'Learner leaves biases and normalisation layers out unless wd_bn_bias=True.',
				zh: '除非 wd_bn_bias=True，Learner 不惩罚偏置和归一化层。',
			},
		],
		source: 'https://github.com/fastai/fastai/blob/master/fastai/optimizer.py',
		checked: { how: 'source', version: '2' },
		snippet: (value, { learningRate }) =>
			`Learner(dls, model, loss_func=loss_func, opt_func=SGD, lr=${learningRate}, wd=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
