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

/** Leaves in formulas: G and H are the sums of first and second derivatives of the loss in a leaf. */
const LEAF = (lambda: string) => `ΣL + ½·${lambda}·Σv², v = −G/(H + ${lambda})`;

/** Gradient boosting, whose λ is on the leaves of trees, and XGBoost's linear booster. */
export const boosting = {
	'xgboost-gbtree': {
		name: 'XGBoost, booster gbtree',
		parameter: 'lambda',
		default: 1,
		objective: LEAF('lambda'),
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'v is the value of a leaf; it is multiplied by eta afterwards. reg_lambda in the scikit-learn interface; the L1 part is alpha·Σ|v|.',
				zh: 'v 是叶子的值，随后还要乘以 eta。在 scikit-learn 接口中名为 reg_lambda；L1 部分是 alpha·Σ|v|。',
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
		objective: LEAF('lambda_l2'),
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'v is the value of a leaf; it is multiplied by learning_rate afterwards. The default is 0, XGBoost’s 1; the L1 part is lambda_l1·Σ|v|.',
				zh: 'v 是叶子的值，随后还要乘以 learning_rate。默认值是 0，而 XGBoost 是 1；L1 部分是 lambda_l1·Σ|v|。',
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
	'sklearn-hist-gradient-boosting': {
		name: 'scikit-learn HistGradientBoosting*',
		parameter: 'l2_regularization',
		default: 0,
		objective: LEAF('l2_regularization'),
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'v is the value of a leaf; it is multiplied by learning_rate afterwards, and stands beside the best constant, which is not penalized.',
				zh: 'v 是叶子的值，随后还要乘以 learning_rate，并加在不受惩罚的最佳常数上。',
			},
		],
		exception: severalClasses,
		source:
			'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/ensemble/_hist_gradient_boosting/gradient_boosting.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 4e-9 },
		snippet: (value, { loss }) =>
			`sklearn.ensemble.HistGradientBoosting${isSquaredError(loss) ? 'Regressor' : 'Classifier'}(l2_regularization=${value})`,
	},
	catboost: {
		name: 'CatBoost',
		parameter: 'l2_leaf_reg',
		default: 3,
		objective: LEAF('l2_leaf_reg'),
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2m',
		coupling: 'leaves',
		penalizesBiases: false,
		caveats: [
			{
				en: 'v is the value of a leaf; it is multiplied by learning_rate afterwards. The default is 3, XGBoost’s 1. With weights it is multiplied by their mean; leaf_estimation_method="Gradient" counts rows for H.',
				zh: 'v 是叶子的值，随后还要乘以 learning_rate。默认值是 3，而 XGBoost 是 1。有样本权重时再乘以权重的平均值；leaf_estimation_method="Gradient" 用行数代替 H。',
			},
			{
				en: 'With leaf_estimation_iterations above 1, the default beside a cross-entropy, each Newton step adds the number to H but nothing to G: the leaf is then near the one without a penalty.',
				zh: 'leaf_estimation_iterations 大于 1 时（交叉熵的默认），每个牛顿步只把该值加到 H 上，不加到 G 上：叶子便接近没有惩罚时的值。',
			},
		],
		exception: severalClasses,
		// CalcAverage: sumDelta / (count + scaledL2Regularizer); ScaleL2Reg: l2Regularizer * (sumAllWeights / allDocCount)
		source: 'https://github.com/catboost/catboost/blob/master/catboost/private/libs/algo_helpers/online_predictor.h',
		checked: { how: 'source', version: '1.2.10' },
		snippet: (value, { loss }) =>
			`catboost.CatBoost${isSquaredError(loss) ? 'Regressor' : 'Classifier'}(l2_leaf_reg=${value}${isSquaredError(loss) ? '' : ', leaf_estimation_iterations=1'})`,
	},
	'xgboost-gblinear': {
		name: 'XGBoost, booster gblinear',
		parameter: 'lambda',
		default: 0,
		objective: 'ΣL + ½·lambda·m·‖w‖²',
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
				en: 'One round is one pass of coordinate descent: many rounds are needed to reach the minimizer.',
				zh: '一轮只是坐标下降的一遍：需要很多轮才能到达极小值点。',
			},
		],
		source: 'https://xgboost.readthedocs.io/en/release_1.7.0/parameter.html',
		checked: { how: 'run', version: '1.7.4', largestError: 2e-7 },
		snippet: (value, { loss }) =>
			`xgboost.train({"booster": "gblinear", "updater": "coord_descent", "objective": "${objective(loss)}", "lambda": ${value}}, data, num_boost_round=1000)`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
