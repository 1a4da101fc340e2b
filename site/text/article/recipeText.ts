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
	| 'mlp';

/** The cards of the recipe box; a note says what the formula does not. */
interface RecipeText {
	title: string;
	/** For which losses, and what the squared errors of PyTorch and Keras change. */
	leadHtml: string;
	library: string;
	type: string;
	note: string;
	data: string;
	batch: string;
	rate: string;
	asItIs: string;
	/** A factor that is a power of two. */
	times: (factor: number) => string;
	/** A rate that only a solver of its own has. */
	noRate: string;
	noBatch: string;
	/** What no λ gives. */
	tune: string;
	names: Record<RecipeKey, string>;
	/** As HTML: names of arguments are code. */
	notesHtml: Record<RecipeKey, string>;
	/** AdamW keeps its timescale in epochs, B/(m·rate·weight_decay). */
	timescaleData: string;
	timescaleBatch: string;
	timescaleRate: string;
	/** What the table keeps; `link` leads to what each rule costs, task by task, under `moreLink`. */
	moreHtml: (of: { isLambdaBest: boolean; link: string }) => string;
	moreLink: string;
}

export const RECIPE_TEXT: Record<Language, RecipeText> = {
	en: {
		title: 'What to type for λ/2m',
		leadHtml:
			'For losses that are means, except in the rows of logistic and ridge regression; and what keeps λ when something else changes. PyTorch’s <code>MSELoss</code> and Keras’s <code>mse</code> have no ½: for the λ of ½(ŷ − y)² with one output, double the number in these two libraries’ rows, but not AdamW’s, whose steps do not see the size of the loss.',
		library: 'optimizer or model',
		type: 'type',
		note: 'watch out for',
		data: 'twice the data',
		batch: 'twice the batch',
		rate: 'another learning rate',
		asItIs: 'no change',
		times: (factor) => (factor < 1 ? `÷ ${1 / factor}` : `× ${factor}`),
		noRate: 'does not matter',
		noBatch: 'does not matter',
		tune: 'tune it',
		names: {
			sgd: 'SGD',
			momentum: 'SGD with momentum',
			momentumBeside: 'SGD with decoupled decay',
			adam: 'Adam with the penalty in the loss',
			adamw: 'AdamW',
			keras: 'Keras regularizer',
			logistic: 'Logistic regression',
			ridge: 'Ridge regression',
			mlp: 'scikit-learn’s networks',
		},
		notesHtml: {
			sgd: 'Give biases a group of their own with <code>weight_decay=0</code>.',
			momentum: 'Momentum speeds up loss and penalty alike.',
			momentumBeside: 'With momentum μ divide by 1 − μ: it speeds up the loss alone.',
			adam: 'On a bowl, the same minimum by another path.',
			adamw:
				'No λ leads where it does. The row keeps Wang and Aitchison’s timescale, 1/(rate · <code>weight_decay</code>) steps, counted in epochs.',
			keras: 'Layer by layer, on kernels.',
			logistic: 'A sum of losses: no m. Larger <code>C</code>, weaker penalty.',
			ridge: 'A sum of squares: halves and m cancel.',
			mlp: 'It divides by 2 and by the batch itself. With <code>lbfgs</code> the batch is all: <code>alpha</code> is λ.',
		},
		timescaleData: '÷ 2',
		timescaleBatch: '× 2',
		timescaleRate: 'half of it: × 2',
		moreHtml: ({ isLambdaBest, link }) =>
			`The table keeps λ${isLambdaBest ? ', the best of three rules in our study' : ''}. ${link}.`,
		moreLink: 'What each rule costs, task by task',
	},
	zh: {
		title: 'λ/2m 该怎么写',
		leadHtml:
			'逻辑回归和岭回归两行除外，损失都对样本取平均；别的量变了，怎样改才能保持 λ 不变，也在表里。PyTorch 的 <code>MSELoss</code> 和 Keras 的 <code>mse</code> 都没有 ½：只有一个输出时，要用 ½(ŷ − y)² 的 λ，就把这两个库的数加倍；AdamW 除外，它的更新步与损失的大小无关。',
		library: '优化器或模型',
		type: '填什么',
		note: '注意',
		data: '数据加倍',
		batch: '批大小加倍',
		rate: '换学习率',
		asItIs: '不用改',
		times: (factor) => (factor < 1 ? `÷ ${1 / factor}` : `× ${factor}`),
		noRate: '无关',
		noBatch: '无关',
		tune: '直接调',
		names: {
			sgd: 'SGD',
			momentum: '带动量的 SGD',
			momentumBeside: '带解耦衰减的 SGD',
			adam: '惩罚写在损失里的 Adam',
			adamw: 'AdamW',
			keras: 'Keras 的正则项',
			logistic: '逻辑回归',
			ridge: '岭回归',
			mlp: 'scikit-learn 的神经网络',
		},
		notesHtml: {
			sgd: '把偏置放进 <code>weight_decay=0</code> 的参数组。',
			momentum: '动量对损失和惩罚一视同仁。',
			momentumBeside: '有动量 μ 时再除以 1 − μ：动量只放大损失的梯度，不放大衰减。',
			adam: '在碗里，极小值点相同，路径不同。',
			adamw:
				'没有与它对应的 λ。这一行保持的是 Wang 和 Aitchison 的时间尺度，即 1/(学习率 · <code>weight_decay</code>) 步，以轮计。',
			keras: '逐层设置，只作用于权重矩阵。',
			logistic: '损失是求和：没有 m。<code>C</code> 越大，惩罚越弱。',
			ridge: '平方和：½ 和 m 都约掉了。',
			mlp: '它自己会除以 2 和批大小。用 <code>lbfgs</code> 时，一个批次就是全部样本：<code>alpha</code> 就是 λ。',
		},
		timescaleData: '÷ 2',
		timescaleBatch: '× 2',
		timescaleRate: '减半则 × 2',
		moreHtml: ({ isLambdaBest, link }) =>
			`表里沿用的是 λ${isLambdaBest ? '，在我们的研究里这是三条规则中最好的' : ''}；三条规则的代价见${link}。`,
		moreLink: '各个任务上的代价',
	},
};
