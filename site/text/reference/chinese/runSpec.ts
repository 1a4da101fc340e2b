/** What the API says of a RunSpec's fields, in Chinese, by the English of the schema. */
export const RUN_SPEC_IN_CHINESE: Record<string, string> = {
	'The examples to learn from': '用来学习的样本',
	'Training examples': '训练样本数',
	'Standard deviation of the Gaussian noise': '高斯噪声的标准差',
	"Seed of NumPy's RandomState that draws the training sample": '抽取训练样本的种子（NumPy 的 RandomState）',
	'Held-out sample of the same distribution; null = none': '同一分布的留出样本；null = 没有',
	'Held-out examples': '留出样本数',
	'Seed of the held-out sample': '留出样本的种子',
	'The first so many held-out examples validate: final.validationLoss is theirs, and test losses are those of the others. Left out, all of them test':
		'留出样本中最前面的这么多个用于验证：final.validationLoss 是它们的损失，测试损失只看其余的。不填，则全部用于测试',
	'Inputs of the teacher': '教师模型的输入个数',
	'τ: each weight of the teacher is from N(0, τ²), drawn from `seed`':
		'τ：教师模型的每个权重取自 N(0, τ²)，由 `seed` 抽取',
	'tanh units of the teacher, in one hidden layer': '教师网络的 tanh 单元数，只有一个隐藏层',
	'The first m rows of a seeded permutation train, the rest test':
		'按种子把各行重新排列，前 m 行用于训练，其余用于测试',
	'Seed of the permutation': '重新排列所用的种子',
	'Subtract the mean and divide by the standard deviation of the training rows': '减去训练行的均值，再除以其标准差',
	'true: the same for the targets, so that losses are in units of their variance':
		'true：目标也同样处理，损失便以目标的方差为单位',
	'Inputs, [m][features]': '输入，[m][特征]',
	'Names of the columns of X: rows to predict may then name theirs, in any order':
		'X 各列的名称：要预测的行于是可以按名称、以任意顺序给出各列',
	'Targets, [m]: 0/1, class numbers from 0 without gaps, or reals; a loss that is stated reads other whole numbers too':
		'目标，[m]：0/1、从 0 起连续的类别编号，或实数；写明 loss 时，也可以是其他整数',
	'Held-out rows; null = none': '留出的行；null = 没有',
	'Held-out inputs, [rows][features]': '留出的输入，[行][特征]',
	'Held-out targets, [rows]': '留出的目标，[行]',
	'A dense network; the loss decides the output layer': '全连接网络；输出层由损失决定',
	'Units of each hidden layer; [] = a linear model': '各隐藏层的单元数；[] = 线性模型',
	'Of the hidden layers; without any it is "linear", whatever was sent':
		'隐藏层的激活函数；没有隐藏层时，不论填什么都是 "linear"',
	"Initial weights, drawn layer by layer as NumPy's randn(out, in) times the standard deviation":
		'初始权重：逐层抽取，为 NumPy 的 randn(out, in) 乘以标准差',
	"Seed of NumPy's RandomState": 'NumPy 的 RandomState 的种子',
	'Weights, [layer][out][in]': '权重，[层][出][入]',
	'Biases, [layer][out]': '偏置，[层][出]',
	'Mean over the examples of −log p (cross-entropies), ½(ŷ−y)² or (ŷ−y)²; the default follows the data':
		'对样本取均值：−log p（交叉熵）、½(ŷ−y)² 或 (ŷ−y)²；默认值随数据而定',
	'How a gradient becomes a step': '梯度怎样变成一步更新',
	'η, the learning rate': 'η，学习率',
	'Nesterov’s momentum: w ← w − η(g + μv); needs μ > 0': 'Nesterov 动量：w ← w − η(g + μv)；需要 μ > 0',
	'β₁, decay of the mean of the gradients': 'β₁，梯度均值的衰减',
	'β₂, decay of the mean of their squares': 'β₂，梯度平方均值的衰减',
	'ε, added outside the root': 'ε，加在根号之外',
	'The penalty that is added to the data loss': '加在数据损失上的惩罚项',
	'Ω: Σw² (l2), Σ|w| (l1) or ρ·Σ|w| + (1−ρ)·Σw² (elastic)': 'Ω：Σw²（l2）、Σ|w|（l1）或 ρ·Σ|w| + (1−ρ)·Σw²（elastic）',
	'λ, the strength of the penalty: with norm l2 and scaling over-2m the objective is the data loss + λ/2m·Σw²':
		'λ，惩罚的强度：norm 为 l2、scaling 为 over-2m 时，目标函数是数据损失 + λ/2m·Σw²',
	'What stands before Ω in the objective: λ (full), λ/2 (half), λ/m (over-m), λ/2m (over-2m), λ/2B (over-2b) or λ/2√m (over-2sqrt-m)':
		'目标函数中 Ω 前面的系数：λ（full）、λ/2（half）、λ/m（over-m）、λ/2m（over-2m）、λ/2B（over-2b）或 λ/2√m（over-2sqrt-m）',
	'Through the gradient (loss), or beside the step: w ← w − η·d·w (decoupled), w ← w − d·w (decoupled-raw)':
		'经由梯度（loss），或在更新步之外：w ← w − η·d·w（decoupled），w ← w − d·w（decoupled-raw）',
	'Whether biases are penalized as the weights are': '偏置是否与权重一样受惩罚',
	'ρ, the share of L1 in the elastic norm': 'ρ，弹性范数中 L1 的占比',
	'How long, and on which rows at a time': '训练多久，每次用哪些行',
	'Passes over the data': '遍历数据的次数，即轮数',
	'B; "full" = all m examples in their order': 'B；"full" = 全部 m 个样本，按原顺序',
	'Seed of the shuffle before each epoch of minibatches': '每轮小批量之前打乱所用的种子',
	'Epochs between two points of the trace': '记录曲线上相邻两点相隔的轮数',
	'linear: η falls to 0 over the run': 'linear：η 在整个训练中降到 0',
	'The exact rows of every step, [steps][rows]; one step counts as one epoch of the trace':
		'逐步列出所用的行，[步][行]；在曲线上一步算一轮',
	'Regularizers other than the penalty': '惩罚项以外的正则化',
	'Share of hidden units dropped in a step (inverted dropout)': '每一步丢弃的隐藏单元的占比（inverted dropout）',
	'Standard deviation of noise added to the inputs of a step': '每一步加在输入上的噪声的标准差',
	'Draws masks and noise': '抽取掩码与噪声的种子',
	'Ends the run when the test loss, or the validation loss where there is one, has stopped falling; null = never':
		'测试损失（有验证损失时看验证损失）不再下降时结束训练；null = 从不',
	'Epochs without a lower test loss, or validation loss where there is one':
		'测试损失（有验证损失时看验证损失）多少轮没有降得更低',
	'fused: one WebAssembly kernel; reference: TensorFlow.js ops and autodiff':
		'fused：一个 WebAssembly 内核；reference：TensorFlow.js 的运算与自动微分',
	'What the result holds beside traces and final values': '结果中除曲线与最终数值外还包含什么',
	'Probability on a grid, for inputs of two features': '网格上的概率，输入须为两个特征',
	'Grid points along each side': '每边的网格点数',
	'Weights and biases after the last update': '最后一次更新之后的权重与偏置',
};
