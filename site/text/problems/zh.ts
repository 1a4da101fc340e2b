import type { ProblemTexts } from './problemText.ts';

export const problems: ProblemTexts = {
	'malformed-json': {
		title: '请求体不是 JSON',
		meansHtml: '请求体无法解析，或者嵌套超过 20 层。没有训练任何东西。',
		remediesHtml: [
			'看 <code>detail</code>：它写明解析器停在第几个字符。',
			'在 shell 里用单引号包住请求体；JSON 内部只认双引号。',
			'JSON 里没有注释、没有结尾逗号，也没有 <code>NaN</code> 和 <code>Infinity</code>。',
		],
	},
	forbidden: {
		title: '这需要一个没有送来的令牌',
		meansHtml:
			'扫描属于启动它的人：只有 <code>POST /sweeps</code> 答复中的令牌才能撤回。这次请求没有带令牌，或者带了另一次扫描的令牌。',
		remediesHtml: [
			'发送 <code>Authorization: Bearer</code>，后面是你自己那次 <code>POST /sweeps</code> 答复中的 <code>stopToken</code>。',
			'令牌丢失后就不能停止这次扫描；再次提交同样的网格会得到那次请求自己的令牌。',
		],
	},
	'not-found': {
		title: '这里什么也没有',
		meansHtml: '路径不属于本 API，或者这个 id 下没有保存结果。id 是设定与引擎版本的散列值，无法由它倒推出设定。',
		remediesHtml: [
			'用 POST 重新提交设定：相同的设定得到相同的 id，结果此后一直在那里。',
			'<a href="/api/v1/openapi.json"><code>/api/v1/openapi.json</code></a> 列出全部路径。',
		],
	},
	'method-not-allowed': {
		title: '该资源不支持这个方法',
		meansHtml: '路径存在，但不接受这个方法。',
		remediesHtml: ['响应头 <code>Allow</code> 和 <code>detail</code> 写明了可用的方法。'],
	},
	'not-acceptable': {
		title: '没有你能接受的表示形式',
		meansHtml: '<code>Accept</code> 请求头要求的媒体类型，这个资源不提供。',
		remediesHtml: [
			'发送 <code>Accept: application/json</code>；若 <code>detail</code> 提到 <code>text/csv</code>，也可以用它。',
			'不写 <code>Accept</code> 时返回 JSON。',
		],
	},
	'body-too-large': {
		title: '请求体太大',
		meansHtml: '请求体超过 2 MiB。字节在到达时计数，没有训练任何东西。',
		remediesHtml: [
			'减少自带数据的行数，或减少每个数的位数：引擎用 float32 计算，只有前七八位有意义。',
			'需要指定批次时，用 <code>batchSize</code> 和 <code>shuffleSeed</code> 代替逐步列出的行号。',
		],
	},
	'unsupported-media-type': {
		title: '这里不接受这种类型的请求体',
		meansHtml: '请求声明的内容类型不被接受，或者没有声明。',
		remediesHtml: [
			'发送 <code>Content-Type: application/json</code>，或 <code>detail</code> 列出的其他类型：预测也接受 <code>text/csv</code>，代码也接受 <code>text/plain</code>。curl 默认写的是 <code>application/x-www-form-urlencoded</code>。',
		],
	},
	'invalid-spec': {
		title: '请求的格式正确，但内容无效',
		meansHtml: '某个字段缺失、未知，或取值不被允许。所有错误一次列出，最多二十个字段。没有训练任何东西。',
		remediesHtml: [
			'<code>errors</code> 的每一项都有字段的 <code>path</code> 和 <code>message</code>：给了什么，允许什么。',
			'只有 <code>data</code> 是必填的；不想设置的都可以省略。',
			'<a href="/api/v1/limits"><code>/api/v1/limits</code></a> 给出全部界限，<a href="/api/v1/openapi.json"><code>/api/v1/openapi.json</code></a> 给出全部字段。',
		],
	},
	'no-such-form': {
		title: '这次训练没有这种形式',
		meansHtml:
			'这次训练在这里，但要的东西没有：设定里有某一项是那个库表达不了的，或者数值超出了 float32 的范围，所以没有训练好的网络。',
		remediesHtml: [
			'要程序时，<code>errors</code> 会列出那个库缺少的每个字段和原因：换一个 <code>target</code>，或者去掉这个字段再训练。',
			'要权重和预测时，请训练一个不会发散的设定：<code>POST /explain</code> 会告诉你该改什么。',
		],
	},
	'over-budget': {
		title: '任务超出了本部署允许的大小',
		meansHtml:
			'Worker 计算时它的时钟是停住的，所以任务在开始之前就要量好：按运算量，也按结果的大小。这个任务超过了上限，没有训练任何东西。',
		remediesHtml: [
			'<code>fits</code> 是一个可以运行的设定：同样的内容，轮数更少、记录更稀，或留出与训练的样本更少。可以原样提交。',
			'<code>cost</code> 和 <code>limit</code> 写明超出多少。运算量随 m × 轮数 × 各层宽度之积增长。',
			'一次比较或一个实验按其全部训练之和计算：一次少提交几个变体。',
			'在自己的部署里，可以调高 <code>wrangler.toml</code> 中的 <code>JOB_BUDGET_GFLOP</code>。',
		],
	},
	'rate-limited': {
		title: '请求太多',
		meansHtml: '你的地址在一分钟内发来的请求超过了本部署的限额。计算（POST）和读取分开计数。',
		remediesHtml: [
			'按响应头 <code>Retry-After</code> 的秒数等待，再发一次：这次请求还没有做任何事。',
			'一次多问一些：一次比较最多可有十二个变体。',
			'保存已有的结果：同一个 id 下的结果永不改变。',
		],
	},
	internal: {
		title: '是我们这边出了错，不是你的请求',
		meansHtml: '这是我们的错误。没有任何内容保存在某个 id 之下。',
		remediesHtml: [
			'再发一次：相同的设定得到相同的结果，不会有损失。',
			'如果一直如此，请把 <code>requestId</code> 和你发送的内容告诉我们。',
		],
	},
	unavailable: {
		title: '负责训练的部分此刻没有应答',
		meansHtml:
			'较大的任务由一个专属的对象来训练，它以结果的 id 命名。这个对象没能连上，或者在训练途中接连丢失了三次。没有留下任何半成品。',
		remediesHtml: [
			'按 <code>Retry-After</code> 头给出的秒数等待，再发一次同样的请求：训练会重新开始，同一个 id 下不会重复。',
			'如果一直如此，请把任务改小：减少轮数，或一次少比较几个变体。',
		],
	},
};
