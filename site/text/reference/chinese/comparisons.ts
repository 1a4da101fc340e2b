/** What the API says of comparisons, in Chinese, by its English. */
export const COMPARISONS_IN_CHINESE: Record<string, string> = {
	'The spec that all variants start from. It is checked with each patch applied, and may lack what every patch gives, `data` too':
		'所有变体共同的出发设定。逐个加上补丁后再检查；每个补丁都给出的内容可以不写，`data` 也是如此',
	'The variants, in the order of the answer': '各变体，按回答中的顺序',
	'Name of the variant, unique in the comparison': '变体的名称，在比较中不得重复',
	'JSON merge patch (RFC 7396) of the base: the fields to change; null removes one':
		'对 base 的 JSON 合并补丁（RFC 7396）：要改的字段；null 表示去掉',
	'Content hash of the labels and of the ids of the runs': '各名称与各次训练编号的内容散列值',
	'The variants, in the order of the request': '各变体，按请求中的顺序',
	'Name of the variant': '变体的名称',
	'What its training gave': '它的训练结果',
	'Id of the comparison': '比较的编号',
};
