import type { LanguageKey } from '../languages.ts';

/** The words of the converter and of its page. */
export interface ConverterText {
	pageTitle: string;
	title: string;
	description: string;
	introHtml: readonly string[];
	from: string;
	value: string;
	m: string;
	batchSize: string;
	batchSizeHint: string;
	learningRate: string;
	lambda: string;
	exact: string;
	near: string;
	more: string;
	copy: string;
	copied: string;
	prove: string;
	proving: string;
	proved: (weights: number, difference: string) => string;
	diverged: string;
	failed: (message: string) => string;
	source: string;
	biases: string;
	timescale: (steps: string, epochs: string) => string;
	checked: (version: string) => string;
	unchecked: string;
	all: string;
	link: string;
	noteTitle: string;
	noteHtml: string;
	notTrained: (names: string) => string;
}

export const CONVERTER_TEXT: Record<LanguageKey, ConverterText> = {
	en: {
		pageTitle: 'λ in every library’s spelling',
		title: 'Your library’s <i>λ</i>',
		description: 'One strength of the L2 penalty in the spelling of 27 libraries, each proved by training.',
		introHtml: [
			'The same number means different penalties in different libraries. What acts on a weight <i>w</i> is the <b>decay coefficient</b>: the number in front of <i>w</i> in the gradient. Under <i>λ</i>/2<i>m</i> it is <i>λ</i>/<i>m</i>; PyTorch takes it as it is; Keras doubles what you give it; scikit-learn takes <i>λ</i>, or 1/<i>λ</i>, and divides by <i>m</i> itself.',
			'Enter what you have. Everything below follows.',
		],
		from: 'I have',
		value: 'its value',
		m: 'training examples m',
		batchSize: 'batch size B',
		batchSizeHint: 'empty: all m',
		learningRate: 'learning rate η',
		lambda: 'This site, λ/2m · ‖W‖²',
		exact: 'exact',
		near: 'not the same minimiser',
		more: 'Code, caveats, proof',
		copy: 'Copy',
		copied: 'Copied',
		prove: 'Prove it',
		proving: 'Both spellings are training',
		proved: (weights, difference) =>
			`Both spellings of λ = 2.5 trained on 50 points. Of ${weights} weights the largest difference is ${difference} of the largest weight.`,
		diverged: 'One of the trainings diverged.',
		failed: (message) => `The training did not work: ${message}`,
		source: 'Source',
		biases: 'Penalises biases too, unless you keep them out.',
		timescale: (steps, epochs) => `A decay alone shrinks a weight to 1/e in ${steps} steps, ${epochs} epochs.`,
		checked: (version) => `Checked by running version ${version}.`,
		unchecked: 'Taken from its source or documentation, not run here.',
		all: 'All 27 libraries',
		link: 'Link to this conversion',
		noteTitle: 'What “exact” means',
		noteHtml:
			'Two spellings are exact when they have the same minimiser in exact arithmetic, biases apart. AdamW’s decay is not the gradient of any penalty, and a tree’s <i>λ</i> acts on leaves: for these only a neighbour can be named.',
		notTrained: (names) => `These do not train on this loss: ${names}.`,
	},
	zh: {
		pageTitle: '每个库里的 λ',
		title: '您的库里的 <i>λ</i>',
		description: '同一个 L2 惩罚强度，用 27 个库的写法说出来，每一个都可以用训练验证。',
		introHtml: [
			'同一个数，在不同的库里是不同的惩罚。真正作用在权重 <i>w</i> 上的是<b>衰减系数</b>，即梯度里 <i>w</i> 前面的那个数。<i>λ</i>/2<i>m</i> 之下它是 <i>λ</i>/<i>m</i>；PyTorch 直接取它；Keras 会把您给的数翻倍；scikit-learn 取 <i>λ</i> 或 1/<i>λ</i>，自己再除以 <i>m</i>。',
			'填上手里的数，下面全都跟着变。',
		],
		from: '我有',
		value: '它的值',
		m: '训练样本数 m',
		batchSize: '批大小 B',
		batchSizeHint: '空：全部 m 个',
		learningRate: '学习率 η',
		lambda: '本站，λ/2m · ‖W‖²',
		exact: '精确',
		near: '极小点不同',
		more: '代码、注意事项、验证',
		copy: '复制',
		copied: '已复制',
		prove: '训练验证',
		proving: '两种写法都在训练',
		proved: (weights, difference) =>
			`λ = 2.5 的两种写法都在 50 个点上训练过。${weights} 个权重里，最大的差是最大权重的 ${difference}。`,
		diverged: '其中一个训练发散了。',
		failed: (message) => `训练没有成功：${message}`,
		source: '出处',
		biases: '除非您把偏置排除在外，否则它也惩罚偏置。',
		timescale: (steps, epochs) => `单靠衰减，权重过 ${steps} 步（${epochs} 轮）缩小到 1/e。`,
		checked: (version) => `已运行 ${version} 版核对。`,
		unchecked: '取自源代码或文档，这里没有运行过。',
		all: '全部 27 个库',
		link: '指向这次换算的链接',
		noteTitle: '“精确”是什么意思',
		noteHtml:
			'两种写法“精确”相等，是说不算舍入误差、不计偏置，它们的极小点相同。AdamW 的衰减不是任何惩罚的梯度，树模型的 <i>λ</i> 作用在叶子上：对这些，只能给出相近的值。',
		notTrained: (names) => `这些库不用这个损失训练：${names}。`,
	},
};
