import type { Note } from '../codeReading/reading.ts';
import { libraries } from '../convert/libraries.ts';
import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import { fillIn } from './fillIn.ts';

const FAMILIES: Record<string, string> = {
	torch: 'PyTorch',
	mlx: 'MLX',
	keras: 'Keras',
	tfa: 'TensorFlow Addons',
	optax: 'optax',
	paddle: 'Paddle',
	transformers: 'Hugging Face',
	'r-torch': 'torch for R',
};

/** What each note says, as `fillIn` takes it. */
const SAY: Record<Exclude<NoteCode, 'found-by'> | 'unnamed-optimizer' | 'nothing-decays', Text> = {
	'assumed-library': {
		en: 'No import says whose {name} this is: read as that of {library}.',
		zh: '没有 import 说明 {name} 出自哪个库：按 {library} 理解。',
	},
	'read-as': {
		en: '{name} is read as {row}: its decay acts in the same way.',
		zh: '{name} 按 {row} 换算：两者的衰减作用相同。',
	},
	'left-out': {
		en: 'The code does not set {field}: its default, {value}, is taken.',
		zh: '代码没有设 {field}：取默认值 {value}。',
	},
	'known-data-set': {
		en: '{name} has {examples} training examples.',
		zh: '{name} 有 {examples} 个训练样本。',
	},
	'l2-part': {
		en: 'An elastic net: λ is that of its L2 part alone[, {l2}]. Its L1 part, {l1}, is left over.',
		zh: '这是弹性网：λ 只对应其中的 L2 部分[（{l2}）]。L1 部分（{l1}）没有算在内。',
	},
	'set-later': {
		en: '{parameter} is set again here: this later value counts.',
		zh: '{parameter} 在这一行重新赋值：以后面的值为准。',
	},
	'set-if': {
		en: '{written} stands under a condition: the value before it is taken.',
		zh: '{written} 只在满足条件时执行：取的是之前的值。',
	},
	'not-times-rate': {
		en: '{name} does not multiply its decay by η: d is {parameter}/η.',
		zh: '{name} 的衰减不乘 η：d = {parameter}/η。',
	},
	'features-scaled': {
		en: '{by} scales the features: λ is exact only where each has standard deviation 1.',
		zh: '{by} 会缩放特征：只有特征的标准差都是 1 时，λ 才是精确的。',
	},
	'penalty-factor': {
		en: 'penalty.factor: λ is exact only where all of its numbers are equal.',
		zh: 'penalty.factor：只有其中的数都相等时，λ 才是精确的。',
	},
	'batch-rows': {
		en: 'If these are embeddings of a batch, a row’s λ grows with the number of examples that use it.',
		zh: '如果这是一批样本的嵌入向量，用到某一行的样本越多，它的 λ 就越大。',
	},
	overruled: {
		en: 'The Trainer is given an optimizer of its own: this {parameter} is not used.',
		zh: 'Trainer 已经得到一个现成的优化器：这里的 {parameter} 不起作用。',
	},
	'scaled-by-trainer': {
		en: 'Ultralytics multiplies weight_decay by B · accumulate/64: B is taken to be 64.',
		zh: 'Ultralytics 把 weight_decay 乘以 B · accumulate/64：B 按 64 计算。',
	},
	frozen: {
		en: '{written} is frozen here: it does not decay.',
		zh: '这里冻结了 {written}：它不衰减。',
	},
	adapters: {
		en: '{name} freezes the model: only its adapters train, and decay.',
		zh: '{name} 冻结了模型：只有它的适配器参与训练和衰减。',
	},
	'trust-ratio': {
		en: '{name} scales each layer’s step, the decay within: it has neither a λ nor a timescale.',
		zh: '{name} 按层缩放更新步，衰减也在其中：没有对应的 λ 和时间尺度。',
	},
	'no-chain': {
		en: '{name} stands in no chain here: it is read as before an optimizer.',
		zh: '这里的 {name} 不在任何 chain 中：按放在优化器之前理解。',
	},
	perturbed: {
		en: '{name} takes gradients at weights that it moves first: it has another minimizer.',
		zh: '{name} 先移动权重再求梯度：它的极小值点不同。',
	},
	'rate-scaled': {
		en: '{name} multiplies η by B · processes/512: timescales are those of the η that is written.',
		zh: '{name} 会把 η 乘以 B · 进程数/512：时间尺度按写出的 η 计算。',
	},
	'rate-by-layer': {
		en: '{name} gives each layer an η of its own, which is not read: timescales are those of the η that is written.',
		zh: '{name} 给每层各自的 η，这里没有解析：时间尺度按写出的 η 计算。',
	},
	'loss-assumed': {
		en: 'The code does not say one loss: a binary cross-entropy is assumed.',
		zh: '代码没有说明是哪一种损失：假定为二元交叉熵。',
	},
	'loss-of-model': {
		en: '{name} is taken to train on a softmax cross-entropy.',
		zh: '假定 {name} 用 softmax 交叉熵训练。',
	},
	'held-out': {
		en: '{name} holds out {share} of the examples. Enter the number that is left for training.',
		zh: '{name} 会留出 {share} 的样本。请填余下用于训练的样本数。',
	},
	folds: {
		en: '{name} trains on {share} of the examples at a time[: {left}][; with {refit}, what it chooses is then trained on all of them].',
		zh: '{name} 每次只用 {share} 的样本训练[：{left} 个][；{refit} 时，再用选定的参数在全部样本上训练]。',
	},
	'one-cycle': {
		en: '{name} sets η, whatever lr the optimizer has: its peak, {rate}, is taken.',
		zh: 'η 由 {name} 设定，优化器自己的 lr 不起作用：这里取峰值 {rate}。',
	},
	'intercept-prior': {
		en: 'The intercept has a prior of its own, {written}: λ is not its.',
		zh: '截距另有先验 {written}：λ 不是它的。',
	},
	'loss-unsaid': {
		en: 'The code does not say the loss: which one is it? Until it is stated, a binary cross-entropy is taken.',
		zh: '代码没有说明损失：是哪一种？在说明之前按二元交叉熵计算。',
	},
	'not-weights': {
		en: '{name} penalizes what a layer puts out, and none of its weights.',
		zh: '{name} 惩罚的是层的输出，不是权重。',
	},
	accumulated: {
		en: 'Gradients of {steps} batches are accumulated: B is that many times as large.',
		zh: '梯度累积 {steps} 批：B 是它的 {steps} 倍。',
	},
	'written-out': {
		en: 'A penalty written by hand[, here in the gradient or the step, {gradient}].',
		zh: '手写的惩罚项[，这里写在梯度或更新步里：{gradient}]。',
	},
	'loss-unseen': {
		en: 'The loss is not in this code: a mean is assumed.',
		zh: '代码里没有损失：假定它取平均。',
	},
	unclosed: {
		en: '{written} is not closed: what follows may be misread.',
		zh: '{written} 没有闭合：后面可能读错。',
	},
	'adds-up': { en: 'These decays add up[: λ = {lambda}].', zh: '这些衰减会相加[：λ = {lambda}]。' },
	'whatever-m': {
		en: '{derivation}, whatever m is; other libraries’ values of it need m.',
		zh: '{derivation}，与 m 无关；换算成别的库的写法则要知道 m。',
	},
	'nothing-decays': {
		en: 'Nothing decays here: {derivation}, whatever m is.',
		zh: '这里没有任何衰减：{derivation}，与 m 无关。',
	},
	'named-so': {
		en: '{name} = {value} is taken for {what} by its name.',
		zh: '仅凭名字把 {name} = {value} 当作 {what}。',
	},
	'per-process': {
		en: '{name} is the batch of each process: with several, B is as many times as large.',
		zh: '{name} 是每个进程的批：有几个进程，B 就是它的几倍。',
	},
	'several-processes': {
		en: '[{own} processes: B is that of all together.][{count} processes: if B is the batch of each, the real B is that many times as large.]',
		zh: '[有 {own} 个进程：B 是它们合在一起的。][有 {count} 个进程：如果 B 是每个进程的批，真正的 B 就是它的这么多倍。]',
	},
	steps: {
		en: 'The run has {steps} steps[: {epochs} epochs].',
		zh: '训练共 {steps} 步[，即 {epochs} 轮]。',
	},
	empty: { en: 'There is no code here yet.', zh: '这里还没有代码。' },
	'not-understood': {
		en: '{name} may decay weights, and is not read here.',
		zh: '{name} 可能含有权重衰减，但暂不支持解析。',
	},
	foreign: { en: 'This looks like {name}, which is not read here.', zh: '这看起来是 {name}，暂不支持解析。' },
	'decays-biases': {
		en: 'Biases (intercepts, norm layers) are decayed as well.',
		zh: '偏置（截距、归一化层）也一起衰减。',
	},
	'biases-left-out': {
		en: 'Biases and norm layers are not decayed here[: {name} leaves them out by itself].',
		zh: '这里的偏置和归一化层不衰减[：{name} 会自动排除它们]。',
	},
	'group-without-decay': {
		en: '{groups} of {of} parameter groups have no decay[: {written}].',
		zh: '{of} 个参数组中有 {groups} 个不衰减[：{written}]。',
	},
	'names-without-decay': {
		en: 'These settings leave some parameters without decay: {names}.',
		zh: '按照这些设置，有一部分参数不衰减：{names}。',
	},
	'script-defaults': {
		en: 'What the command line leaves out is the script’s own default, not seen here.',
		zh: '命令行没有写的参数取脚本自己的默认值，这里看不到。',
	},
	'from-elsewhere': {
		en: '{name} brings in values from files that are not seen here.',
		zh: '{name} 会引入别的文件里的值，这里看不到。',
	},
	'epochs-frozen': {
		en: '{name} first trains freeze_epochs = {epochs} more: they are not counted.',
		zh: '{name} 会先训练 freeze_epochs = {epochs}：没有算在内。',
	},
	'to-other-weights': {
		en: 'It pulls weights to others, not to 0: λ/2m · ‖W‖² has no λ for it.',
		zh: '它把权重拉向另一组权重，而不是 0：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'momentum-unknown': {
		en: 'The momentum, {written}, is not known: 0 is taken.',
		zh: '动量 {written} 未知：按 0 计算。',
	},
	dampening: {
		en: 'dampening = {written} makes steps smaller: λ stays, timescales are longer.',
		zh: 'dampening = {written} 缩小更新步：λ 不变，时间尺度更长。',
	},
	schedule: {
		en: 'The schedule {name} changes η: timescales are those of the η that is written.',
		zh: '学习率调度 {name} 会改变 η：时间尺度按写出的 η 计算。',
	},
	'decay-is-schedule': {
		en: '{parameter} lets the learning rate fall; it decays no weights.',
		zh: '{parameter} 是学习率的衰减，不衰减权重。',
	},
	'yaml-string': {
		en: 'PyYAML reads {written} as a text, since it has no point: write it with one ({point}).',
		zh: '{written} 没有小数点，PyYAML 会把它读成字符串：请写成 {point}。',
	},
	'loss-summed': {
		en: 'The loss is summed, not averaged: with a mean, the same strength is {over} times smaller.',
		zh: '损失求和而不取平均：换成平均时强度除以 {over}。',
	},
	'scales-too': {
		en: 'Scales of norm layers are penalized as well, and biases are not.',
		zh: '归一化层的缩放也受惩罚，偏置不受。',
	},
	'scaled-before': {
		en: '{name} comes first: λ is that of scaled features.',
		zh: '先经过 {name}：λ 针对缩放后的特征。',
	},
	'by-hand': {
		en: 'Weights are changed by hand here: what that decays is not read.',
		zh: '这里手动修改权重：其中的衰减没有读出。',
	},
	'term-unread': {
		en: 'A term {written} is added to the loss and was not read: it may decay weights.',
		zh: '损失里加了一项 {written}，没有读出：它可能也衰减权重。',
	},
	accumulates: {
		en: 'If gradients of {name} = {steps} batches add up, B is {steps} times as large[, and λ {over} times smaller].',
		zh: '如果 {name} = {steps} 批的梯度相加，B 就是 {steps} 倍[，λ 是 {over} 分之一]。',
	},
	'not-read': { en: '{what} was not read: {reason}', zh: '无法确定 {what}：{reason}' },
	'l1-row': {
		en: 'An L1 penalty: λ is that of λ/2m · Σ|w|.',
		zh: '这是 L1 惩罚：λ 属于 λ/2m · Σ|w|。',
	},
	'l1-penalty': {
		en: 'An L1 penalty ({written}): it has no λ of λ/2m · ‖W‖².',
		zh: '这是 L1 惩罚（{written}）：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'no-row': {
		en: '{name} is understood, but the converter has no row for it.',
		zh: '已识别 {name}，但换算器里还没有它。',
	},
	'no-l2': { en: 'The penalty is switched off.', zh: '惩罚被关掉了。' },
	'not-squared': {
		en: 'No sum of squared weights: λ/2m · ‖W‖² has no λ for it.',
		zh: '这不是权重的平方和：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'unknown-optimizer': {
		en: 'How {name} takes a decay is not known here: say as which optimizer.',
		zh: '不知道 {name} 怎样使用衰减：请说明像哪个优化器。',
	},
	'unnamed-optimizer': {
		en: 'The code does not say which optimizer takes the decay.',
		zh: '代码没有说明由哪个优化器使用这个衰减。',
	},
	'spread-unknown': {
		en: 'What {written} holds is not known from the code.',
		zh: '从代码里看不出 {written} 里有什么。',
	},
	'groups-unknown': {
		en: 'What {written} holds is not known from the code.',
		zh: '从代码里看不出 {written} 里有什么。',
	},
	'grows-weights': {
		en: 'The decay comes after the step and is added to it: weights grow. Put it before the optimizer.',
		zh: '衰减排在更新步之后，是加上去的：权重会变大。请放到优化器之前。',
	},
	'not-attached': {
		en: '{name} is used here in a way that could not be read.',
		zh: '这里出现了 {name}，但未能解析它的用途。',
	},
	unused: {
		en: '{name} is used nowhere in this code: it decays nothing.',
		zh: '代码里没有用到 {name}：它不会带来衰减。',
	},
	'no-strength': {
		en: '{name} tries several strengths: enter the one that it chose.',
		zh: '{name} 会自己试多个强度：请填它选定的那个。',
	},
	searched: {
		en: 'The search also tries {name} = {values}: λ is that of {kept}.',
		zh: '搜索还会尝试 {name} = {values}：λ 对应 {kept}。',
	},
	'nothing-found': {
		en: 'Nothing that decays weights was found in this code.',
		zh: '代码中没有发现权重衰减。',
	},
	'cut-off': {
		en: 'Only the first {characters} characters and {most} decays are read.',
		zh: '只读前 {characters} 个字符、前 {most} 处衰减。',
	},
	'out-of-bounds': {
		en: '{value} is not a strength that can be converted[: below {zero} it is no penalty, and weights grow].',
		zh: '{value} 不是可以换算的强度[：小于 {zero} 就不是惩罚，权重反而变大]。',
	},
};

/** What is said of how a number was found. */
const FOUND_BY: Record<string, Text> = {
	'argument-default': {
		en: '{written} = {value} is the default of a command-line argument.',
		zh: '{written} = {value} 是命令行参数的默认值。',
	},
	'parameter-default': {
		en: '{written} = {value} is a default in the code.',
		zh: '{written} = {value} 是代码里的默认值。',
	},
	attribute: {
		en: '{written} = {value} is the only value that the code gives to that name.',
		zh: '{written} = {value} 是代码给这个名字的唯一取值。',
	},
	split: {
		en: 'After the split, {value} examples are left to train on.',
		zh: '划分之后，训练用 {value} 个样本。',
	},
};

/** A note in words. */
export function sayNote({ code, params }: Note): Text {
	const { row = '', library = '', written = '', name } = params;
	const isNone = code === 'whatever-m' && params.derivation === 'λ = 0';
	const text =
		code === 'found-by'
			? (FOUND_BY[params.way ?? ''] ?? { en: '', zh: '' })
			: SAY[isNone ? 'nothing-decays' : code === 'unknown-optimizer' && !name ? 'unnamed-optimizer' : code];
	return fillIn(text, {
		by: 'standardize = TRUE', // glmnet's default
		...params,
		row: Object.hasOwn(libraries, row) ? libraries[row as LibraryId].name : row, // a row, as just seen
		library: FAMILIES[library] ?? library,
		point: String(written).replace(/^([+-]?\d+)([eE])/, '$1.0$2'),
	});
}
