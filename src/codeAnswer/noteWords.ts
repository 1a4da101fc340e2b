import type { Quantity } from '../codeReading/quantity.ts';
import type { Note } from '../codeReading/reading.ts';
import { libraries } from '../convert/libraries.ts';
import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';
import type { LibraryId } from '../schema/libraryIds.ts';

type Params = Note['params'];
type Say = (params: Record<string, string>) => Text;

const FAMILIES: Record<string, string> = {
	torch: 'PyTorch',
	keras: 'Keras',
	optax: 'optax',
	paddle: 'Paddle',
	transformers: 'Hugging Face',
	'r-torch': 'torch for R',
};

const SAY: Record<NoteCode, Say> = {
	'assumed-library': ({ library, name }) => ({
		en: `No import says whose ${name} this is: read as that of ${FAMILIES[library ?? ''] ?? library}.`,
		zh: `没有 import 说明 ${name} 出自哪个库：按 ${FAMILIES[library ?? ''] ?? library} 理解。`,
	}),
	'read-as': ({ name, row }) => ({
		en: `${name} is read as ${rowName(row)}: its decay acts in the same way.`,
		zh: `${name} 按 ${rowName(row)} 换算：两者的衰减作用相同。`,
	}),
	'found-by': ({ way, written, value }) => FOUND_BY[way ?? '']?.(written ?? '', value ?? '') ?? { en: '', zh: '' },
	'left-out': ({ field, value }) => ({
		en: `The code does not set ${field}: its default, ${value}, is taken.`,
		zh: `代码没有设 ${field}：取默认值 ${value}。`,
	}),
	'known-data-set': ({ name, examples }) => ({
		en: `${name} has ${examples} training examples.`,
		zh: `${name} 有 ${examples} 个训练样本。`,
	}),
	'l2-part': ({ alpha, share }) => ({
		en: `The L2 part of this elastic net is ${alpha}·(1 − ${share}); the rest is an L1 penalty.`,
		zh: `这个弹性网的 L2 部分是 ${alpha}·(1 − ${share})，其余是 L1 惩罚。`,
	}),
	accumulated: ({ steps }) => ({
		en: `Gradients of ${steps} batches are accumulated: B is that many times as large.`,
		zh: `梯度累积 ${steps} 批：B 是它的 ${steps} 倍。`,
	}),
	'written-out': () => ({
		en: 'A penalty written by hand: its coefficient is read.',
		zh: '手写的惩罚项：读出的是它的系数。',
	}),
	'loss-unseen': () => ({
		en: 'The loss is not in this code: a mean is assumed.',
		zh: '代码里没有损失：假定它取平均。',
	}),
	unclosed: ({ written }) => ({
		en: `${written} is not closed: what follows may be misread.`,
		zh: `${written} 没有闭合：后面可能读错。`,
	}),
	'adds-up': ({ lambda }) => ({
		en: `These decays add up${lambda ? `: λ = ${lambda}` : ''}.`,
		zh: `这些衰减会相加${lambda ? `：λ = ${lambda}` : ''}。`,
	}),
	'whatever-m': ({ derivation }) => ({
		en: `${derivation}, whatever m is.`,
		zh: `${derivation}，与 m 无关。`,
	}),
	'named-so': ({ name, value, what }) => ({
		en: `${name} = ${value} is taken for ${what} by its name.`,
		zh: `仅凭名字把 ${name} = ${value} 当作 ${what}。`,
	}),
	'several-processes': ({ count }) => ({
		en: `${count} processes are started: B may be that of each.`,
		zh: `启动了 ${count} 个进程：B 可能是每个进程的。`,
	}),
	empty: () => ({ en: 'There is no code here yet.', zh: '这里还没有代码。' }),
	'not-understood': ({ name }) => ({
		en: `${name} may decay weights, and is not read here.`,
		zh: `${name} 可能含有权重衰减，但暂不支持解析。`,
	}),
	'decays-biases': () => ({ en: 'Biases and norm layers are decayed as well.', zh: '偏置和归一化层也一起衰减。' }),
	'biases-left-out': () => ({
		en: 'Biases and norm layers are not decayed here.',
		zh: '这里的偏置和归一化层不衰减。',
	}),
	'group-without-decay': ({ groups, of, written }) => ({
		en: `${groups} of ${of} parameter groups have no decay${written ? `: ${written}` : ''}.`,
		zh: `${of} 个参数组中有 ${groups} 个不衰减${written ? `：${written}` : ''}。`,
	}),
	schedule: ({ name }) => ({
		en: `The schedule ${name} changes η: timescales are those of the η that is written.`,
		zh: `学习率调度 ${name} 会改变 η：时间尺度按写出的 η 计算。`,
	}),
	'decay-is-schedule': ({ parameter }) => ({
		en: `${parameter} lets the learning rate fall; it decays no weights.`,
		zh: `${parameter} 是学习率的衰减，不衰减权重。`,
	}),
	'yaml-string': ({ written }) => ({
		en: `PyYAML reads ${written} as a text, since it has no point: write it with one (${withPoint(written)}).`,
		zh: `${written} 没有小数点，PyYAML 会把它读成字符串：请写成 ${withPoint(written)}。`,
	}),
	'loss-summed': ({ over }) => ({
		en: `The loss is summed, not averaged: with a mean, the same strength is ${over} times smaller.`,
		zh: `损失求和而不取平均：换成平均时强度除以 ${over}。`,
	}),
	'by-hand': () => ({
		en: 'Weights are changed by hand here: what that decays is not read.',
		zh: '这里手动修改权重：其中的衰减没有读出。',
	}),
	accumulates: ({ name, steps }) => ({
		en: `If gradients of ${name} = ${steps} batches add up, B is ${steps} times as large, and λ ${steps} times smaller unless the loss is divided by it.`,
		zh: `如果 ${name} = ${steps} 批的梯度相加，B 就是 ${steps} 倍；损失没有除以它的话，λ 是 ${steps} 分之一。`,
	}),
	'not-read': ({ what, reason }) => ({ en: `${what} was not read: ${reason}`, zh: `没有读出 ${what}：${reason}` }),
	'l1-row': () => ({
		en: 'An L1 penalty: λ is that of λ/2m · Σ|w|, and decays no weight in proportion to it.',
		zh: '这是 L1 惩罚：λ 属于 λ/2m · Σ|w|，不按权重的大小成比例地衰减。',
	}),
	'l1-penalty': ({ written }) => ({
		en: `An L1 penalty (${written}): it has no λ of λ/2m · ‖W‖².`,
		zh: `这是 L1 惩罚（${written}）：λ/2m · ‖W‖² 里没有对应的 λ。`,
	}),
	'no-row': ({ name }) => ({
		en: `${name} is understood, but the converter has no row for it.`,
		zh: `已识别 ${name}，但换算器里还没有它。`,
	}),
	'no-l2': () => ({ en: 'The penalty is switched off.', zh: '惩罚被关掉了。' }),
	'not-squared': () => ({
		en: 'No sum of squared weights: λ/2m · ‖W‖² has no λ for it.',
		zh: '这不是权重的平方和：λ/2m · ‖W‖² 里没有对应的 λ。',
	}),
	'unknown-optimizer': ({ name }) =>
		name
			? {
					en: `How ${name} takes a decay is not known here: say as which optimizer.`,
					zh: `不知道 ${name} 怎样使用衰减：请说明像哪个优化器。`,
				}
			: { en: 'The code does not say which optimizer takes the decay.', zh: '代码没有说明由哪个优化器使用这个衰减。' },
	'spread-unknown': ({ written }) => ({
		en: `What ${written} holds is not in the code.`,
		zh: `${written} 里有什么，代码里看不到。`,
	}),
	'groups-unknown': ({ written }) => ({
		en: `Which parameters ${written} holds does not stand in the code: some may have a decay of their own.`,
		zh: `${written} 里是哪些参数，代码里看不到：有的可能自带衰减。`,
	}),
	'grows-weights': () => ({
		en: 'The decay comes after the step and is added to it: weights grow. Put it before the optimizer.',
		zh: '衰减排在更新步之后，是加上去的：权重会变大。请放到优化器之前。',
	}),
	'not-attached': ({ name }) => ({
		en: `${name} is used here in a way that could not be read.`,
		zh: `这里出现了 ${name}，但未能解析它的用途。`,
	}),
	'no-strength': ({ name }) => ({
		en: `${name} tries several strengths: enter the one that it chose.`,
		zh: `${name} 会自己试多个强度：请填它选定的那个。`,
	}),
	'nothing-found': () => ({
		en: 'Nothing that decays weights was found in this code.',
		zh: '代码中没有发现权重衰减。',
	}),
	'cut-off': ({ characters, most }) => ({
		en: `Only the first ${characters} characters and ${most} decays are read.`,
		zh: `只读前 ${characters} 个字符、前 ${most} 处衰减。`,
	}),
	'out-of-bounds': ({ value }) => ({
		en: `${value} is not a strength that can be converted.`,
		zh: `${value} 不是可以换算的强度。`,
	}),
};

const FOUND_BY: Record<string, (written: string, value: string) => Text> = {
	'argument-default': (written, value) => ({
		en: `${written} = ${value} is the default of an argument of the command line.`,
		zh: `${written} = ${value} 是命令行参数的默认值。`,
	}),
	'parameter-default': (written, value) => ({
		en: `${written} = ${value} is a default in the code.`,
		zh: `${written} = ${value} 是代码里的默认值。`,
	}),
	attribute: (written, value) => ({
		en: `${written} = ${value} is the only value of an attribute of that name.`,
		zh: `${written} = ${value} 是这个名字的属性的唯一取值。`,
	}),
	split: (_, value) => ({
		en: `After the split, ${value} examples are left to train on.`,
		zh: `划分之后，训练用 ${value} 个样本。`,
	}),
};

const UNKNOWN: Record<
	Extract<Quantity, { value: null }>['unknown']['code'],
	(written: string, values: string) => Text
> = {
	'not-bound': (written) => ({ en: `${written} gets no value in this code.`, zh: `代码里没有给 ${written} 赋值。` }),
	'bound-later': (written) => ({
		en: `${written} is set only below its use.`,
		zh: `${written} 在用到之后才被赋值。`,
	}),
	'no-default': (written) => ({
		en: `${written} is an argument without a default.`,
		zh: `${written} 是没有默认值的参数。`,
	}),
	'several-values': (written, values) => ({
		en:
			written === values ? `choose one of ${values}.` : `${written} has several values${values ? `: ${values}` : ''}.`,
		zh: written === values ? `请在 ${values} 中选一个。` : `${written} 有几个取值${values ? `：${values}` : ''}。`,
	}),
	changes: (written) => ({ en: `${written} is changed by later lines.`, zh: `${written} 会被后面的代码改变。` }),
	'not-given': (written) => ({
		en: `${written} is not given, and has no default.`,
		zh: `没有给出 ${written}，也没有默认值。`,
	}),
	'not-a-number': (written) => ({
		en: `${written} is not a number.`,
		zh: `${written} 不是数。`,
	}),
	computed: (written) => ({
		en: `${written} would have to be run.`,
		zh: `${written} 要运行才知道。`,
	}),
};

/** A note in words. */
export const sayNote = ({ code, params }: Note): Text => SAY[code](asTexts(params));

/** Why a number of the code is not known. */
export function sayUnknown({ unknown: { code, written, values = [] } }: Extract<Quantity, { value: null }>): Text {
	return UNKNOWN[code](written, values.join(', '));
}

const asTexts = (params: Params): Record<string, string> =>
	Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

const rowName = (row = '') => (Object.hasOwn(libraries, row) ? libraries[row as LibraryId].name : row); // a row, as just seen

const withPoint = (written = '') => written.replace(/^([+-]?\d+)([eE])/, '$1.0$2');
