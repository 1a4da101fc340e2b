import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';

/** What is said of a decay: whose it is, how its optimizer takes it, and how its strength was understood. `fillIn` fills it in. */
export const DECAY_WORDS = {
	'assumed-library': {
		en: 'No import says whose {name} this is: read as that of {library}.',
		zh: '没有 import 说明 {name} 出自哪个库：按 {library} 理解。',
	},
	'read-as': {
		en: '{name} is read as {row}: its decay acts in the same way.',
		zh: '{name} 按 {row} 换算：两者的衰减作用相同。',
	},
	overruled: {
		en: 'The Trainer is given an optimizer of its own: this {parameter} is not used.',
		zh: 'Trainer 已经得到一个现成的优化器：这里的 {parameter} 不起作用。',
	},
	unused: {
		en: '{name} is used nowhere in this code: it decays nothing.',
		zh: '代码里没有用到 {name}：它不会带来衰减。',
	},
	'written-out': {
		en: 'A penalty written by hand[, here in the gradient or the step, {gradient}].',
		zh: '手写的惩罚项[，这里写在梯度或更新步里：{gradient}]。',
	},
	'by-hand': {
		en: 'Weights are computed by hand here: what that decays is not read.',
		zh: '这里手动计算权重：其中的衰减没有读出。',
	},
	'set-later': {
		en: '{parameter} is set again here: this later value counts.',
		zh: '{parameter} 在这一行重新赋值：以后面的值为准。',
	},
	'set-if': {
		en: '{written} stands under a condition: the value before it is taken.',
		zh: '{written} 只在满足条件时执行：取的是之前的值。',
	},
	'no-argument': {
		en: '{written} is no argument of {name}.[ Did you mean {near}?]',
		zh: '{name} 没有 {written} 这个参数。[是不是想写 {near}？]',
	},
	'unread-argument': {
		en: '{written} was not read.[ Did you mean {near}?]',
		zh: '没有读取 {written}。[是不是想写 {near}？]',
	},
	searched: {
		en: 'The search also tries {name} = {values}: λ is that of {kept}.',
		zh: '搜索还会尝试 {name} = {values}：λ 对应 {kept}。',
	},
	'no-strength': {
		en: '{name} tries several strengths: enter the one that it chose.',
		zh: '{name} 会自己试多个强度：请填它选定的那个。',
	},
	'yaml-string': {
		en: 'PyYAML reads {written} as a text, since it has no point: write it with one ({point}).',
		zh: '{written} 没有小数点，PyYAML 会把它读成字符串：请写成 {point}。',
	},
	'unknown-optimizer': {
		en: 'How {name} takes a decay is not known here: say as which optimizer.',
		zh: '不知道 {name} 怎样使用衰减：请说明像哪个优化器。',
	},
	'unnamed-optimizer': {
		en: 'The code does not say which optimizer takes the decay.',
		zh: '代码没有说明由哪个优化器使用这个衰减。',
	},
	'not-times-rate': {
		en: '{name} does not multiply its decay by η: d is {parameter}/η.',
		zh: '{name} 的衰减不乘 η：d = {parameter}/η。',
	},
	'scaled-by-trainer': {
		en: 'Ultralytics multiplies weight_decay by B · accumulate/64: B is taken to be 64.',
		zh: 'Ultralytics 把 weight_decay 乘以 B · accumulate/64：B 按 64 计算。',
	},
	'no-chain': {
		en: '{name} stands in no chain here: it is read as before an optimizer.',
		zh: '这里的 {name} 不在任何 chain 中：按放在优化器之前理解。',
	},
	'trust-ratio': {
		en: '{name} scales each layer’s step, the decay within: it has neither a λ nor a timescale.',
		zh: '{name} 按层缩放更新步，衰减也在其中：没有对应的 λ 和时间尺度。',
	},
	perturbed: {
		en: '{name} takes gradients at weights that it moves first: it has another minimizer.',
		zh: '{name} 先移动权重再求梯度：它的极小值点不同。',
	},
	'grows-weights': {
		en: 'The decay comes after the step and is added to it: weights grow. Put it before the optimizer.',
		zh: '衰减排在更新步之后，是加上去的：权重会变大。请放到优化器之前。',
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
	'no-l2': { en: 'The penalty is switched off.', zh: '惩罚被关掉了。' },
	'l2-part': {
		en: 'An elastic net: λ is that of its L2 part alone[, {l2}]. Its L1 part, {l1}, is left over.',
		zh: '这是弹性网：λ 只对应其中的 L2 部分[（{l2}）]。L1 部分（{l1}）没有算在内。',
	},
	'l1-row': {
		en: 'An L1 penalty: λ is that of λ/2m · Σ|w|.',
		zh: '这是 L1 惩罚：λ 属于 λ/2m · Σ|w|。',
	},
	'l1-penalty': {
		en: 'An L1 penalty ({written}): it has no λ of λ/2m · ‖W‖².',
		zh: '这是 L1 惩罚（{written}）：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'not-squared': {
		en: 'No sum of squared weights: λ/2m · ‖W‖² has no λ for it.',
		zh: '这不是权重的平方和：λ/2m · ‖W‖² 里没有对应的 λ。',
	},
	'no-row': {
		en: '{name} is understood, but the converter has no row for it.',
		zh: '已识别 {name}，但换算器里还没有它。',
	},
	'out-of-bounds': {
		en: '{value} is not a strength that can be converted[: below {zero} it is no penalty, and weights grow].',
		zh: '{value} 不是可以换算的强度[：小于 {zero} 就不是惩罚，权重反而变大]。',
	},
} satisfies Partial<Record<NoteCode | 'unnamed-optimizer' | 'unread-argument' | 'nothing-decays', Text>>;
