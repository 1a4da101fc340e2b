import type { Text } from '../../language.ts';
import { SEEDS, studyCases, TASKS } from '../../study/design.ts';

/** What stands behind every number that comes from the study, which nobody trains again for a click. */
export function studySetting(): Text {
	const tasks = Object.keys(TASKS).length;
	const cases = studyCases().length;
	const seeds = SEEDS.length;
	return {
		en: `the analysis of the committed study: ${tasks} tasks, six of them real; linear models and networks of 16, 32-32 (ReLU) or 32-32 (tanh); SGD with momentum 0.9, AdamW, full batches: ${cases} cases, five m each, λ in steps of √10, ${seeds} draws, λ chosen by validation and scored by test data`,
		zh: `分析随代码提交的研究：${tasks} 个任务，其中六个为真实数据；线性模型与 16、32-32（ReLU）、32-32（tanh）三种网络；SGD（动量 0.9）、AdamW、全批量：${cases} 种情形，各五个 m，λ 步长 √10，抽样 ${seeds} 次，λ 按验证部分选取，按测试部分计分`,
	};
}
