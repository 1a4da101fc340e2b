/** What the API says of code that it has read, in Chinese, by its English. */
export const CODE_IN_CHINESE: Record<string, string> = {
	'It is parsed, never run. What the code leaves out is listed in `missing`, and may be sent beside it; what was not understood is said with its reason.':
		'代码只解析，从不运行。代码没有写的列在 `missing` 里，可以另外写明；没有读懂的会说明原因。',
	'Lines of training code, or a configuration; nothing of it is run': '几行训练代码，或一份配置；都不会运行',
	'What it is written in; found by the text where it is left out': '用什么语言写的；不填则由内容判断',
	'How the decay is taken, where the code does not say it: as SGD, Adam or AdamW do':
		'代码没有写明时，衰减怎样施加：像 SGD、Adam 还是 AdamW',
	'The strength, where the code does not say it': '代码没有写明时的强度',
	'Training examples, without those that are held out': '训练样本数，不含留出的',
	'B, rows in a batch': 'B，一批的行数',
	'The data loss that λ stands beside': '与 λ 相伴的数据损失',
	'sd(y), for libraries that scale the targets inside': 'sd(y)，供在内部缩放目标的库使用',
	'Of messages, caveats and reasons': '说明、注意事项与原因所用的语言',
	'What the code was read as': '代码按什么语言来读',
	'Everything that decays weights, in the order of the code': '使权重衰减的每一处，按代码中的顺序',
	'What takes the strength, as it is called in full': '接受强度的是什么，写出全名',
	'Line of the code, from 1': '代码的第几行，从 1 起',
	'Column in that line, from 1': '该行的第几列，从 1 起',
	'Whose spelling it is read in; null where there is none, and a note says why':
		'按哪个库的写法来读；没有时为 null，附注说明原因',
	'Name of the strength there': '强度在那里的名称',
	'The strength; null where the code does not say it, and a note says why': '强度；代码没有写明时为 null，附注说明原因',
	'Whether the code leaves it out, so that the library’s default holds': '代码是否没有写它，因而用的是库的默认值',
	'How the weights step; null for a solver': '权重怎样一步步更新；求解器为 null',
	'How the decay is taken; null where the code does not say it': '衰减怎样起作用；代码没有说时为 null',
	'η; null where the code does not say it': 'η；代码没有写明时为 null',
	Momentum: '动量',
	'Whether it is Nesterov’s': '是否为 Nesterov 动量',
	'B of its steps; null where it is not known': '每一步的 B；不知道时为 null',
	'All parameters, all but biases, a group of them, layers, or the values of leaves':
		'全部参数、除偏置外的全部、其中一组、若干层，或叶子的取值',
	'Layers that have it': '有多少层带有它',
	'Fields of the request that would complete it': '请求中补上哪些字段就完整了',
	'What it is elsewhere; null while something is missing for it': '换成别处的写法；还缺什么时为 null',
	'λ of λ/2m; of AdamW the one that shrinks weights as fast through plain SGD':
		'λ/2m 的 λ；对 AdamW，是用普通 SGD 使权重缩小得一样快的那个',
	'How λ follows from the strength, in one line': 'λ 怎样由强度得出，一行',
	'd, what multiplies w in the gradient of the penalty': 'd，惩罚项的梯度中 w 前面的系数',
	'Of the prior on a weight that the penalty is, in a regression for noise of standard deviation 1; null where it is none':
		'惩罚项所相当的权重先验的标准差，回归时按噪声的标准差为 1 计；不是先验时为 null',
	'Epochs in which the decay alone shrinks a weight to 1/e; null where η or B is not known, or there is none':
		'单靠衰减，权重缩小到 1/e 要多少轮；η 或 B 不知道，或没有这样的轮数时为 null',
	'One strength of the L2 penalty in every library’s spelling': '同一个 L2 惩罚强度，在各个库里的写法',
	'What is worth knowing of it, the worst first': '关于它值得知道的，最要紧的在前',
	'Which finding it is, for programs': '是哪一个发现，供程序使用',
	'error: the training will fail; warning: it will not do what one would think; info: good to know':
		'error：训练会失败；warning：结果会与设想的不同；info：值得知道',
	'What follows from the code': '由代码得出什么',
	'The number that the message turns on': '说明所依据的数',
	'Code that does it otherwise': '换一种做法的代码',
	'How it was read': '是怎样读的',
	'Which note it is, for programs': '是哪一条附注，供程序使用',
	'What was understood how, or why it was not': '读懂了什么、怎样读的，或为什么没有读懂',
	'Training examples; null where the code does not say it': '训练样本数；代码没有写明时为 null',
	'The number': '数值',
	'B; null where the code does not say it': 'B；代码没有写明时为 null',
	'Epochs; null where the code does not say it': '轮数；代码没有写明时为 null',
	'The data loss; null where the code does not say it': '数据损失；代码没有写明时为 null',
	'What the answer reckons with: what the request states, else what the code says; null where neither does':
		'回答按什么来算：请求写明的，否则代码写的；都没有时为 null',
	'B, all examples where they are fewer': 'B；样本更少时为全部样本',
	Epochs: '轮数',
	'Fields of the request that would say more, in the order to ask for them':
		'请求中补上哪些字段就能说得更多，按该问的顺序',
	'Of the code as a whole: what was understood, what was not and why': '关于整段代码：读懂了什么，没读懂什么、为什么',
};
