import type { Language } from '../../../src/language.ts';

/** A card of the recipe box. */
export type RecipeKey =
	| 'sgd'
	| 'momentum'
	| 'momentumBeside'
	| 'adam'
	| 'adamw'
	| 'keras'
	| 'logistic'
	| 'ridge'
	| 'linearSgd'
	| 'mlp';

/** The cards of the recipe box; a note says what the formula does not. */
interface RecipeText {
	title: string;
	lead: string;
	data: string;
	batch: string;
	rate: string;
	asItIs: string;
	/** A factor that is a power of two. */
	times: (factor: number) => string;
	/** A rate that only a solver of its own has. */
	noRate: string;
	noBatch: string;
	names: Record<RecipeKey, string>;
	notes: Record<RecipeKey, string>;
	/** AdamW keeps its timescale in epochs, B/(m·rate·weight_decay). */
	timescaleData: string;
	timescaleBatch: string;
	timescaleRate: string;
	more: (of: { weightDecay: string; cost: string; times: string }) => string;
	moreLink: string;
	converter: string;
}

export const RECIPE_TEXT: Record<Language, RecipeText> = {
	en: {
		title: 'What to type for λ/2m',
		lead: 'For a loss that is a mean over examples, as most are by default. The second half of each card keeps the same λ when something else changes.',
		data: 'twice the data',
		batch: 'twice the batch',
		rate: 'another learning rate',
		asItIs: 'as it is',
		times: (factor) => (factor < 1 ? `÷ ${1 / factor}` : `× ${factor}`),
		noRate: 'does not matter',
		noBatch: 'does not matter',
		names: {
			sgd: 'SGD',
			momentum: 'SGD with momentum',
			momentumBeside: 'SGD whose decay stands beside the step',
			adam: 'Adam with the penalty in the loss',
			adamw: 'AdamW',
			keras: 'Keras regularizer',
			logistic: 'Logistic regression',
			ridge: 'Ridge regression',
			linearSgd: 'Linear models by SGD',
			mlp: 'scikit-learn’s networks',
		},
		notes: {
			sgd: 'One output and reduction="mean". Give biases a parameter group with weight_decay=0.',
			momentum: 'The same number: momentum speeds up the loss and the penalty alike.',
			momentumBeside: 'With momentum μ, divide it by 1 − μ: momentum speeds up the loss, not the decay beside it.',
			adam: 'The same minimum by another path. A network stopped before it is there comes out otherwise than under SGD.',
			adamw:
				'No λ has the same minimum. λ/m shrinks weights as fast as plain SGD would at this rate; what to keep is its timescale, 1/(rate · weight_decay) steps. Below it is kept in epochs.',
			keras:
				'No ½ inside, so it goes here. Set layer by layer, on kernels. “mse” has no ½ either: its λ is that of (ŷ − y)².',
			logistic: 'A sum of losses beside ½‖w‖²: no m to divide by. Larger C, weaker penalty.',
			ridge: 'A sum of squares beside ‖w‖²: both halves and both m cancel, for the λ that stands beside ½(ŷ − y)².',
			linearSgd: 'SGDClassifier and SGDRegressor. The same name as in Ridge, another strength.',
			mlp: 'It divides by the rows of a batch and by 2 itself; over m rows in batches of B that makes λB/m. With solver="lbfgs", B is m, and alpha is λ.',
		},
		timescaleData: '÷ 2',
		timescaleBatch: '× 2',
		timescaleRate: 'half of it: × 2',
		more: ({ weightDecay, cost, times }) =>
			`Is the same λ the right one for more data? Close to it. For networks trained by SGD, at about ten times the data, the least costly of three rules was to ${weightDecay} (${cost} of the loss against tuning again, on the median data set); leaving weight_decay as it is cost ${times}.`,
		moreLink: 'What it costs, data set by data set',
		converter: 'Other libraries, with your numbers',
	},
	zh: {
		title: 'λ/2m 该怎么写',
		lead: '适用于对样本取平均的损失，多数库默认如此。每张卡片的下半部分说明：别的量变了，怎样保持 λ 不变。',
		data: '数据加倍',
		batch: '批大小加倍',
		rate: '换学习率',
		asItIs: '不用改',
		times: (factor) => (factor < 1 ? `÷ ${1 / factor}` : `× ${factor}`),
		noRate: '无关',
		noBatch: '无关',
		names: {
			sgd: 'SGD',
			momentum: '带动量的 SGD',
			momentumBeside: '衰减写在步长之外的 SGD',
			adam: '惩罚写在损失里的 Adam',
			adamw: 'AdamW',
			keras: 'Keras 的正则项',
			logistic: '逻辑回归',
			ridge: '岭回归',
			linearSgd: '用 SGD 训练的线性模型',
			mlp: 'scikit-learn 的神经网络',
		},
		notes: {
			sgd: '单个输出，reduction="mean"。把偏置放进 weight_decay=0 的参数组。',
			momentum: '数值不变：动量对损失和惩罚一视同仁。',
			momentumBeside: '有动量 μ 时，再除以 1 − μ：动量只加快损失，不加快写在步长之外的衰减。',
			adam: '最小点相同，路径不同。没走到最小点就停下的网络，结果与 SGD 不一样。',
			adamw:
				'没有哪个 λ 有同样的最小点。λ/m 让权重缩小得和同一学习率下的普通 SGD 一样快；该保持的是时间尺度，即 1/(学习率 · weight_decay) 步；下面以轮次计。',
			keras: '它里面没有 ½，所以写在这里。逐层设置，只作用于权重矩阵。“mse” 也没有 ½：对应的是 (ŷ − y)² 的 λ。',
			logistic: '损失求和，旁边是 ½‖w‖²：没有 m 可除。C 越大，惩罚越弱。',
			ridge: '平方和旁边是 ‖w‖²：对 ½(ŷ − y)² 旁的 λ 来说，两个 ½ 和两个 m 都约掉了。',
			linearSgd: 'SGDClassifier 与 SGDRegressor。名字和 Ridge 里的一样，强度不同。',
			mlp: '它自己会除以一批的行数和 2；m 行分成每批 B 行，就是 λB/m。用 solver="lbfgs" 时 B 就是 m，alpha 就是 λ。',
		},
		timescaleData: '÷ 2',
		timescaleBatch: '× 2',
		timescaleRate: '减半则 × 2',
		more: ({ weightDecay, cost, times }) =>
			`数据变多了，同一个 λ 还合适吗？相去不远。用 SGD 训练的网络，数据约为十倍时，三条规则中代价最小的是${weightDecay}（与重新调参相比，各数据集损失的中位数多${cost}）；weight_decay 原样不动则多${times}。`,
		moreLink: '各个数据集上的代价',
		converter: '换成别的库，填入你的数字',
	},
};

/** What the rules do to weight_decay at ten times the data. */
export const DECAY_CHANGES: Record<Language, Record<'keep-lambda' | 'keep-over-sqrt-m' | 'keep-over-m', string>> = {
	en: {
		'keep-lambda': 'divide weight_decay by 10, which keeps λ',
		'keep-over-sqrt-m': 'divide weight_decay by 3, which keeps λ/√m',
		'keep-over-m': 'leave weight_decay as it is, which keeps λ/m',
	},
	zh: {
		'keep-lambda': '把 weight_decay 除以 10，即沿用 λ',
		'keep-over-sqrt-m': '把 weight_decay 除以 3，即沿用 λ/√m',
		'keep-over-m': 'weight_decay 不动，即沿用 λ/m',
	},
};
