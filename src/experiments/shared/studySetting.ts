import type { Text } from '../../language.ts';
import { SEEDS, studyCases, TASKS } from '../../study/design.ts';

/** What stands behind every number that comes from the study, which nobody trains again for a click. */
export function studySetting(): Text {
	const tasks = Object.keys(TASKS).length;
	const cases = studyCases().length;
	const seeds = SEEDS.length;
	return {
		en: `the analysis of the committed study: ${tasks} tasks, six of them real; linear model and networks 16, 32-32 (ReLU) and 32-32 (tanh); SGD with momentum 0.9, AdamW and full batches: ${cases} cases, five m each, λ in steps of √10, ${seeds} draws of data and weights, λ chosen on a validation part and scored on a test part`,
		zh: `分析随代码提交的研究：${tasks} 个任务，其中六个为真实数据；线性模型，以及 16、32-32（ReLU）和 32-32（tanh）三种网络；带动量 0.9 的 SGD、AdamW 与全批量训练：共 ${cases} 种情形，每种五个 m，λ 的步长为 √10，数据与权重各抽取 ${seeds} 次，λ 在验证部分上选取，在测试部分上计分`,
	};
}
