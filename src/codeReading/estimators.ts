import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';

/** How an estimator takes its strength. */
export interface Estimator {
	/** The library that its name is of; one of these words is in its path or in the text. */
	library: 'sklearn' | 'xgboost' | 'lightgbm' | 'catboost' | 'spark' | 'h2o' | 'r';
	/** Null where the converter has no row for it. */
	row: LibraryId | null;
	parameter: string;
	/** Other names of the parameter. */
	also: readonly string[];
	/** Its place among the arguments without a name; -1 where it must be named. */
	position: number;
	/** Null where it must be given. */
	byDefault: number | null;
	loss?: Loss;
	/** What else it does: penalises |w|, mixes both, takes its batch itself, scales features, holds one class at 0, or decides by another argument. */
	trait?:
		| 'l1'
		| 'elastic'
		| 'mlp'
		| 'logistic'
		| 'sgd'
		| 'glmnet'
		| 'scaled'
		| 'path'
		| 'h2o'
		| 'contrasts'
		| 'liblinear'
		| 'nnet';
}

const row = (
	library: Estimator['library'],
	id: LibraryId | null,
	parameter: string,
	fallback: number | null,
	more: Partial<Estimator> = {},
): Estimator => ({ library, row: id, parameter, also: [], position: -1, byDefault: fallback, ...more });

/** Estimators by their last name. */
export const ESTIMATORS: Record<string, Estimator> = {
	Ridge: row('sklearn', 'sklearn-ridge', 'alpha', 1, { position: 0 }),
	RidgeClassifier: row('sklearn', 'sklearn-ridge-classifier', 'alpha', 1, { position: 0 }),
	RidgeCV: row('sklearn', 'sklearn-ridge-cv', 'alphas', null, { position: 0, trait: 'path' }),
	RidgeClassifierCV: row('sklearn', 'sklearn-ridge-cv', 'alphas', null, { position: 0, trait: 'path' }),
	KernelRidge: row('sklearn', 'sklearn-kernel-ridge', 'alpha', 1, { position: 0 }),
	ElasticNet: row('sklearn', 'sklearn-elasticnet', 'alpha', 1, { position: 0, trait: 'elastic' }),
	ElasticNetCV: row('sklearn', 'sklearn-elasticnet', 'alphas', null, { trait: 'elastic' }),
	LassoCV: row('sklearn', 'sklearn-lasso', 'alphas', null, { trait: 'l1' }),
	Lasso: row('sklearn', 'sklearn-lasso', 'alpha', 1, { position: 0, trait: 'l1' }),
	LogisticRegression: row('sklearn', 'sklearn-logistic-regression', 'C', 1, { trait: 'logistic' }),
	LogisticRegressionCV: row('sklearn', 'sklearn-logistic-regression-cv', 'Cs', null, { trait: 'logistic' }),
	SGDClassifier: row('sklearn', 'sklearn-sgd', 'alpha', 1e-4, { trait: 'sgd' }),
	SGDRegressor: row('sklearn', 'sklearn-sgd', 'alpha', 1e-4, { trait: 'sgd', loss: 'half-squared-error' }),
	MLPClassifier: row('sklearn', 'sklearn-mlp', 'alpha', 1e-4, { trait: 'mlp' }),
	MLPRegressor: row('sklearn', 'sklearn-mlp', 'alpha', 1e-4, { trait: 'mlp', loss: 'half-squared-error' }),
	H2OGeneralizedLinearEstimator: row('h2o', 'h2o-glm', 'lambda_', null, { also: ['Lambda'], trait: 'h2o' }),
	SVC: row('sklearn', 'sklearn-svc', 'C', 1),
	SVR: row('sklearn', null, 'C', 1),
	LinearSVC: row('sklearn', 'sklearn-linear-svc', 'C', 1),
	LinearSVR: row('sklearn', null, 'C', 1),
	HistGradientBoostingClassifier: row('sklearn', 'sklearn-hist-gradient-boosting', 'l2_regularization', 0),
	HistGradientBoostingRegressor: row('sklearn', 'sklearn-hist-gradient-boosting', 'l2_regularization', 0),
	XGBClassifier: row('xgboost', 'xgboost-gbtree', 'reg_lambda', 1, { also: ['lambda'] }),
	XGBRegressor: row('xgboost', 'xgboost-gbtree', 'reg_lambda', 1, { also: ['lambda'], loss: 'half-squared-error' }),
	XGBRFClassifier: row('xgboost', 'xgboost-gbtree', 'reg_lambda', 1e-5, { also: ['lambda'] }),
	XGBRanker: row('xgboost', 'xgboost-gbtree', 'reg_lambda', 1, { also: ['lambda'] }),
	LGBMClassifier: row('lightgbm', 'lightgbm', 'reg_lambda', 0, { also: ['lambda_l2', 'l2_regularization', 'lambda'] }),
	LGBMRegressor: row('lightgbm', 'lightgbm', 'reg_lambda', 0, {
		also: ['lambda_l2', 'l2_regularization', 'lambda'],
		loss: 'half-squared-error',
	}),
	LGBMRanker: row('lightgbm', 'lightgbm', 'reg_lambda', 0, { also: ['lambda_l2'] }),
	CatBoostClassifier: row('catboost', 'catboost', 'l2_leaf_reg', 3),
	CatBoostRegressor: row('catboost', 'catboost', 'l2_leaf_reg', 3),
};

/** Calls of R by their last name. */
export const R_CALLS: Record<string, Estimator> = {
	glmnet: row('r', 'glmnet-gaussian', 'lambda', null, { position: 8, trait: 'glmnet' }),
	'cv.glmnet': row('r', 'glmnet-gaussian', 'lambda', null, { trait: 'glmnet' }),
	'h2o.glm': row('r', 'h2o-glm', 'lambda', null, { trait: 'h2o' }),
	'lm.ridge': row('r', 'r-lm-ridge', 'lambda', 0, { trait: 'scaled' }),
	nnet: row('r', 'r-nnet', 'decay', 0, { trait: 'nnet' }),
	multinom: row('r', 'r-nnet', 'decay', 0, { loss: 'softmax-cross-entropy', trait: 'contrasts' }),
	LiblineaR: row('r', 'liblinear', 'cost', 1, { position: 3, loss: 'binary-cross-entropy', trait: 'liblinear' }),
	linear_reg: row('r', 'glmnet-gaussian', 'penalty', null, { trait: 'glmnet' }),
	logistic_reg: row('r', 'glmnet-binomial', 'penalty', null, { trait: 'glmnet' }),
};
