/** What the API says of a deployment, its bounds and its health, in Chinese, by its English. */
export const DEPLOYMENT_IN_CHINESE: Record<string, string> = {
	'Name of the API': 'API 的名称',
	'Version of its contract': '契约的版本',
	'Where the API is described, by relation': 'API 的说明在哪里，按链接关系',
	'This index': '这份目录',
	'Address, from the root of this deployment': '地址，从本部署的根算起',
	'Media type of what is there': '那里内容的媒体类型',
	'The API as an OpenAPI document (RFC 8631)': '以 OpenAPI 文档表示的 API（RFC 8631）',
	'The API as pages for people (RFC 8631)': '供人阅读的 API 页面（RFC 8631）',
	'Whether the deployment answers (RFC 8631)': '部署是否应答（RFC 8631）',
	'Every resource': '每个资源',
	'Address or URI template (RFC 6570), from the root of this deployment':
		'地址或 URI 模板（RFC 6570），从本部署的根算起',
	'Methods that it answers': '它应答的方法',
	'What it is for': '用途',
	'What one request may take': '一次请求的上限',
	'Arithmetic of one request, in GFLOP': '一次请求的运算量，以 GFLOP 计',
	'Arithmetic of a run that the Worker trains itself; larger ones go to trainers':
		'由 Worker 自己训练的一次训练的运算量；更大的交给训练器',
	'Bytes of a request’s body': '请求体的字节数',
	'Bytes of an answer': '回答的字节数',
	'What may be asked for in a day (UTC)': '一天（UTC）之内的上限',
	'Arithmetic that all callers may ask of trainers and sweeps, in GFLOP':
		'所有调用者合计可以要求训练器和扫描完成的运算量，以 GFLOP 计',
	'Arithmetic that one caller may ask of them, in GFLOP': '一位调用者可以要求它们完成的运算量，以 GFLOP 计',
	'As gflop, of callers who ask for more than littleGflop: what is left of gflop is kept for the others':
		'同 gflop，适用于要求超过 littleGflop 的调用者：gflop 余下的部分留给其他人',
	'Arithmetic up to which a caller has asked for little, in GFLOP':
		'要求不超过这个运算量的调用者算作要求很少，以 GFLOP 计',
	'What a result from a trainer counts beside its arithmetic, for keeping it, in GFLOP':
		'训练器的一个结果，除运算量外为保存而计入的量，以 GFLOP 计',
	'What a sweep may take': '一次扫描的上限',
	'Cells of one sweep': '一次扫描的格子数',
	'Arithmetic of one sweep, in GFLOP': '一次扫描的运算量，以 GFLOP 计',
	'Arithmetic of one cell, and of the cells that one step waits for, in GFLOP':
		'一个格子的运算量，也是一步所等待的各格子的运算量，以 GFLOP 计',
	'Cells that one step waits for': '一步所等待的格子数',
	'Workflow instances that train one sweep': '训练一次扫描的 Workflow 实例数',
	'Workflow instances of all sweeps that train at once; the others wait for their turn':
		'所有扫描合计同时训练的 Workflow 实例数；其余的排队等候',
	'What a cell counts of a day beside its arithmetic, for keeping it, in GFLOP':
		'一个格子，除运算量外为保存而计入一天的量，以 GFLOP 计',
	'As day.clientGflop': '同 day.clientGflop',
	'As day.gflop': '同 day.gflop',
	'Until a sweep is forgotten; its runs stay': '多少小时后扫描被删除；其中的训练仍会保留',
	'How often one caller may ask': '一位调用者可以多频繁地请求',
	'Whether a caller who asks more often is refused (429); on one’s own machine nobody is':
		'请求更频繁的调用者是否会被拒绝（429）；在自己的机器上不会',
	'Requests with POST a minute and caller': '每位调用者每分钟的 POST 请求数',
	'Other requests a minute and caller': '每位调用者每分钟的其他请求数',
	'The bounds of requests by name, the same on every deployment': '请求的各个界限，按名称；所有部署都相同',
	'Training or held-out examples': '训练样本数或留出样本数',
	'Columns of the input': '输入的列数',
	'Classes of a softmax output': 'softmax 输出的类别数',
	'Classes that whole-number targets may stand for without a stated loss': '没有写明损失时，整数目标可以表示的类别数',
	'Classes up to which a run has a confusion matrix': '类别数不超过它时，训练结果带有混淆矩阵',
	'Hidden layers': '隐藏层数',
	'Units of one hidden layer': '一个隐藏层的单元数',
	'Hidden units of a teacher that is a network: each target asks all of them':
		'教师网络的隐藏单元数：算每个目标都要用到全部单元',
	'Passes over the data, or explicit batches': '轮数，或逐步列出的批次数',
	"Largest seed of NumPy's RandomState": 'NumPy 的 RandomState 的最大种子',
	'Magnitude of an input, a target or an explicit weight: float32 squares it without overflow':
		'输入、目标或写明的权重的绝对值：float32 平方后不会溢出',
	'Learning rate η': '学习率 η',
	'Strength λ of the penalty': '惩罚的强度 λ',
	'Standard deviation of the noise of a generator or of the input-noise regularizer':
		'生成器的噪声，或输入噪声正则化的噪声的标准差',
	'Grid points along one side of a decision boundary': '决策边界网格每边的点数',
	'Variants of one comparison': '一次比较的变体数',
	"Characters of a variant's label": '变体名称的字符数',
	'Levels of arrays and objects in a request body': '请求体中数组与对象的嵌套层数',
	'Errors that one answer names': '一次回答列出的错误数',
	'Bytes of a request body': '请求体的字节数',
	'Values of one axis': '一个轴的取值个数',
	'Values of the m axis, each of which is checked and priced': 'm 轴的取值个数，每个都要检查并估算运算量',
	'Characters of a base as JSON: a ledger keeps it in one value, of 2 MB at most':
		'base 写成 JSON 的字符数：账本把它存为一个值，至多 2 MB',
	'Callers whose interest in one sweep is counted; later ones get no token':
		'一次扫描中计入需求的调用者数；之后的调用者得不到令牌',
	'The Worker answers': 'Worker 应答',
	'The engine that trains': '训练所用的引擎',
	'Part of every id: another version may give other bits': '每个编号的一部分：换一个版本，结果的二进制位可能不同',
};
