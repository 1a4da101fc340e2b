import { type Operation, RESOURCES } from '../../../src/contract/routes.ts';
import type { Language } from '../../../src/language.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';

type ResourceName = keyof typeof RESOURCES;

/** What each resource of the API is for; in English as its document says it. */
export const RESOURCE_TEXT: Record<Language, Record<ResourceName, string>> = {
	en: {
		runs: RESOURCES.runs.description,
		comparisons: RESOURCES.comparisons.description,
		sweeps: RESOURCES.sweeps.description,
		datasets: RESOURCES.datasets.description,
		experiments: RESOURCES.experiments.description,
		convert: RESOURCES.convert.description,
		explain: RESOURCES.explain.description,
		limits: RESOURCES.limits.description,
	},
	zh: {
		runs: '一次训练：给出设定，得到曲线和最终数字。',
		comparisons: '若干次训练，差别就是要比较的东西。',
		sweeps: '一整个网格的训练，可达数千次，在 Workflows 上进行。',
		datasets: '训练所用的数据，按行给出。',
		experiments: '文章的各条论断，可以执行。',
		convert: `同一个惩罚强度，${LIBRARY_IDS.length} 个库各自的写法；可从数值或训练代码出发。`,
		explain: '一个设定在训练之前就意味着什么。',
		limits: '这台服务器有什么、允许什么，以及它是否应答。',
	},
};

/** What each operation does, in Chinese; in English as its document says it. */
export const SUMMARY_IN_CHINESE: Record<Operation['key'], string> = {
	'POST /runs': '按设定训练，或取出已有的结果',
	'GET /runs/{id}': '一个结果，永久有效',
	'GET /runs/{id}/export': '把一次训练写成另一个库的程序',
	'GET /runs/{id}/weights': '一次训练最后一步之后的网络',
	'POST /runs/{id}/predictions': '一次训练的网络对新数据的预测',
	'POST /comparisons': '训练同一设定的至多十二个变体',
	'GET /comparisons/{id}': '一次比较，永久有效',
	'POST /sweeps': '启动一个训练网格：各轴的每种组合',
	'GET /sweeps/{id}': '一次扫描的进展与各格子的结果',
	'DELETE /sweeps/{id}': '撤回自己对一次扫描的需求',
	'GET /sweeps/{id}/events': '一次扫描中依次发生的事件',
	'GET /sweeps/{id}/analysis': '一次扫描的结果说明了什么，以数字表示',
	'GET /datasets': '可以抽取哪些数据',
	'GET /datasets/{kind}': '一个数据集，字段写在查询里',
	'GET /experiments': '文章的各条论断，可以执行',
	'GET /experiments/{name}': '一个实验已提交的结果',
	'POST /experiments/{name}': '按这些参数计算一个实验',
	'GET /convert': '同一个 L2 惩罚强度在各个库里的写法',
	'POST /convert/code': '训练代码或配置：其中什么使权重衰减，在各个库里又怎么写',
	'POST /explain': '一个设定在训练之前意味着什么',
	'GET /': '有什么，在哪里有说明',
	'GET /limits': '这台服务器的全部界限',
	'GET /health': '服务是否应答，以及引擎的版本',
	'GET /openapi.json': '以 OpenAPI 3.1 文档表示的 API',
};
