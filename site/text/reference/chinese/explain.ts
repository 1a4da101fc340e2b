/** What the API says of explanations, in Chinese, by its English. */
export const EXPLAIN_IN_CHINESE: Record<string, string> = {
	'Languages of the messages, best first: en or zh': '说明所用的语言，最想要的在前：en 或 zh',
	'What is worth knowing before the run trains, the worst first': '训练之前值得知道的，最要紧的在前',
	'error: the run will fail; warning: it will not do what one would think; info: good to know':
		'error：训练会失败；warning：结果会与设想的不同；info：值得知道',
	'What follows from the spec, in the caller’s language': '由设定得出什么，用调用者的语言',
};
