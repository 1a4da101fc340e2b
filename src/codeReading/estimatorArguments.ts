/** Every argument of scikit-learn's estimators, in any of its versions, by their last name. */
const LINEAR = 'fit_intercept copy_X max_iter tol positive random_state normalize';
const DESCENT = `${LINEAR} warm_start selection precompute`;
const PATH = `${DESCENT} eps n_alphas alphas cv verbose n_jobs`;
const RIDGE = `alpha ${LINEAR} solver`;
const RIDGE_CV = 'alphas fit_intercept scoring cv store_cv_results store_cv_values normalize';
const LOGISTIC =
	'penalty dual tol fit_intercept intercept_scaling class_weight random_state solver max_iter multi_class verbose n_jobs';
const STOPPING = 'early_stopping validation_fraction n_iter_no_change warm_start tol verbose random_state';
const SGD = `loss penalty alpha l1_ratio fit_intercept max_iter shuffle epsilon learning_rate eta0 power_t average n_iter ${STOPPING}`;
const MLP = `hidden_layer_sizes activation solver alpha batch_size learning_rate learning_rate_init power_t max_iter shuffle momentum nesterovs_momentum beta_1 beta_2 epsilon max_fun ${STOPPING}`;
const KERNEL = 'kernel degree gamma coef0 shrinking tol C cache_size verbose max_iter';
const LINEAR_SVM = 'loss dual tol C fit_intercept intercept_scaling verbose random_state max_iter';
const TREES = `loss learning_rate max_iter max_leaf_nodes max_depth min_samples_leaf l2_regularization max_features max_bins categorical_features monotonic_cst interaction_cst scoring ${STOPPING}`;

const ARGUMENTS: Readonly<Record<string, string>> = {
	Ridge: RIDGE,
	RidgeClassifier: `${RIDGE} class_weight`,
	RidgeCV: `${RIDGE_CV} gcv_mode alpha_per_target`,
	RidgeClassifierCV: `${RIDGE_CV} class_weight`,
	KernelRidge: 'alpha kernel gamma degree coef0 kernel_params',
	ElasticNet: `alpha l1_ratio ${DESCENT}`,
	ElasticNetCV: `l1_ratio ${PATH}`,
	Lasso: `alpha ${DESCENT}`,
	LassoCV: PATH,
	LogisticRegression: `${LOGISTIC} C l1_ratio warm_start`,
	LogisticRegressionCV: `${LOGISTIC} Cs l1_ratios cv scoring refit use_legacy_attributes`,
	SGDClassifier: `${SGD} n_jobs class_weight`,
	SGDRegressor: SGD,
	MLPClassifier: MLP,
	MLPRegressor: `${MLP} loss`,
	SVC: `${KERNEL} probability class_weight decision_function_shape break_ties random_state`,
	SVR: `${KERNEL} epsilon`,
	LinearSVC: `${LINEAR_SVM} penalty multi_class class_weight`,
	LinearSVR: `${LINEAR_SVM} epsilon`,
	HistGradientBoostingClassifier: `${TREES} class_weight`,
	HistGradientBoostingRegressor: `${TREES} quantile`,
};

/** The arguments of an estimator of scikit-learn; null of any other. */
export const argumentsOf = (name: string): readonly string[] | null =>
	Object.hasOwn(ARGUMENTS, name) ? (ARGUMENTS[name] ?? '').split(' ') : null;
