import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError, type Loss } from '../../schema/losses.ts';
import { type Library, REGRESSION, type Setting } from '../library.ts';

const MULTICLASS: Text = {
	en: 'With several classes each library multiplies the Hessian H by a factor of its own, against which λ stands.',
	zh: '多分类时，各库会给 Hessian H 乘上自己的系数，λ 与之相对。',
};
const severalClasses = ({ loss }: Setting) => (loss === 'softmax-cross-entropy' ? MULTICLASS : undefined);

const objective = (loss: Loss) => (isSquaredError(loss) ? 'reg:squarederror' : 'binary:logistic');

/** Gradient boosting, whose λ is on the leaves of trees, and XGBoost's linear booster. */
export const boosting = {
	'xgboost-gbtree': {
		name: 'XGBoost, booster gbtree',
		parameter: 'lambda',
		default: 1,
		objective: 'Σ loss + ½·lambda·Σ leaf²: a leaf is −G/(H + lambda)',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'reg_lambda in the scikit-learn interface. The leaf is multiplied by eta afterwards.',
				zh: '在 scikit-learn 接口中名为 reg_lambda。叶子值随后还要乘以 eta。',
			},
		],
		exception: severalClasses,
		source: 'https://xgboost.readthedocs.io/en/release_1.7.0/tutorials/model.html',
		checked: { how: 'run', version: '1.7.4', largestError: 1e-8 },
		snippet: (value, { loss }) =>
			loss === 'softmax-cross-entropy'
				? `xgboost.train({"booster": "gbtree", "objective": "multi:softprob", "num_class": classes, "lambda": ${value}}, data)`
				: `xgboost.train({"booster": "gbtree", "objective": "${objective(loss)}", "lambda": ${value}}, data)`,
	},
	lightgbm: {
		name: 'LightGBM',
		parameter: 'lambda_l2',
		default: 0,
		objective: 'Σ loss + ½·lambda_l2·Σ leaf²: a leaf is −G/(H + lambda_l2)',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The default is 0, XGBoost’s 1. The leaf is multiplied by learning_rate afterwards.',
				zh: '默认值是 0，而 XGBoost 是 1。叶子值随后还要乘以 learning_rate。',
			},
		],
		exception: severalClasses,
		source: 'https://lightgbm.readthedocs.io/en/stable/Parameters.html',
		checked: { how: 'run', version: '4.7.0', largestError: 2e-8 },
		snippet: (value, { loss }) =>
			loss === 'softmax-cross-entropy'
				? `lightgbm.train({"objective": "multiclass", "num_class": classes, "lambda_l2": ${value}}, data)`
				: `lightgbm.train({"objective": "${isSquaredError(loss) ? 'regression' : 'binary'}", "lambda_l2": ${value}}, data)`,
	},
	'xgboost-gblinear': {
		name: 'XGBoost, booster gblinear',
		parameter: 'lambda',
		default: 0,
		objective: 'Σ loss + ½·lambda·m·‖w‖² (m: the sum of the examples’ weights)',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Multiplied by the sum of the examples’ weights inside, unlike gbtree’s lambda of the same name.',
				zh: '内部会乘以样本权重之和，这一点与同名的 gbtree 参数不同。',
			},
			{
				en: 'One round is one pass of coordinate descent: many rounds are needed to reach the minimiser.',
				zh: '一轮只是坐标下降的一遍：需要很多轮才能到达极小点。',
			},
		],
		source: 'https://xgboost.readthedocs.io/en/release_1.7.0/parameter.html',
		checked: { how: 'run', version: '1.7.4', largestError: 2e-7 },
		snippet: (value, { loss }) =>
			`xgboost.train({"booster": "gblinear", "updater": "coord_descent", "objective": "${objective(loss)}", "lambda": ${value}}, data, num_boost_round=1000)`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
