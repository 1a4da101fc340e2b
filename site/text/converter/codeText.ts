import type { Language } from '../../../src/language.ts';
import type { DecayAnswer } from '../../../src/schema/codeAnswer.ts';
import type { CodeField } from '../../../src/schema/codeQuery.ts';

/** The words of the box for code. */
interface CodeText {
	label: string;
	hint: string;
	/** What a screen reader hears of the answer’s place. */
	answer: string;
	reading: string;
	failed: string;
	noLambda: string;
	/** The line of a decay in the code. */
	line: (line: number) => string;
	byDefault: string;
	layers: (count: number) => string;
	/** What a decay reaches; nothing of a layer, which has its name. */
	covers: Record<DecayAnswer['covers'], string>;
	decay: string;
	prior: string;
	/** Behind the prior of a regression. */
	besideNoise: string;
	/** Of a λ that needs no m. */
	whateverM: (derivation: string) => string;
	timescale: (epochs: string) => string;
	/** Where it is longer than anybody trains. */
	longTimescale: (epochs: string) => string;
	/** Where a batch would have more rows than there are examples. */
	wholeBatch: (batchSize: string, m: string) => string;
	asFastAs: (lambda: string) => string;
	/** The loss that λ stands beside: over what it is a mean, and whether the code leaves it out. */
	lossSaid: (said: { loss: string; isOverOutputs: boolean; isAssumed: boolean }) => string;
	/** In place of a code's answer, where the form holds other numbers than the code. */
	/** Where the code does not say the loss, and λ is the same beside any. */
	anyLoss: string;
	/** On a folded list of what stands beside λ, and its lines. */
	terms: string;
	termsAre: readonly string[];
	stale: string;
	/** On the button that puts a code's numbers back in place of a reader's own. */
	restore: string;
	/** Of the numbers of before, where the code's need what it leaves out. */
	waits: (fields: readonly string[]) => string;
	/** Above fields of what is still left out, by name. */
	missing: (fields: readonly string[]) => string;
	/** Above fields that are all filled in. */
	entered: string;
	/** On the button of one of several decays: that it is in the table, or puts it there. */
	shown: string;
	show: string;
	/** Above the table of one of several decays. */
	ofSeveral: (line: number, decay: string) => string;
	/** Where what is left out decides λ: m alone, m of a decay that has no λ or whose λ needs none, or more. */
	enter: Record<'m' | 'mOfStep' | 'mBeside' | 'several', string>;
	fields: Record<CodeField, string>;
	/** What the optimizer may be. */
	kinds: Record<'' | 'sgd' | 'adam' | 'adamw', string>;
	fix: string;
	notes: (count: number) => string;
	notesAndTerms: (count: number) => string;
	noteLine: (line: number, message: string) => string;
	below: string;
}

export const CODE_TEXT: Record<Language, CodeText> = {
	en: {
		label: 'Paste your training code or configuration',
		hint: 'Python, R, YAML, JSON or a command line. Your code is read, never run, and stays in your browser.',
		answer: 'What the code decays',
		reading: 'Reading …',
		failed: 'The reader did not load. Try again when you are online.',
		noLambda: 'no λ',
		line: (line) => `line ${line}`,
		byDefault: 'by default',
		layers: (count) => `${count} layers`,
		covers: {
			everything: 'all parameters, biases too',
			weights: 'weights, no biases',
			group: 'some of the parameters',
			layers: '',
			leaves: 'values of leaves',
		},
		decay: 'd',
		prior: 'prior sd τ',
		besideNoise: ' for noise of standard deviation 1',
		whateverM: (derivation) => `${derivation}, whatever m is`,
		timescale: (epochs) => `timescale = ${epochs} ${epochs === '1' ? 'epoch' : 'epochs'}`,
		longTimescale: (epochs) => `timescale above ${epochs} epochs`,
		wholeBatch: (batchSize, m) =>
			`The code’s B = ${batchSize} is more than m = ${m}: a batch is taken to have all ${m}.`,
		asFastAs: (lambda) => `It shrinks weights as fast as λ = ${lambda} does under plain SGD.`,
		lossSaid: ({ loss, isOverOutputs, isAssumed }) =>
			`For ${loss}, averaged over the examples${isOverOutputs ? ' and outputs' : ''}${isAssumed ? ' (assumed: the code does not say the loss)' : ''}.`,
		anyLoss: 'For whatever loss is averaged over the examples: the code does not say which.',
		terms: 'What d, τ and the timescale are',
		termsAre: [
			'd = λ/m stands before ½‖W‖² beside the mean loss: it is what PyTorch calls weight_decay.',
			'τ is the standard deviation of the prior on each weight that the penalty amounts to.',
			'The timescale is how long the decay alone takes to shrink a weight to 1/e, 37% of what it was.',
		],
		stale: 'Of the code; the form has other numbers',
		restore: 'Use the code’s numbers',
		waits: (fields) => `From before. For the code’s own, enter: ${fields.join(', ')}`,
		missing: (fields) => `The code does not say: ${fields.join(', ')}`,
		entered: 'You entered:',
		shown: 'In the table below',
		show: 'Put this one in the table',
		ofSeveral: (line, decay) => `Line ${line}, ${decay}. Choose another above.`,
		enter: {
			m: 'Enter m, the number of examples, to get λ.',
			mOfStep: 'Its timescale needs m, the number of examples:',
			mBeside: 'd = λ/m and libraries that average the loss need m, the number of examples:',
			several: 'To get λ, enter what the code does not say:',
		},
		fields: {
			optimizer: 'optimizer',
			value: 'strength',
			m: 'examples m',
			batchSize: 'batch B',
			learningRate: 'rate η',
			epochs: 'epochs',
			targetDeviation: 'sd(y)',
		},
		kinds: { '': '–', sgd: 'as SGD', adam: 'as Adam', adamw: 'as AdamW' },
		fix: 'Show the code',
		notes: (count) => `How it was read (${count})`,
		notesAndTerms: (count) => `How it was read (${count}); what d, τ and the timescale are`,
		noteLine: (line, message) => `Line ${line}: ${message}`,
		below: 'The same in every library stands below.',
	},
	zh: {
		label: '粘贴你的训练代码或配置',
		hint: 'Python、R、YAML、JSON 或命令行都行。只在这里读，从不运行；什么都不会离开你的浏览器。',
		answer: '代码里什么在衰减',
		reading: '正在读……',
		failed: '没能加载读取程序：请联网后再试。',
		noLambda: '没有 λ',
		line: (line) => `第 ${line} 行`,
		byDefault: '默认值',
		layers: (count) => `${count} 层`,
		covers: {
			everything: '全部参数，含偏置',
			weights: '只有权重，不含偏置',
			group: '一部分参数',
			layers: '',
			leaves: '叶子的值',
		},
		decay: 'd',
		prior: '先验标准差 τ',
		besideNoise: '（噪声的标准差为 1 时）',
		whateverM: (derivation) => `${derivation}，与 m 无关`,
		timescale: (epochs) => `时间尺度 = ${epochs} 轮`,
		longTimescale: (epochs) => `时间尺度超过 ${epochs} 轮`,
		wholeBatch: (batchSize, m) => `代码里的 B = ${batchSize} 大于 m = ${m}：按一批含全部 ${m} 个样本计算。`,
		asFastAs: (lambda) => `权重缩小的快慢与普通 SGD 下的 λ = ${lambda} 相同。`,
		lossSaid: ({ loss, isOverOutputs, isAssumed }) =>
			`损失：${loss}，对样本${isOverOutputs ? '和输出' : ''}取平均${isAssumed ? '（代码没有说明，这是假定）' : ''}。`,
		anyLoss: '对应任何一种对样本取平均的损失：代码没有说明是哪一种。',
		terms: 'd、τ 和时间尺度是什么',
		termsAre: [
			'd = λ/m 是平均损失旁边 ½‖W‖² 的系数，也就是 PyTorch 的 weight_decay。',
			'τ 是每个权重的先验的标准差：惩罚项就相当于这个先验。',
			'时间尺度是单靠衰减，权重减小到 1/e（37%）所用的时间。',
		],
		stale: '取自代码；表单里已是别的数',
		restore: '换回代码里的数',
		waits: (fields) => `这是之前的数。要换成代码里的，请填：${fields.join('、')}`,
		missing: (fields) => `代码里没有说：${fields.join('、')}`,
		entered: '你填写的：',
		shown: '已在下表中',
		show: '换到下表',
		ofSeveral: (line, decay) => `第 ${line} 行，${decay}。可在上面换一个。`,
		enter: {
			m: '填上样本数 m，就得到 λ。',
			mOfStep: '要得到它的时间尺度，请填样本数 m：',
			mBeside: 'd = λ/m 和对损失取平均的库要用样本数 m：',
			several: '要得到 λ，请填上代码里没有说的：',
		},
		fields: {
			optimizer: '优化器',
			value: '强度',
			m: '样本数 m',
			batchSize: '批大小 B',
			learningRate: '学习率 η',
			epochs: '轮数',
			targetDeviation: 'sd(y)',
		},
		kinds: { '': '–', sgd: '像 SGD', adam: '像 Adam', adamw: '像 AdamW' },
		fix: '对应的代码',
		notes: (count) => `是怎样读出来的（${count}）`,
		notesAndTerms: (count) => `是怎样读出来的（${count}）；d、τ 和时间尺度是什么`,
		noteLine: (line, message) => `第 ${line} 行：${message}`,
		below: '同一强度在各个库里的写法见下方。',
	},
};
