/** What the API says of trained runs, their networks and their predictions, in Chinese, by its English. */
export const RUNS_IN_CHINESE: Record<string, string> = {
	'A run that learned nothing is an answer too: `status` says whether it diverged, `final.r2` or `final.confusion` whether it is better than a constant. POST /explain with its spec has the findings that say why, before training as well as after.':
		'什么也没学到的训练同样是一个结果：`status` 说明是否发散，`final.r2` 或 `final.confusion` 说明是否比一个常数更好。把设定发给 POST /explain，其中的发现会说明原因，训练之前之后都可以。',
	'diverged: a number became infinite or undefined, and training ended':
		'diverged：某个数变成无穷大或没有定义，训练就此结束',
	'The epoch whose update made a number that is not finite': '哪一轮的更新产生了非有限的数',
	'The epoch at which early stopping ended the run': '早停在哪一轮结束了训练',
	'The spec that was trained, every default filled in': '实际训练的设定，默认值全部填好',
	'What trained the run': '由什么训练',
	'The engine that trained the run': '训练所用的引擎',
	'Part of the id: another version may give other bits': '编号的一部分：换一个版本，结果的二进制位可能不同',
	'What follows from a spec before anything trains': '训练之前由设定就能得出的量',
	'B, rows in a batch; m for "full"': 'B，一批的行数；"full" 即 m',
	'Updates of the weights in the whole run': '整个训练中权重更新的次数',
	'Weights and biases of the network': '网络的权重与偏置的个数',
	'c, what multiplies Ω in the objective': 'c，目标函数中 Ω 前面的系数',
	'd, what multiplies w in the gradient of the L2 part': 'd，L2 部分的梯度中 w 前面的系数',
	'The share of a weight that the penalty alone removes in one step': '单靠惩罚，一步去掉权重的多大比例',
	'Epochs until the penalty alone has shrunk a weight to 1/e': '单靠惩罚，权重缩小到 1/e 要多少轮',
	'Standard deviation of the prior on a weight that the penalty is the negative log of, in a regression for noise of standard deviation 1':
		'惩罚项是权重的某个先验的负对数；这是该先验的标准差，回归时按噪声的标准差为 1 计',
	'One array a measurement; the values at epoch e are taken before update e':
		'每个量一个数组；第 e 轮的值在第 e 次更新之前取得',
	'The epochs that were recorded; 0 is the initial network': '记录的各轮；0 是初始网络',
	'{} at each of these epochs': '{} 在这些轮的值',
	'The measurements after the last update, and what the run is judged by beside them':
		'最后一次更新之后的各个量，以及另外用来评价训练的量',
	'Mean of the loss over the training examples, without the penalty': '损失对训练样本的均值，不含惩罚项',
	'c·Ω, what the penalty adds to the objective': 'c·Ω，惩罚项加在目标函数上的量',
	'dataLoss + penalty': 'dataLoss + penalty',
	'Mean of the loss over the held-out examples; never holds the penalty': '损失对留出样本的均值；从不包含惩罚项',
	'Share of training examples classified rightly; null for a regression': '训练样本中分类正确的比例；回归为 null',
	'Share of held-out examples classified rightly; null for a regression': '留出样本中分类正确的比例；回归为 null',
	'√Σw² over the weights, without biases': '√Σw²，只算权重，不含偏置',
	'Weights that are exactly 0; null for a run that diverged': '恰好为 0 的权重个数；发散的训练为 null',
	'As testLoss, of the examples that data.validation sets apart': '同 testLoss，但只算 data.validation 划出的样本',
	'As testAccuracy, of those examples': '同 testAccuracy，但只算那些样本',
	'{}; only of a regression': '{}；只有回归才有',
	'{}, of the training examples': '训练样本上的值。{}',
	'{}, of the held-out examples; null without any': '留出样本上的值，没有时为 null。{}',
	'R², 1 − Σ(y − ŷ)² over the sum of the squared deviations of y from its mean: about 0 where the run is no better than that constant; null where all targets are equal':
		'R²，即 1 减去 Σ(y − ŷ)² 与 y 对其均值的离差平方和之比：不比均值这个常数更好时约为 0；目标全都相等时为 null',
	'Root mean squared error, {}': '均方根误差，{}',
	'Mean absolute error, {}': '平均绝对误差，{}',
	'in the units that the run trains in: where targets were standardized, by data.standardizeTargets or by the caller, times their standard deviation among the training rows in their own units':
		'以训练时的单位计：目标若由 data.standardizeTargets 或由调用者标准化过，再乘以训练行中目标的标准差，就回到原来的单位',
	'Examples of class i (row) that were taken for class j (column); only of up to {} classes. Their log-losses are dataLoss and testLoss':
		'属于类别 i（行）而被判为类别 j（列）的样本数；至多 {} 个类别时才有。对数损失见 dataLoss 和 testLoss',
	'Of the training examples, [classes][classes]': '训练样本上的，[类别][类别]',
	'Of the held-out examples, [classes][classes]; null without any': '留出样本上的，[类别][类别]；没有时为 null',
	'The network after the last update; only when output.weights asks for it':
		'最后一次更新之后的网络；output.weights 要求时才有',
	'Probability of class 1 on a square grid over the inputs; only when output.boundary asks for it':
		'输入平面的方形网格上类别 1 的概率；output.boundary 要求时才有',
	'Least and largest first input of the grid': '网格上第一个输入的最小值与最大值',
	'Least and largest second input of the grid': '网格上第二个输入的最小值与最大值',
	'Probability of class 1, row by row from the least y': '类别 1 的概率，从最小的 y 起逐行排列',
	'What the run took': '训练的花费',
	'Floating-point operations, estimated from the spec': '浮点运算次数，由设定估算',
	'Content hash of the canonical spec and the engine’s version': '规范化的设定与引擎版本的内容散列值',
	'Id of the run': '训练的编号',
	'Data and initial weights written out, the same loss, optimizer, penalty and order of rows: it prints the losses that the run recorded. What a library cannot express is refused, field by field.':
		'数据与初始权重全部写出，损失、优化器、惩罚项和行的顺序都相同：运行它，会打印出这次训练记录的损失。库表达不了的设定会被拒绝，逐个字段说明。',
	'A Python program that needs NumPy and that library': '一个 Python 程序，需要 NumPy 和那个库',
	'The library': '库',
	'A run that was trained without `output.weights` is trained once more for them, and counts as that run does. The arrays are float32.':
		'训练时没有 `output.weights` 的，会为此再训练一次，计入额度的方式与那次训练相同。数组为 float32。',
	'What np.load reads: W0, b0, W1, b1 …, each W as [out][in]': 'np.load 可读：W0、b0、W1、b1……，每个 W 为 [出][入]',
	'What safetensors.torch.load_file reads: 0.weight, 0.bias …, the state of the program that the run is exported as for PyTorch':
		'safetensors.torch.load_file 可读：0.weight、0.bias……，即导出为 PyTorch 程序时该程序的状态',
	'The form, for callers that cannot send Accept; it goes before that header':
		'要哪种形式，供无法发送 Accept 的调用者使用；优先于该请求头',
	'By the engine that trained it. Rows are in the units of the data that the run was given: who standardized those, standardizes these; `outside` tells of rows that are far from them (as JSON only). Equal rows are computed once. The weights come as with GET /runs/{id}/weights.':
		'由训练它的引擎计算。各行以训练数据的单位给出：当初自己做过标准化的，这里也要做；`outside` 指出离训练数据很远的行（仅 JSON）。相同的行只算一次。权重的取得与 GET /runs/{id}/weights 相同。',
	'Inputs, [n][features], in the units of the data: where the run has standardized its columns, these are standardized the same way; where the caller has, by hand':
		'输入，[n][特征]，以数据的单位计：由这次训练做标准化的，这里会同样处理；由调用者自己做的，这里也要自己做',
	'Names of the columns of X, as the header of a table has them: where the data of the run has `columns`, these are the same, in any order; else only the order counts':
		'X 各列的名称，与表头相同：训练数据带有 `columns` 时，名称须与之相同，顺序任意；否则只看顺序',
	'Id of the run whose network this is': '所用网络来自哪次训练（编号）',
	'[n], the probability of class 1 or the value of a regression, in the units of the targets; [n][classes], the probability of each class under softmax-cross-entropy. null for what float32 does not hold':
		'[n]，类别 1 的概率，或回归的值（以目标的单位计）；softmax-cross-entropy 时为 [n][类别]，即每个类别的概率。float32 容纳不下的为 null',
	'[n], the class that is predicted; not there for a regression': '[n]，预测的类别；回归没有',
	'Rows with a value further outside the range of its column among the training examples than that range is wide, such as rows that were not standardized while the examples were; not there where no row is, nor for data that a generator draws':
		'有的行里某个值超出该列在训练样本中的范围，而且超出的距离大于该范围的宽度，例如样本做过标准化而这些行没有；没有这样的行，或数据由生成器抽取时，不出现',
	'How many rows of X': 'X 中有多少行',
	'The one that is furthest outside': '超出最远的一行',
	'Its column that is': '该行中超出的列',
	'What stands there': '那里的值',
	'Least and largest value of that column among the training examples': '该列在训练样本中的最小值与最大值',
};
