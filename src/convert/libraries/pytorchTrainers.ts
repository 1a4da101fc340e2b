import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, WRITTEN_BY_THE_USER } from '../library.ts';
import { besideSgd, besideStep, NOT_THROUGH_MOMENTUM } from './besideStep.ts';

const COUPLED = 'g ← (1/B)·Σ∇L + weight_decay·w; min (1/m)·ΣL + (weight_decay/2)·‖w‖²';

const GROUPED: Text = {
	en: 'timm gives biases and everything of one dimension a group without decay (filter_bias_and_bn=True).',
	zh: 'timm 会把偏置和所有一维参数放进没有衰减的组（filter_bias_and_bn=True）。',
};

/** What trains PyTorch's networks: it hands its number to an optimizer, and chooses which parameters get it. */
export const pytorchTrainers = {
	'huggingface-trainer': {
		name: 'Hugging Face Trainer',
		parameter: 'weight_decay',
		default: 0,
		objective: besideStep('Adam', 'weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'adam',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Goes to AdamW, the default of optim. Biases and norm layers are left out, by their names.',
				zh: '交给 optim 默认的 AdamW。偏置和归一化层按名字排除在外。',
			},
			{
				en: 'B is per_device_train_batch_size times the devices times gradient_accumulation_steps; η falls to 0 by default (learning_rate 5e-5, linear), and the decay with it: over the whole run half of what the first step says.',
				zh: 'B 是 per_device_train_batch_size 乘以设备数再乘以 gradient_accumulation_steps；η 默认线性降到 0（learning_rate 5e-5），衰减随之减小：整个训练只有第一步所示的一半。',
			},
		],
		// create_optimizer: one group with self.args.weight_decay, of get_decay_parameter_names, and one with 0.0
		source: 'https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/trainer.py',
		checked: { how: 'source', version: '5.18' },
		snippet: (value, { learningRate }) =>
			`TrainingArguments(output_dir, learning_rate=${learningRate}, weight_decay=${value})`,
	},
	'timm-sgd': {
		name: 'timm create_optimizer_v2, sgd',
		parameter: 'weight_decay',
		default: 0,
		objective: COUPLED,
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		ownMomentum: 0.9,
		penalizesBiases: false,
		caveats: [
			GROUPED,
			{
				en: 'It is PyTorch’s SGD with Nesterov’s momentum 0.9. timm’s train.py has 2e-5 by default; opt="adamw" and "sgdw" decouple the same number.',
				zh: '它是带 Nesterov 动量 0.9 的 PyTorch SGD。timm 的 train.py 默认 2e-5；opt="adamw" 和 "sgdw" 则把同一个数解耦。',
			},
		],
		source: 'https://github.com/huggingface/pytorch-image-models/blob/v1.0.29/timm/optim/_optim_factory.py',
		checked: { how: 'run', version: '1.0.29', largestError: 6e-15 },
		snippet: (value, { learningRate, momentum }) =>
			`timm.optim.create_optimizer_v2(model, opt="sgd", lr=${learningRate}${momentum}, weight_decay=${value})`,
	},
	'timm-sgdw': {
		name: 'timm SGDW',
		parameter: 'weight_decay',
		default: 0,
		objective: besideSgd('weight_decay'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			NOT_THROUGH_MOMENTUM,
			{
				en: 'The class itself penalizes biases as well; create_optimizer_v2(opt="sgdw") leaves them out.',
				zh: '直接用这个类时偏置也受惩罚；create_optimizer_v2(opt="sgdw") 会排除它们。',
			},
		],
		source: 'https://github.com/huggingface/pytorch-image-models/blob/v1.0.29/timm/optim/sgdw.py',
		checked: { how: 'run', version: '1.0.29', largestError: 3e-4 },
		snippet: (value, { learningRate, mu }) =>
			`timm.optim.SGDW(model.parameters(), lr=${learningRate}, momentum=${mu}, weight_decay=${value})`,
	},
	lightning: {
		name: 'LightningCLI, --optimizer SGD',
		parameter: '--optimizer.weight_decay',
		default: 0,
		objective: COUPLED,
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Lightning hands it to torch.optim and groups nothing: biases are penalized as well, unless configure_optimizers makes groups.',
				zh: 'Lightning 原样交给 torch.optim，不分组：除非 configure_optimizers 里分组，偏置也受惩罚。',
			},
			{
				en: 'accumulate_grad_batches divides the loss, and several devices average gradients: B is the product of all, and the value stays λ/m.',
				zh: 'accumulate_grad_batches 会除以累积次数，多设备会平均梯度：B 是它们的乘积，该值仍是 λ/m。',
			},
		],
		// add_optimizer_args: the class's own arguments, handed to it as they are
		source: 'https://github.com/Lightning-AI/pytorch-lightning/blob/2.6.6/src/lightning/pytorch/cli.py',
		checked: { how: 'source', version: '2.6.6' },
		snippet: (value, { learningRate, mu }) =>
			`python main.py fit --optimizer SGD --optimizer.lr ${learningRate}${mu ? ` --optimizer.momentum ${mu}` : ''} --optimizer.weight_decay ${value}`,
	},
	fastai: {
		name: 'fastai SGD',
		parameter: 'wd',
		default: 0,
		objective: besideSgd('wd'),
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'decoupled',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			NOT_THROUGH_MOMENTUM,
			{
				en: 'With Adam (default 0.01) no λ matches it, as for AdamW. decouple_wd=False couples the decay.',
				zh: '用 Adam（默认 0.01）时与 AdamW 一样没有对应的 λ。decouple_wd=False 则为耦合的衰减。',
			},
			{
				en: 'Learner leaves biases and normalization layers out unless wd_bn_bias=True.',
				zh: '除非 wd_bn_bias=True，Learner 不惩罚偏置和归一化层。',
			},
		],
		source: 'https://github.com/fastai/fastai/blob/master/fastai/optimizer.py',
		checked: { how: 'source', version: '2' },
		snippet: (value, { learningRate, mu }) =>
			`Learner(dls, model, loss_func=loss_func, opt_func=${mu ? `partial(SGD, mom=${mu})` : 'SGD'}, lr=${learningRate}, wd=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
