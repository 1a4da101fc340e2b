import type { Language } from '../../../src/language.ts';
import { COEFFICIENT_FORMULA } from '../../../src/penalty.ts';

/** How the page calls a field of a RunSpec. English explains it in the schema's own words. */
interface FieldText {
	/** As formulas write it; nothing where they have no letter for it. */
	symbol?: string;
	label: Record<Language, string>;
	/** What the schema says of it, in Chinese. */
	zh?: string;
}

const field = (en: string, zh: string, symbol?: string, help?: string): FieldText => ({
	label: { en, zh },
	...(symbol && { symbol }),
	...(help && { zh: help }),
});

/** Parts of a RunSpec. */
export const PART_TEXT: Record<string, Record<Language, string>> = {
	data: { en: 'Data', zh: '数据' },
	network: { en: 'Network', zh: '网络' },
	init: { en: 'Initial weights', zh: '初始权重' },
	loss: { en: 'Loss', zh: '损失' },
	optimizer: { en: 'Optimizer', zh: '优化器' },
	penalty: { en: 'Penalty', zh: '惩罚项' },
	training: { en: 'Training', zh: '训练' },
	regularizers: { en: 'Other regularizers', zh: '其他正则化' },
	engine: { en: 'Engine', zh: '引擎' },
	output: { en: 'Output', zh: '输出' },
};

/** Every field of a RunSpec by its path; a test holds it to the schema. */
export const FIELD_TEXT: Record<string, FieldText> = {
	data: field('data set', '数据集'),
	'data.m': field('training examples', '训练样本数', 'm'),
	'data.noise': field('noise', '噪声', undefined, '高斯噪声的标准差'),
	'data.seed': field('seed of the data', '数据种子', undefined, '抽取训练样本的随机种子（NumPy RandomState）'),
	'data.test': field('held-out sample', '留出样本', undefined, '同一分布的留出样本'),
	'data.test.m': field('held-out examples', '留出样本数'),
	'data.test.seed': field('seed of the held-out sample', '留出样本种子'),
	'data.features': field('features', '特征数', undefined, '生成标签的随机模型的输入维数'),
	'data.hidden': field(
		'units of the teacher',
		'教师网络的单元数',
		undefined,
		'标签由一个随机网络生成：一个隐藏层，单元为 tanh',
	),
	'data.teacherStandardDeviation': field(
		'spread of the teacher',
		'教师模型权重的标准差',
		'τ',
		'生成标签的模型，每个权重取自 N(0, τ²)',
	),
	'data.standardize': field('standardize', '标准化', undefined, '减去训练行的均值，再除以标准差'),
	'data.standardizeTargets': field(
		'standardize the targets',
		'目标也标准化',
		undefined,
		'目标也同样处理，损失便以目标的方差为单位',
	),
	'data.validation': field(
		'of them to validate',
		'其中用于验证',
		undefined,
		'留出样本中最前面的这么多个用于验证，测试损失只看其余的；留空则全部用于测试',
	),
	'data.X': field('inputs, [m][features]', '输入，[m][特征]', 'X'),
	'data.columns': field('names of the columns', '各列的名称', 'columns', '预测时，表格的各列可按名称以任意顺序给出'),
	'data.y': field('targets, [m]', '目标，[m]', 'y', '0/1、类别编号或实数，视损失而定'),
	'data.test.X': field('held-out inputs', '留出输入'),
	'data.test.y': field('held-out targets', '留出目标'),
	'network.hidden': field('units of each hidden layer', '各隐藏层单元数'),
	'network.activation': field('activation', '激活函数', undefined, '隐藏层的激活函数'),
	init: field('drawn as', '抽取方式'),
	'init.seed': field('seed of the weights', '权重种子'),
	'init.W': field('weights, [layer][out][in]', '权重，[层][出][入]', 'W'),
	'init.b': field('biases, [layer][out]', '偏置，[层][出]', 'b'),
	loss: field('data loss', '数据损失', undefined, '对样本取均值；默认随数据而定'),
	optimizer: field('optimizer', '优化器'),
	'optimizer.learningRate': field('learning rate', '学习率', 'η'),
	'optimizer.momentum': field('momentum', '动量', 'μ'),
	'optimizer.nesterov': field('Nesterov', 'Nesterov 动量'),
	'optimizer.beta1': field('decay of the mean', '一阶矩衰减', 'β₁'),
	'optimizer.beta2': field('decay of the squares', '二阶矩衰减', 'β₂'),
	'optimizer.epsilon': field('epsilon', 'ε', 'ε', '加在根号之外'),
	'penalty.norm': field('norm', '范数', 'Ω', '惩罚什么：Σw²、Σ|w|，或二者的混合'),
	'penalty.lambda': field('strength', '强度', 'λ', '惩罚强度，即公式里的 λ'),
	'penalty.scaling': field('spelling', '写法', undefined, '目标函数中 λ 除以什么'),
	'penalty.application': field(
		'application',
		'施加方式',
		undefined,
		'经由梯度，惩罚写在损失里；解耦，则在更新步之外直接缩小权重：w ← w − η·d·w，不乘 η 则为 w ← w − d·w',
	),
	'penalty.penalizeBiases': field('penalize biases', '惩罚偏置'),
	'penalty.l1Ratio': field('share of L1', 'L1 的占比', 'ρ', '弹性网中 L1 的占比'),
	training: field('given as', '给定方式'),
	'training.epochs': field('epochs', '轮数'),
	'training.batchSize': field('batch size', '批大小', 'B', '填 full 即全批量：每步用全部 m 个样本，按原顺序'),
	'training.shuffleSeed': field('seed of the shuffle', '打乱种子', undefined, '每轮小批量之前打乱所用的种子'),
	'training.recordEvery': field('record every … epochs', '每隔几轮记录'),
	'training.learningRateDecay': field('learning rate decay', '学习率衰减', undefined, '线性：η 在整个训练中降到 0'),
	'training.batches': field('rows of every step, [steps][rows]', '每一步的行，[步][行]'),
	'regularizers.dropout': field('dropout', 'Dropout', undefined, '每一步丢弃的隐藏单元的占比'),
	'regularizers.inputNoise': field('input noise', '输入噪声', undefined, '每一步加在输入上的噪声的标准差'),
	'regularizers.seed': field('seed of masks and noise', '掩码与噪声种子'),
	'regularizers.earlyStopping': field('early stopping', '早停'),
	'regularizers.earlyStopping.patience': field(
		'patience, epochs',
		'耐心（轮）',
		undefined,
		'测试损失多少轮不再下降就停止',
	),
	engine: field(
		'engine',
		'引擎',
		undefined,
		'融合内核是一个 WebAssembly 程序；参照实现用 TensorFlow.js 的运算与自动微分',
	),
	'output.boundary': field('boundary in the result', '结果包含决策边界', undefined, '网格上的概率，需要两个特征'),
	'output.boundary.resolution': field('points along a side', '每边点数'),
	'output.weights': field('weights in the result', '结果包含权重'),
};

/** What an option of a choice is called beside its own name. */
export const OPTION_TEXT: Record<string, Record<string, Record<Language, string>>> = {
	data: {
		moons: { en: 'two moons', zh: '双月牙' },
		circles: { en: 'two circles', zh: '双圆环' },
		spirals: { en: 'two spirals', zh: '双螺旋' },
		blobs: { en: 'two blobs', zh: '两团' },
		xor: { en: 'xor', zh: '异或' },
		'linear-teacher': { en: 'linear teacher', zh: '线性教师模型（合成数据）' },
		'network-teacher': { en: 'network teacher (regression)', zh: '教师网络（合成数据，回归）' },
		'breast-cancer': { en: 'breast cancer (30 features)', zh: '乳腺癌（30 个特征）' },
		diabetes: { en: 'diabetes (regression)', zh: '糖尿病（回归）' },
		digits: { en: 'digits (10 classes)', zh: '手写数字，8 × 8（10 类）' },
		wine: { en: 'wine (3 classes)', zh: '葡萄酒（3 类）' },
		mnist: { en: 'MNIST, 14 × 14 (10 classes)', zh: 'MNIST，14 × 14（10 类）' },
		diamonds: { en: 'diamonds (regression)', zh: '钻石（回归）' },
		inline: { en: 'my own rows', zh: '自己的数据' },
	},
	'network.activation': {
		relu: { en: 'relu', zh: 'ReLU' },
		linear: { en: 'linear', zh: '线性（linear）' },
	},
	init: {
		'lecun-normal': { en: 'lecun-normal', zh: 'LeCun 正态（lecun-normal）' },
		'he-normal': { en: 'he-normal', zh: 'He 正态（he-normal）' },
		'glorot-normal': { en: 'glorot-normal', zh: 'Glorot 正态（glorot-normal）' },
		explicit: { en: 'my own weights', zh: '自己的权重' },
	},
	loss: {
		'binary-cross-entropy': { en: 'binary-cross-entropy', zh: '二元交叉熵（binary-cross-entropy）' },
		'softmax-cross-entropy': { en: 'softmax-cross-entropy', zh: 'softmax 交叉熵（softmax-cross-entropy）' },
		'half-squared-error': { en: 'half-squared-error', zh: '平方误差的一半（half-squared-error）' },
		'squared-error': { en: 'squared-error', zh: '平方误差（squared-error）' },
	},
	optimizer: { sgd: { en: 'SGD', zh: 'SGD' }, adam: { en: 'Adam', zh: 'Adam' } },
	'training.learningRateDecay': {
		none: { en: 'none', zh: '不衰减（none）' },
		linear: { en: 'linear', zh: '线性降到 0（linear）' },
	},
	engine: {
		fused: { en: 'fused', zh: '融合内核（fused）' },
		reference: { en: 'reference', zh: '参照实现（reference）' },
	},
	'penalty.scaling': Object.fromEntries(
		Object.entries(COEFFICIENT_FORMULA).map(([scaling, c]) => [scaling, { en: `${c} · Ω`, zh: `${c} · Ω` }]),
	),
	'penalty.norm': {
		l2: { en: 'L2, Σw²', zh: 'L2，Σw²' },
		l1: { en: 'L1, Σ|w|', zh: 'L1，Σ|w|' },
		elastic: { en: 'elastic net', zh: '弹性网' },
	},
	'penalty.application': {
		loss: { en: 'through the gradient', zh: '经由梯度' },
		decoupled: { en: 'decoupled (AdamW)', zh: '解耦（AdamW）' },
		'decoupled-raw': { en: 'decoupled, without η', zh: '解耦，不乘 η' },
	},
	training: {
		epochs: { en: 'epochs', zh: '轮数' },
		batches: { en: 'explicit batches', zh: '逐步给定的批' },
	},
};
