import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';

/** What is said of the training around a decay: its examples, batches and steps, η and the loss. `fillIn` fills it in. */
export const TRAINING_WORDS = {
	'known-data-set': {
		en: '{name} has {examples} training examples.',
		zh: '{name} 有 {examples} 个训练样本。',
	},
	'held-out': {
		en: '{name} holds out {share} of the examples. Enter the number that is left for training.',
		zh: '{name} 会留出 {share} 的样本。请填余下用于训练的样本数。',
	},
	folds: {
		en: '{name} trains on {share} of the examples at a time[: {left}][; with {refit}, what it chooses is then trained on all of them].',
		zh: '{name} 每次只用 {share} 的样本训练[：{left} 个][；{refit} 时，再用选定的参数在全部样本上训练]。',
	},
	'left-out': {
		en: 'The code does not set {field}: its default, {value}, is taken.',
		zh: '代码没有设 {field}：取默认值 {value}。',
	},
	'named-so': {
		en: '{name} = {value} is taken for {what} by its name.',
		zh: '仅凭名字把 {name} = {value} 当作 {what}。',
	},
	steps: {
		en: 'The run has {steps} steps[: {epochs} epochs].',
		zh: '训练共 {steps} 步[，即 {epochs} 轮]。',
	},
	'epochs-frozen': {
		en: '{name} first trains freeze_epochs = {epochs} more: they are not counted.',
		zh: '{name} 会先训练 freeze_epochs = {epochs}：没有算在内。',
	},
	accumulated: {
		en: 'Gradients of {steps} batches are accumulated, and B counts them all[: B = {product}].[ The loss is not divided by them: λ is {over} times smaller.]',
		zh: '梯度累积 {steps} 批，B 是它们合在一起的[：B = {product}]。[损失没有除以批数：λ 是 {over} 分之一。]',
	},
	accumulates: {
		en: 'If gradients of [{name} = ]{steps} batches add up, B is {steps} times as large[, and λ {over} times smaller].',
		zh: '如果 [{name} = ]{steps} 批的梯度相加，B 就是 {steps} 倍[，λ 是 {over} 分之一]。',
	},
	'per-process': {
		en: '{name} is the batch of each process: with several, B is as many times as large.',
		zh: '{name} 是每个进程的批：有几个进程，B 就是它的几倍。',
	},
	'several-processes': {
		en: '[{own} processes: B is that of all together.][{count} processes: if B is the batch of each, the real B is that many times as large.]',
		zh: '[有 {own} 个进程：B 是它们合在一起的。][有 {count} 个进程：如果 B 是每个进程的批，真正的 B 就是它的这么多倍。]',
	},
	schedule: {
		en: 'The schedule {name} changes η: timescales are those of the η that is written.',
		zh: '学习率调度 {name} 会改变 η：时间尺度按写出的 η 计算。',
	},
	'one-cycle': {
		en: '{name} sets η, whatever lr the optimizer has: its peak, {rate}, is taken.',
		zh: 'η 由 {name} 设定，优化器自己的 lr 不起作用：这里取峰值 {rate}。',
	},
	'decay-is-schedule': {
		en: '{parameter} lets the learning rate fall; it decays no weights.',
		zh: '{parameter} 是学习率的衰减，不衰减权重。',
	},
	'rate-scaled': {
		en: '{name} multiplies η by B · processes/512: timescales are those of the η that is written.',
		zh: '{name} 会把 η 乘以 B · 进程数/512：时间尺度按写出的 η 计算。',
	},
	'rate-by-layer': {
		en: '{name} gives each layer an η of its own, which is not read: timescales are those of the η that is written.',
		zh: '{name} 给每层各自的 η，这里没有解析：时间尺度按写出的 η 计算。',
	},
	'momentum-unknown': {
		en: 'The momentum, {written}, is not known: 0 is taken.',
		zh: '动量 {written} 未知：按 0 计算。',
	},
	dampening: {
		en: 'dampening = {written} makes steps smaller: λ stays, timescales are longer[, here {times} times].',
		zh: 'dampening = {written} 缩小更新步：λ 不变，时间尺度更长[，这里是 {times} 倍]。',
	},
	'loss-assumed': {
		en: 'The code does not say one loss: λ is that beside whatever loss is averaged over the examples.',
		zh: '代码没有说明是哪一种损失：λ 对应任何一种对样本取平均的损失。',
	},
	'nnet-loss': {
		en: '[{factor} is a factor: a cross-entropy, taken to be of two classes.][{numbers} is no factor: nnet squares errors of logistic outputs, as no other row does.][If {either} is a factor, the loss is a cross-entropy, as assumed here; else nnet squares errors of logistic outputs, and λ = decay.]',
		zh: '[{factor} 是因子：损失是交叉熵，按两类计算。][{numbers} 不是因子：nnet 取 sigmoid 输出的平方误差，别的行都没有。][{either} 若是因子，损失就是交叉熵，这里这样假定；否则 nnet 取 sigmoid 输出的平方误差，λ = decay。]',
	},
	'loss-unsaid': {
		en: 'The code does not say the loss: λ is that beside whatever loss is averaged over the examples.',
		zh: '代码没有说明损失：λ 对应任何一种对样本取平均的损失。',
	},
	'loss-of-model': {
		en: '{name}[, {classes} classes]: a softmax cross-entropy is assumed.',
		zh: '{name}[，{classes} 类]：假定用 softmax 交叉熵训练。',
	},
	'loss-unseen': {
		en: 'The loss is not in this code: a mean is assumed.',
		zh: '代码里没有损失：假定它取平均。',
	},
	'loss-times': {
		en: '[{written} multiplies the loss and is not known: λ is that beside the loss alone; divide it by {written}.][The loss is multiplied by several numbers here, {several}: λ is that beside the loss alone.]',
		zh: '[损失乘以了 {written}，它的值未知：λ 针对损失本身；请再除以 {written}。][损失在这里乘以了不同的数（{several}）：λ 针对损失本身。]',
	},
	'loss-summed': {
		en: 'The loss is summed, not averaged: with a mean, the same strength is {over} times smaller.',
		zh: '损失求和而不取平均：换成平均时强度除以 {over}。',
	},
} satisfies Partial<Record<NoteCode, Text>>;
