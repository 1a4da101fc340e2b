import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';
import { besideStep } from './besideStep.ts';

const BIASES: Text = {
	en: 'Penalizes biases as well: give them a parameter group with weight_decay=0.',
	zh: '偏置也会受到惩罚：请把偏置放进 weight_decay=0 的参数组。',
};
const SUM: Text = {
	en: 'For a loss with reduction="mean" over one output; with reduction="sum" multiply the value by the batch size.',
	zh: '适用于单个输出且 reduction="mean" 的损失；若用 reduction="sum"，该值要再乘以批大小。',
};

/** PyTorch's optimizers, and Lion as it is most often added to them. */
export const pytorch = {
	'pytorch-sgd': {
		name: 'PyTorch torch.optim.SGD',
		parameter: 'weight_decay',
		default: 0,
		objective: 'g ← (1/B)·Σ∇L + weight_decay·w; min (1/m)·ΣL + (weight_decay/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [BIASES, SUM],
		source: 'https://github.com/pytorch/pytorch/blob/v1.13.1/torch/optim/sgd.py',
		checked: { how: 'run', version: '1.13', largestError: 6e-15 },
		snippet: (value, { learningRate, momentum }) =>
			`torch.optim.SGD(model.parameters(), lr=${learningRate}${momentum}, weight_decay=${value})`,
	},
	'pytorch-adam': {
		name: 'PyTorch torch.optim.Adam',
		parameter: 'weight_decay',
		default: 0,
		objective: 'g ← (1/B)·Σ∇L + weight_decay·w; min (1/m)·ΣL + (weight_decay/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'The same minimizer by another path: Adam rescales the decay with the rest of the gradient, so networks stopped early differ.',
				zh: '极小值点相同，路径不同：Adam 会把衰减项与梯度一起重新缩放，因此早停的网络会有差别。',
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
		objective: besideStep('Adam', 'weight_decay'),
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
	'pytorch-adam-decoupled': {
		name: 'PyTorch Adam, decoupled_weight_decay',
		parameter: 'weight_decay',
		default: 0,
		objective: besideStep('Adam', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'adam',
		penalizesBiases: true,
		caveats: [
			{
				en: 'This is AdamW, whose class is today Adam with this argument. The default differs: 0 here, 0.01 there.',
				zh: '这就是 AdamW：如今 AdamW 类就是带这个参数的 Adam。默认值不同：这里是 0，那里是 0.01。',
			},
			BIASES,
		],
		source: 'https://github.com/pytorch/pytorch/blob/v2.13.0/torch/optim/adam.py',
		checked: { how: 'run', version: '2.13' },
		snippet: (value, { learningRate }) =>
			`torch.optim.Adam(model.parameters(), lr=${learningRate}, weight_decay=${value}, decoupled_weight_decay=True)`,
	},
	'pytorch-muon': {
		name: 'PyTorch torch.optim.Muon',
		parameter: 'weight_decay',
		default: 0.1,
		objective: besideStep('Muon', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'other',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Takes matrices only: biases, embeddings and norm layers belong to another optimizer, with its own decay.',
				zh: '只接受矩阵：偏置、嵌入和归一化层要交给另一个优化器，用它自己的衰减。',
			},
			{
				en: 'Every step has the same size whatever the gradient’s: the decay holds the weights’ spectral norm near 1/weight_decay, whatever m is. The step is scaled by adjust_lr_fn, the decay is not.',
				zh: '不论梯度多大，每一步都一样大：衰减把权重的谱范数压在 1/weight_decay 附近，与 m 无关。更新步按 adjust_lr_fn 缩放，衰减不缩放。',
			},
		],
		source: 'https://github.com/pytorch/pytorch/blob/v2.13.0/torch/optim/_muon.py',
		checked: { how: 'run', version: '2.13' },
		snippet: (value, { learningRate }) => `torch.optim.Muon(matrices, lr=${learningRate}, weight_decay=${value})`,
	},
	'lion-pytorch': {
		name: 'lion-pytorch Lion',
		parameter: 'weight_decay',
		default: 0,
		objective: besideStep('Lion', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'other',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Every weight moves by η in each step: the decay holds it within 1/weight_decay, whatever m is. Its authors take η 3 to 10 times smaller than AdamW’s, and weight_decay as much larger, which keeps η·weight_decay.',
				zh: '每一步每个权重都移动 η：衰减把它限制在 1/weight_decay 以内，与 m 无关。作者建议 η 取 AdamW 的 1/3 到 1/10，weight_decay 相应放大，η·weight_decay 不变。',
			},
			{
				en: 'decoupled_weight_decay=True divides the value by the first η: the decay then does not change with the schedule’s start.',
				zh: 'decoupled_weight_decay=True 会把该值除以最初的 η：衰减便不再随起始学习率改变。',
			},
			BIASES,
		],
		// update_fn: p.data.mul_(1. - lr * wd), then p.add_(sign, alpha = -lr)
		source: 'https://github.com/lucidrains/lion-pytorch/blob/6a74fdc/lion_pytorch/lion_pytorch.py',
		checked: { how: 'source', version: '0.2' },
		snippet: (value, { learningRate }) => `Lion(model.parameters(), lr=${learningRate}, weight_decay=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
