import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';

/** What is said of the weights that a decay reaches, and of features whose scales decide what it is to them. `fillIn` fills it in. */
export const REACH_WORDS = {
	'decays-biases': {
		en: 'Biases (intercepts, norm layers) are decayed as well.',
		zh: '偏置（截距、归一化层）也一起衰减。',
	},
	'biases-left-out': {
		en: 'Biases and norm layers are not decayed here[: {name} leaves them out by itself].',
		zh: '这里的偏置和归一化层不衰减[：{name} 会自动排除它们]。',
	},
	'read-as-house': {
		en: 'Read as {name}’s, since it has {since}: if so, biases and norm layers are not decayed.',
		zh: '因为有 {since}，这里当作 {name} 的配置。如果确实是，偏置和归一化层就不衰减。',
	},
	'scales-too': {
		en: 'Scales of norm layers are penalized as well, and biases are not.',
		zh: '归一化层的缩放也受惩罚，偏置不受。',
	},
	'noise-of-one': {
		en: 'λ = σ²/sd², the noise’s σ taken to be {sigma}.',
		zh: 'λ = σ²/sd²，噪声的 σ 取 {sigma}。',
	},
	'intercept-prior': {
		en: 'The intercept has a prior of its own, {written}: λ is not its.',
		zh: '截距另有先验 {written}：λ 不是它的。',
	},
	'group-without-decay': {
		en: '{groups} of {of} parameter groups have no decay[: {written}].',
		zh: '{of} 个参数组中有 {groups} 个不衰减[：{written}]。',
	},
	'names-without-decay': {
		en: 'These settings leave some parameters without decay: {names}.',
		zh: '按照这些设置，有一部分参数不衰减：{names}。',
	},
	'groups-unknown': {
		en: 'What {written} holds is not known from the code.',
		zh: '从代码里看不出 {written} 里有什么。',
	},
	'spread-unknown': {
		en: 'What {written} holds is not known from the code.',
		zh: '从代码里看不出 {written} 里有什么。',
	},
	frozen: {
		en: '{written} is frozen here: it does not decay.',
		zh: '这里冻结了 {written}：它不衰减。',
	},
	adapters: {
		en: '{name} freezes the model: only its adapters train, and decay.',
		zh: '{name} 冻结了模型：只有它的适配器参与训练和衰减。',
	},
	'not-weights': {
		en: '{name} penalizes what a layer puts out, and none of its weights.',
		zh: '{name} 惩罚的是层的输出，不是权重。',
	},
	'to-other-weights': {
		en: 'It pulls weights to others, not to 0: λ/2m · ‖W‖² has no λ for it.',
		zh: '它把权重拉向另一组权重，而不是 0：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'batch-rows': {
		en: 'If these are embeddings of a batch, a row’s λ grows with the number of examples that use it.',
		zh: '如果这是一批样本的嵌入向量，用到某一行的样本越多，它的 λ 就越大。',
	},
	'penalty-factor': {
		en: 'penalty.factor: λ is exact only where all of its numbers are equal.',
		zh: 'penalty.factor：只有其中的数都相等时，λ 才是精确的。',
	},
	'class-contrasts': {
		en: '{name} holds the first class’s weights at 0: with three or more classes the penalty is on the others’ differences from them, and no softmax has its minimizer.',
		zh: '{name} 把第一类的权重固定为 0：三类以上时惩罚的是其余各类与它之差，没有哪个 softmax 的极小值点与它相同。',
	},
	'features-scaled': {
		en: '{by} scales the features: λ is exact only where each has standard deviation 1.',
		zh: '{by} 会缩放特征：只有特征的标准差都是 1 时，λ 才是精确的。',
	},
	normalized: {
		en: 'scikit-learn 1.2 removed normalize. Before, it scaled the features: λ is exact only where each has norm 1.',
		zh: 'scikit-learn 1.2 起没有 normalize。以前它会缩放特征：只有特征的范数都是 1 时，λ 才是精确的。',
	},
	'other-strength': {
		en: '{name}: {parameter} = {value} there.',
		zh: '{name}：那里 {parameter} = {value}。',
	},
	'scaled-before': {
		en: '{name} comes first: λ is that of scaled features.',
		zh: '先经过 {name}：λ 针对缩放后的特征。',
	},
	'class-weights': {
		en: '{written} weighs examples: other libraries have this minimizer only with the same weights.',
		zh: '{written} 给样本加权：别的库只有用同样的权重，极小值点才相同。',
	},
	'example-weights': {
		en: '{written} weighs examples, and the loss sums these weights: the number holds for weights of 1.',
		zh: '{written} 给样本加权，损失按这些权重求和：这个数只在权重都是 1 时成立。',
	},
} satisfies Partial<Record<NoteCode, Text>>;
