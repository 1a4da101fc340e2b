import type { Language } from '../../../src/language.ts';

/** The words of the pages that describe the API; descriptions are those of its document, in Chinese by `chinese/`. */
interface ReferenceText {
	title: string;
	description: string;
	introHtml: readonly string[];
	resources: string;
	problems: string;
	problemsHtml: string;
	resource: (name: string) => string;
	resourceDescription: (name: string) => string;
	documentHtml: string;
	body: string;
	query: string;
	/** What stands there, and what it is called. */
	named: (what: string, name: string) => string;
	answer: string;
	status: string;
	headers: string;
	headerCount: (count: string) => string;
	otherForm: (mediaType: string) => string;
	examples: string;
	copy: string;
	copied: string;
	notCopied: string;
	console: string;
	address: string;
	requestBody: string;
	/** Of a route that answers while it works. */
	asEvents: string;
	longExample: string;
	events: string;
	/** How many events came, and when the last one did. */
	streaming: (status: number, count: string, milliseconds: string) => string;
	streamed: (status: number, count: string, milliseconds: string) => string;
	/** Stands in the line of the event whose content is the answer. */
	below: string;
	/** The example's result is not there yet, and is made. */
	making: (address: string) => string;
	/** Leads from a refusal to its page. */
	problemPage: string;
	/** Of the API's own words, where the page has others. */
	errorsAreEnglish: string;
	/** After the sentence that says what an operation does. */
	fullStop: string;
	send: string;
	sending: string;
	/** On the button that sent the request, until the answer is there. */
	stop: string;
	stopped: string;
	came: (status: number, milliseconds: string, bytes: string) => string;
	failed: (message: string) => string;
	fieldCount: (count: number) => string;
	fields: { field: string; type: string; opening: string; allowed: string; description: string };
	required: string;
	all: string;
}

/** What a status means to who sent the request. */
const OUTCOME: Record<Language, (status: number) => string> = {
	en: (status) => (status < 400 ? 'answered' : status < 500 ? 'refused' : 'the server failed'),
	zh: (status) => (status < 400 ? '已回答' : status < 500 ? '请求被拒绝' : '服务器出错'),
};

export const REFERENCE_TEXT: Record<Language, ReferenceText> = {
	en: {
		title: 'The API',
		description:
			'The public API of lambda-over-2m: train small networks on a server, with results named by their content, clear errors and an OpenAPI 3.1 document.',
		introHtml: [
			'Everything on these pages can be asked of the API: JSON in, JSON out, no key. The same question always has the same id and the same answer; a result never changes under its id.',
			'Errors are problem documents (RFC 9457) that name the field, what was given and what is allowed, and offer a request that would work. The base path is <code>/api/v1</code>: fields may be added to it, and none will change.',
		],
		resources: 'Resources',
		problems: 'Problems',
		problemsHtml: 'Every error has a <code>type</code>, which is a page that says what to do.',
		resource: (name) => `/${name}`,
		resourceDescription: (name) =>
			`The resource /${name} of the API: requests, answers, examples, and a console to try it.`,
		documentHtml: 'For machines: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).',
		body: 'Body',
		query: 'Parameters',
		named: (what, name) => `${what}: ${name}`,
		answer: 'Answer',
		status: 'status',
		headers: 'Headers: ',
		headerCount: (count) => `Headers of the answer (${count})`,
		otherForm: (mediaType) => `As ${mediaType}: `,
		examples: 'Example',
		copy: 'Copy',
		copied: 'Copied',
		notCopied: 'Your browser blocked copying.',
		console: 'Try it',
		address: 'address',
		requestBody: 'body',
		asEvents: 'stream events while it runs (Accept: text/event-stream)',
		longExample: 'Load a run that takes a few seconds',
		events: 'Events, in order',
		streaming: (status, count, milliseconds) =>
			`${status}, answering · ${count} events · the last after ${milliseconds}`,
		streamed: (status, count, milliseconds) =>
			`${status}, ${OUTCOME.en(status)} · ${count} events · the last after ${milliseconds}`,
		below: 'the answer, below',
		making: (address) => `This result does not exist yet: POST ${address} creates it first …`,
		problemPage: 'What this problem means and how to fix the request',
		errorsAreEnglish: '',
		fullStop: '. ',
		send: 'Send',
		sending: 'Sending …',
		stop: 'Stop',
		stopped: 'Stopped before the answer was complete.',
		came: (status, milliseconds, bytes) => `${status}, ${OUTCOME.en(status)} · ${milliseconds} · ${bytes} bytes`,
		failed: (message) => `No answer: ${message}`,
		fieldCount: (count) => `${count} fields`,
		fields: { field: 'field', type: 'type', opening: 'default', allowed: 'allowed', description: 'meaning' },
		required: 'required',
		all: 'All resources',
	},
	zh: {
		title: 'API',
		description: 'lambda-over-2m 的公开 API：在服务器上训练小网络，结果以内容命名，错误说明清楚，附 OpenAPI 3.1 文档。',
		introHtml: [
			'这些页面展示的一切都能向 API 提问。JSON 进，JSON 出；不需要密钥。同样的问题有同样的编号、同样的答案，永远如此：编号之下的结果不会改变。',
			'错误是问题文档（RFC 9457）：哪个字段、给了什么、允许什么，以及怎样的请求可行。基础路径是 <code>/api/v1</code>；以后只会增加字段，不会改变已有的。',
		],
		resources: '资源',
		problems: '问题',
		problemsHtml: '每个错误都有 <code>type</code>，它就是一个说明该怎么办的页面。',
		resource: (name) => `/${name}`,
		resourceDescription: (name) => `API 的资源 /${name}：请求、回答、示例，以及可以当场试用的控制台。`,
		documentHtml: '机器读的版本：<a href="/api/v1/openapi.json">openapi.json</a>（OpenAPI 3.1）。',
		body: '请求体',
		query: '参数',
		named: (what, name) => `${what}：${name}`,
		answer: '回答',
		status: '状态',
		headers: '响应头：',
		headerCount: (count) => `响应头（${count} 个）`,
		otherForm: (mediaType) => `${mediaType} 形式：`,
		examples: '示例',
		copy: '复制',
		copied: '已复制',
		notCopied: '浏览器不允许复制。',
		console: '试一试',
		address: '地址',
		requestBody: '请求体',
		asEvents: '边做边答，一次一个事件（Accept: text/event-stream）',
		longExample: '换成要训练几秒的例子',
		events: '依次收到的事件',
		streaming: (status, count, milliseconds) => `${status}，正在回答 · ${count} 个事件 · 最后一个在 ${milliseconds}后`,
		streamed: (status, count, milliseconds) =>
			`${status}，${OUTCOME.zh(status)} · ${count} 个事件 · 最后一个在 ${milliseconds}后`,
		below: '回答，见下',
		making: (address) => `这里还没有这个结果：先用 POST ${address} 算出来……`,
		problemPage: '这个问题的含义，以及怎样改正请求',
		errorsAreEnglish: 'API 的错误正文一律为英文。',
		fullStop: '。',
		send: '发送',
		sending: '正在发送……',
		stop: '停止',
		stopped: '已停止，回答没有收完。',
		came: (status, milliseconds, bytes) => `${status}，${OUTCOME.zh(status)} · ${milliseconds} · ${bytes} 字节`,
		failed: (message) => `没有收到回答：${message}`,
		fieldCount: (count) => `${count} 个字段`,
		fields: { field: '字段', type: '类型', opening: '默认', allowed: '允许', description: '含义' },
		required: '必填',
		all: '全部资源',
	},
};
