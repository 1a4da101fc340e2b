import { RESOURCES } from '../../../src/contract/routes.ts';
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
		runs: '一次训练：给出规格，得到曲线和最终数字。',
		comparisons: '若干次训练，差别就是要比较的东西。',
		sweeps: '一整个网格的训练，可达数千次，在 Workflows 上进行。',
		datasets: '训练所用的数据，按行给出。',
		experiments: '文章的各条论断，可以执行。',
		convert: `同一个惩罚强度，${LIBRARY_IDS.length} 个库各自的写法。`,
		explain: '一个规格在训练之前就意味着什么。',
		limits: '这个部署有什么、允许什么，以及它是否应答。',
	},
};
