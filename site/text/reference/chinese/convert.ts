/** What the API says of conversions between libraries, in Chinese, by its English. */
export const CONVERT_IN_CHINESE: Record<string, string> = {
	'With `newM`, the same λ for another number of examples too: what each of three rules makes of it, and what it cost where this project measured it.':
		'写上 `newM`，还给出样本数改变之后的 λ：三条规则各给出什么，以及在本项目的实测中代价是多少。',
	'Whose spelling `value` is in: lambda, or a library': '`value` 是谁的写法：lambda，或某个库',
	'The number as that library takes it: 0, or at least {}': '那个库里填的数：0，或至少 {}',
	'Training examples that there will be: λ is carried over to them': '以后的训练样本数：把 λ 换算过去',
	'B, rows in a batch; "full" = m': 'B，一批的行数；"full" = m',
	'k, numbers that a network says of an example, over which a squared error that its user writes is a mean as well; left out: 1':
		'k，网络对每个样本输出几个数；用户自己写的平方误差也对它们取平均；不填则为 1',
	'η; with it, timescales 1/(η·decay) are given': 'η；填了它，就给出时间尺度 1/(η·衰减)',
	'μ of SGD’s steps, of `from` as of every row: a decay beside the step is 1/(1 − μ) times as large':
		'SGD 更新步的动量 μ，`from` 与各行都一样：加在更新步之外的衰减是 1/(1 − μ) 倍',
	'λ is that of J = mean of this loss + λ/2m·‖w‖²; left out: cross-entropy or ½(ŷ−y)², whichever `from` trains on':
		'λ 属于 J = 这个损失的均值 + λ/2m·‖w‖²；不填：交叉熵或 ½(ŷ−y)²，看 `from` 用哪一个训练',
	'sd(y), for libraries that scale the targets of a regression inside; left out: 1 is assumed':
		'sd(y)，有的库会在内部缩放回归的目标，需要用到它；不填：当作 1',
	'Only what these libraries call it, with commas between them; left out: all, a long answer':
		'只要这些库的写法，用逗号隔开；不填：全部，回答会很长',
	'Of caveats and reasons': '注意事项与原因所用的语言',
	'λ of J = mean of the stated loss + λ/2m·Ω': 'J = 所写损失的均值 + λ/2m·Ω 中的 λ',
	'Whether both have one minimizer, biases apart, at these sizes, and this project has run both and seen it':
		'在这样的 m 和 B 下，不计偏置，两者的极小值点是否相同，而且本项目运行过两者、亲眼看到如此',
	'Why not, for programs; only where it is not exact': '为什么不是，供程序使用；不精确时才有',
	'Why not, for people; only where it is not exact': '为什么不是，供人阅读；不精确时才有',
	'What else to know of λ; only where a run would not accept it': '关于 λ 还要知道什么；训练不接受它时才有',
	'The loss of that objective: the one stated, or the first that `from` trains on':
		'那个目标函数的损失：所写的，或 `from` 首选的训练损失',
	'The same strength in every library that trains on the loss': '同一强度，在用这个损失训练的每个库里的写法',
	'Id of the library': '库的标识',
	'The library and the part of it that takes the parameter': '库，以及其中接受这个参数的部分',
	'Name of the parameter as the library writes it': '参数名，按库里的写法',
	'Its value; null where no finite one says it': '参数的值；没有有限的值能表示时为 null',
	'Its value where a user gives none; null: a path of values, or none':
		'使用者不填时的值；null：是一串值，或者没有默认值',
	'What the library minimizes, or the update that it makes, as a formula: L is the loss of an example':
		'库所极小化的目标，或它所做的更新，写成公式：L 是一个样本的损失',
	'The loss of the objective that λ belongs to in this row': '这一行的 λ 所属目标函数的损失',
	'How long the decay alone takes to shrink a weight to 1/e; where the value decays weights and η is known':
		'单靠衰减，权重缩小到 1/e 要多久；该值使权重衰减且 η 已知时才有',
	'τ = 1/(η·d), or (1−μ)/(η·d), in updates of the weights':
		'τ = 1/(η·d)；衰减经过动量时为 (1−μ)/(η·d)。以权重更新的次数计',
	'τ in passes over the data': 'τ，以轮数计',
	'Whether the parameter penalizes biases too, unless a user takes care':
		'这个参数是否也惩罚偏置（除非使用者特别处理）',
	'What else to know': '还要知道什么',
	'Code that sets the value; null where there is none': '设置这个值的代码；没有时为 null',
	'Where the spelling is written down': '这种写法的出处',
	'How this project has checked the entry': '本项目怎样核对过这一项',
	'Whether the library was run, or read in its source or documentation': '是运行过这个库，还是读过它的源代码或文档',
	'Version of the library': '库的版本',
	'Largest relative error of the weights on one problem': '在一个问题上，权重的最大相对误差',
	'Libraries that do not train on the loss': '不用这个损失训练的库',
	'What it trains on': '它用什么损失训练',
	'λ carried over to `newM` examples by each rule, and what the rules cost; only where `newM` is given':
		'按每条规则换算到 `newM` 个样本的 λ，以及各规则的代价；写了 `newM` 时才有',
	'Training examples that there will be': '以后的训练样本数',
	'How many times as many they are': '是现在的多少倍',
	'What the costs were measured on, at about ten times as many examples: networks, by their optimizer, or linear models':
		'代价是在哪些模型上测的（样本约为十倍）：按优化器分的网络，或线性模型',
	'Every rule': '每条规则',
	'What is kept: λ, λ/√m or λ/m': '保持什么不变：λ、λ/√m 或 λ/m',
	'λ then': '那时的 λ',
	'The same in the spelling of `from`; null where no finite one says it':
		'同一个值，用 `from` 的写法；没有有限的值能表示时为 null',
	'Loss over that of tuning again, less 1: the median over tasks': '损失与重新调参所得损失之比，减 1：各任务的中位数',
	'Tasks on which it costs less than 0.01': '代价小于 0.01 的任务数',
	'Tasks that were measured': '测量过的任务数',
	'The rule that costs least': '代价最小的规则',
	'What to do, for people': '该怎么做，供人阅读',
};
