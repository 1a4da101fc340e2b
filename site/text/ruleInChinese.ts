import type { RuleWords } from './inChinese.ts';

/** What rules between fields say (`src/schema/rules.ts`, `unstatedLoss.ts`, `src/sweeps/plan.ts`), by their English; {} is a number or a name. */
const RULES: Record<string, string> = {
	'{} is not allowed: at most {}': '“{}”不行：至多为 {}',
	'has more faults than can be listed': '错误太多，无法逐一列出',
	'has {} different name(s) for {} columns of X: one each, or leave it out':
		'给了 {} 个不同的名称，而 X 有 {} 列：请每列一个，或不填',
	'has {} targets for {} rows of X: one target a row': '有 {} 个目标，而 X 有 {} 行：每行要一个目标',
	'has {} features, the first training row has {}: every row needs as many':
		'有 {} 个特征，而第一个训练行有 {} 个：每行要一样多',
	'"{}" needs targets 0 or 1, and data "{}" has class numbers': '“{}”要求目标为 0 或 1，而数据“{}”的目标是类别编号',
	'"{}" needs targets 0 or 1, and data "{}" has real targets, -1 and 1: send 0 for -1':
		'“{}”要求目标为 0 或 1，而数据“{}”的目标是 −1 与 1：请把 −1 写作 0',
	'"{}" needs targets 0 or 1, and data "{}" has real targets': '“{}”要求目标为 0 或 1，而数据“{}”的目标是实数',
	'"{}" needs class numbers 0, 1, 2 …, and data "{}" has real targets':
		'“{}”要求类别编号 0、1、2……，而数据“{}”的目标是实数',
	'"{}" allows {} classes, and the largest class number is {}': '“{}”至多允许 {} 类，而最大的类别编号是 {}',
	'"{}" measures distances, and the ten digits are names: use "{}"':
		'“{}”度量的是距离，而十个数字只是类别的名称：请用“{}”',
	'"{}" measures distances, and the three cultivars are names: use "{}"':
		'“{}”度量的是距离，而三个品种只是类别的名称：请用“{}”',
	'has {} layers, the network has {}': '有 {} 层，而网络有 {} 层',
	'must be [{}][{}], that is [out][in]': '必须是 [{}][{}]，即 [out][in]',
	'must hold {} numbers, one a unit': '必须有 {} 个数，每个单元一个',
	'names row {}; the {} rows are 0 to {}': '提到第 {} 行；共 {} 行，从 0 到 {}',
	'{} is more than the {} training examples: at most {}, or "full"':
		'{} 多于训练样本数 {}：至多为 {}，或写“full”（全部）',
	'needs a momentum above 0': '需要大于 0 的动量',
	'{} has no effect under norm "{}": use norm "elastic", or leave it out':
		'{} 在范数“{}”下不起作用：请把范数设为“elastic”，或不填',
	'has no effect with batchSize "full", which keeps the order of the rows: leave it out':
		'batchSize 为“full”时不起作用，因为各行的顺序不变：请不填',
	'drops hidden units, and the network has no hidden layer': '要随机丢弃隐藏单元，而网络没有隐藏层',
	'has no effect without dropout or inputNoise: leave it out': '没有 dropout 或 inputNoise 时不起作用：请不填',
	'{} leaves nothing of the {} held-out examples to test on: at most {}':
		'留出样本共 {2} 个，{1} 个用于验证后没有剩下可测试的：至多为 {3}',
	'{} leaves nothing of the {} held-out examples to test on: leave it out':
		'留出样本共 {2} 个，{1} 个用于验证后没有剩下可测试的：请不填',
	'watches the held-out loss, and there are no held-out examples: choose an m below the number of rows':
		'要看留出损失，而没有留出样本：请取小于行数的 m',
	'watches the held-out loss, and there are no held-out examples: give data.test':
		'要看留出损失，而没有留出样本：请给出 data.test',
	'is drawn over two features, and data "{}" has {}': '要在两个特征上绘制，而数据“{}”有 {} 个',
	'is the probability of class 1 under "binary-cross-entropy", and loss is "{}"':
		'是“binary-cross-entropy”下类别 1 的概率，而损失是“{}”',
	'has another length than the first batch ({}), and scaling "over-2b" divides by one batch size':
		'与第一个批的长度（{}）不同，而写法“over-2b”只除以一个批大小',
	'must be stated: all {} targets are {}, from which there is nothing to learn. Use "{}" if they are measured, "{}" if one class is 0 and the other 1':
		'必须写明：{} 个目标全是 {}，从中学不到什么。若是测量值请用“{}”，若一类为 0、另一类为 1 请用“{}”',
	'must be stated: the targets are -1 and 1, which could be two classes or measurements. Send 0 for -1 if they are classes, or use "{}"':
		'必须写明：目标是 −1 与 1，可以是两类，也可以是测量值。若是类别请把 −1 写作 0，否则请用“{}”',
	'must be stated: data.test.y has {}, a class that no training row has. Leave such rows out, or use "{}" to keep them, "{}" if they are measured':
		'必须写明：data.test.y 中有类别 {}，训练行里没有。请去掉这些行；要保留请用“{}”，若是测量值请用“{}”',
	'must be stated: the targets are whole numbers up to {}, which could be {} classes or measurements (up to {} classes without gaps need no loss). Use "{}" for a regression, "{}" for classes':
		'必须写明：目标是直到 {} 的整数，可以是 {} 类，也可以是测量值（至多 {} 类、编号不间断时不必写）。回归请用“{}”，分类请用“{}”',
	'must be stated: the targets are {} different whole numbers up to {}, which could be {} classes or measurements (up to {} classes without gaps need no loss). Use "{}" for a regression, "{}" for classes; {} classes without gaps are numbered 0 to {}':
		'必须写明：目标是 {} 个不同的整数，最大为 {}，可以是 {} 类，也可以是测量值（至多 {} 类、编号不间断时不必写）。回归请用“{}”，分类请用“{}”；{} 个不间断的类别编号为 0 到 {}',
	'has no effect on inline data, whose m is the number of their rows: none is chosen among them. Begin a sweep for each set of rows':
		'对 inline 数据不起作用：它的 m 就是行数，不从中挑选。请为每组行各开始一次扫描',
	'has no effect: neither the data nor the initial weights are drawn': '不起作用：数据和初始权重都不是随机抽取的',
};

const PATTERNS = Object.entries(RULES).map(([english, chinese]) => {
	const literal = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return { pattern: new RegExp(`^${literal.join('([^ ]+)')}$`), chinese };
});

/** Of which cell of a sweep it is said. */
const PLACE = / \(with (?:m = (\d+)|scaling "([^"]+)")\)$/;

/** What a rule between fields refuses, in Chinese; as it is where it has none. */
export const ruleInChinese: RuleWords = ({ message }) => {
	const [place = '', m, scaling] = PLACE.exec(message) ?? [];
	const said = place ? message.slice(0, -place.length) : message;
	const where = m ? `（m = ${m} 时）` : scaling ? `（写法为 ${scaling} 时）` : '';
	for (const { pattern, chinese } of PATTERNS) {
		const parts = pattern.exec(said)?.slice(1);
		if (!parts) continue;
		let next = 0;
		return chinese.replaceAll(/\{(\d?)\}/g, (_, index) => parts[index ? Number(index) - 1 : next++] ?? '') + where;
	}
	return said + where;
};
