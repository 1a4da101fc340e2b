/** What the API says of data sets beside the fields of a spec's data, in Chinese, by its English. */
export const DATASETS_IN_CHINESE: Record<string, string> = {
	'Every kind of data that can be drawn': '可以抽取的每一种数据',
	'A generator or a real data set': '生成器或真实数据集',
	'Inputs of an example': '一个样本的输入个数',
	'Classes of the targets; null for a regression': '目标的类别数；回归为 null',
	'Which of them GET /datasets/{kind} takes in its query': '其中哪些可以写在 GET /datasets/{kind} 的查询里',
	'The kind as `data` of a spec, every default filled in': '这种数据作为设定中的 `data`，默认值全部填好',
	'The training rows. A field that is left out has its default; one that the kind does not have is refused.':
		'训练用的行。不写的字段取默认值；这种数据没有的字段会被拒绝。',
	'Targets, [m]: 0/1, class numbers or reals': '目标，[m]：0/1、类别编号或实数',
};
