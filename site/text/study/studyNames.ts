import { SETTING_WORDS } from '../../../src/experiments/settingWords.ts';
import type { Language, Text } from '../../../src/language.ts';
import type { Rule } from '../../../src/schema/lambdaRules.ts';
import { type ModelName, type OptimizerName, TASKS, type TaskName } from '../../../src/study/design.ts';

/** What the study trained on, in words. */
export const taskName = (task: TaskName, language: Language): string =>
	SETTING_WORDS[language].kinds[TASKS[task].data.kind];

/** What the study trained, in words. */
export const MODEL_NAMES: Record<ModelName, Text> = {
	linear: { en: 'no hidden layer (linear)', zh: '没有隐藏层（线性）' },
	'relu-16': { en: 'one layer of 16 (ReLU)', zh: '一层，16 个单元（ReLU）' },
	'relu-32-32': { en: 'two layers of 32 (ReLU)', zh: '两层，各 32 个单元（ReLU）' },
	'tanh-32-32': { en: 'two layers of 32 (tanh)', zh: '两层，各 32 个单元（tanh）' },
};

/** How the study trained, in words. */
export const OPTIMIZER_NAMES: Record<OptimizerName, Text> = {
	sgd: { en: 'SGD with momentum', zh: '带动量的 SGD' },
	adamw: { en: 'AdamW', zh: 'AdamW' },
	'full-batch': { en: 'Adam, all rows at once', zh: 'Adam，全批量训练' },
};

/** What each rule does, in words. */
export const RULE_NAMES: Record<Rule, Text> = {
	'keep-lambda': { en: 'keep λ', zh: '沿用 λ' },
	'keep-over-sqrt-m': { en: 'keep λ/√m', zh: '沿用 λ/√m' },
	'keep-over-m': { en: 'keep λ/m', zh: '沿用 λ/m' },
};
