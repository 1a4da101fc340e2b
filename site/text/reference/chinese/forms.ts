/** What the API says of answers as tables and as events, in Chinese, by its English. */
export const FORMS_IN_CHINESE: Record<string, string> = {
	'CSV with a header; {}. A text that a spreadsheet would take for a formula has an apostrophe before it':
		'带表头的 CSV；{}。会被电子表格当作公式的文字，前面加有一个撇号',
	'one row an epoch that was recorded: {}': '记录的每一轮一行：{}',
	'one row a variant and epoch that was recorded: {}': '每个变体的每个记录轮一行：{}',
	'one row an example: prediction, or prediction0, prediction1 … of several classes; then class, but for a regression':
		'每个样本一行：prediction，多个类别时为 prediction0、prediction1……；然后是 class，回归没有',
	'one row an example: x1, x2, …, y': '每个样本一行：x1、x2、……、y',
	'one row a cell that is over': '每个已结束的格子一行',
	'one row a number': '每个数一行',
	'one row a number that was measured: {}': '每个测得的数一行：{}',
	'one row a library: {}': '每个库一行：{}',
	'Server-sent events (WHATWG HTML)': '服务器推送事件（WHATWG HTML）',
	'Server-sent events (WHATWG HTML). `progress`, ten a second at most, holds `label` ({}), `epoch` ({}), `epochs` ({}), `trace` ({}), `boundary` ({}). The last event is one `result`, which holds {}, or one `problem`, which holds a Problem':
		'服务器推送事件（WHATWG HTML）。`progress` 每秒至多十个，含有 `label`（{}）、`epoch`（{}）、`epochs`（{}）、`trace`（{}）、`boundary`（{}）。最后一个事件是 `result`，内容为{}；或者是 `problem`，内容为 Problem',
	'The variant, in a comparison': '比较中的变体',
	'Epochs done; begins again at 0 where a training was lost with its machine and begun anew, and with it the trace':
		'已完成的轮数；训练若随机器一起丢失而重新开始，则与曲线一起从 0 重来',
	'Epochs of the whole run': '整个训练的轮数',
	'What was recorded since the last event': '上一个事件之后记录的内容',
	'The boundary as it is now, where the spec asks for one; not in every event':
		'此刻的决策边界，设定要求时才有；并非每个事件都带',
	'the run': '这次训练',
	'the comparison': '这次比较',
};
