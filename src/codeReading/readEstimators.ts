import { Arguments, type FoundCall, isOwnClass } from './calls.ts';
import { elastic, l1Beside } from './elasticNet.ts';
import { argumentsOf } from './estimatorArguments.ts';
import { ESTIMATORS, type Estimator, R_CALLS } from './estimators.ts';
import { withTrait } from './estimatorTraits.ts';
import { laterValue, searched } from './laterValues.ts';
import { withWholeNames } from './rArguments.ts';
import { byDefault, type Decay, isFalse, isTrue, type Note, note, type Source } from './reading.ts';
import { readPrior } from './readPriors.ts';
import { OF_L1, readBoosterTraining, readStatsmodels, withObjective } from './readSolverCalls.ts';
import { givenStrength, ON_LEAVES, settle } from './settle.ts';
import type { Program } from './syntax.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** A solver or a tree with a strength of its own: scikit-learn, XGBoost, LightGBM, CatBoost, Spark, glmnet. */
export function readEstimator(given: FoundCall, source: Source, isR: boolean): Decay[] {
	const found = isR ? withWholeNames(trainedByCaret(given, source), source) : given;
	const { name, path, call, use } = found;
	const { scope, program } = source;
	const args = new Arguments(found, scope);
	const spark = args.get(['regParam']);
	const row =
		name === 'LinearRegression' ? 'spark' : name === 'LogisticRegression' ? ('spark-logistic' as const) : null;
	const later = row && laterValue(found, source, 'regParam'); // of Spark alone, whatever is imported
	if (spark || later || (row && path.startsWith('pyspark'))) {
		const value = later ?? (spark ? scope.number(spark, use) : byDefault(0, call.from));
		const notes = searchedKinds(found, args, source);
		if (row && !isFalse(args.get(['standardization'])))
			notes.push(note('features-scaled', call, { by: 'standardization = True' }));
		const strength = ['regParam'];
		const own = { value, isDefault: !spark && !later };
		const given = withoutMisspelt(own, args, { name, arguments: strength, strength, isComplete: false }, notes);
		const decay = settle(found, { row, parameter: 'regParam' }, given, notes);
		return [elastic(decay, args.get(['elasticNetParam']), 0, 'elasticNetParam', scope, use)];
	}
	const priors = isR ? readPrior(found, args, source) : [];
	if (priors.length > 0) return priors;
	const training = readBoosterTraining(found, args, source);
	if (training) return [training];
	if (name === 'fit_regularized') return [readStatsmodels(found, args, source)];
	const table = isR ? R_CALLS : ESTIMATORS;
	const estimator = Object.hasOwn(table, name) ? table[name] : undefined;
	if (!estimator || !(isR ? isFitted(found, source) : isOf(estimator, path, program))) return [];
	const said = args.get([estimator.parameter, ...estimator.also], estimator.position);
	const parameter =
		call.args.find((one) => one.name !== null && estimator.also.includes(one.name))?.name ?? estimator.parameter;
	const notes = estimator.library === 'sklearn' ? [] : l1Beside(args, ['reg_alpha', 'lambda_l1'], scope, use);
	const own = chosenWithin(
		name,
		estimator.parameter,
		withoutMisspelt(
			givenStrength(found, args, scope, said, estimator.byDefault, estimator.parameter, notes),
			args,
			signatureOf(name, path, estimator),
			notes,
		),
	);
	const set = laterValue(found, source, estimator.parameter);
	const value = set ? { value: set, isDefault: false } : own;
	notes.push(...searchedKinds(found, args, source));
	const scaler = isR ? null : source.calls.find((one) => SCALERS.test(one.name));
	if (scaler && !ON_LEAVES.test(estimator.row ?? ''))
		notes.push(note('scaled-before', scaler.call, { name: scaler.name }));
	const normalize = args.get(['normalize']);
	if (isTrue(normalize)) notes.push(note('normalized', normalize ?? call));
	const weights = args.get(['class_weight']);
	if (weights && weights.kind !== 'constant')
		notes.push(note('class-weights', weights, { written: `class_weight = ${scope.written(weights)}` }));
	const ofExamples = source.calls.find((one) => one.name === 'fit' && isFitOf(one, found, source));
	const weighted = ofExamples?.call.args.find(({ name }) => /(^|__)sample_weight$/.test(name ?? ''))?.value;
	if (weighted && weighted.kind !== 'constant' && !/^\w+\.ones(_like)?\(/.test(scope.written(weighted)))
		notes.push(note('example-weights', weighted, { written: `sample_weight = ${scope.written(weighted)}` }));
	const decay = { ...settle(found, estimator, value, notes), parameter };
	const objective = /^(XGB|LGBM)(?!Ranker)/.test(name) ? scope.text(args.get(['objective']), use) : null;
	if (objective) return [withObjective(decay, objective)];
	return [withTrait(decay, estimator, args, source, use)];
}

/** The arguments of an estimator: all of scikit-learn's, and of others those of its penalties. */
function signatureOf(name: string, path: string, { parameter, also }: Estimator) {
	const all = path.startsWith('cuml') ? null : argumentsOf(name);
	const strength = [parameter, ...also];
	return { name, arguments: all ?? [...strength, ...OF_L1, 'lambda'], strength, isComplete: all !== null };
}

/** What scales features before they are learned from. */
const SCALERS = /^(Standard|MinMax|MaxAbs|Robust)Scaler$/;

/** What goes through strengths of its own has several where none is given, or only how many, as `Cs=10`. */
function chosenWithin(name: string, written: string, own: Pick<Decay, 'value' | 'isDefault'>): typeof own {
	const { value } = own;
	const isGrid = /CV$/.test(name) && (value.value === null ? value.unknown.code === 'not-given' : written === 'Cs');
	return isGrid
		? { ...own, value: { value: null, from: value.from, unknown: { code: 'several-values', written } } }
		: own;
}

/** caret's `train(…, method = "glmnet", tuneGrid = expand.grid(alpha = 0, lambda = 0.1))` as the call that it makes. */
function trainedByCaret(found: FoundCall, { scope }: Source): FoundCall {
	const { call, use, name } = found;
	const args = new Arguments(found, scope);
	const method = name === 'train' ? scope.text(args.get(['method']), use) : null;
	const grid = args.get(['tuneGrid']);
	const values = grid && scope.resolve(grid, use);
	if (!method || values?.kind !== 'call') return found;
	return { ...found, name: method, call: { ...call, args: [...values.args, ...call.args] } };
}

/** Whether a model of tidymodels is one of glmnet's: others have no penalty, or another one. */
const isFitted = ({ name, use, call }: FoundCall, { calls, scope }: Source) =>
	!name.endsWith('_reg') ||
	[call, ...calls.filter((one) => one.name === 'set_engine').map((one) => one.call)].some(({ args }) =>
		args.some((one) => scope.text(one.value, use) === 'glmnet'),
	);

/** What decides on the penalty beside its strength, and what an estimator has where a text leaves it out. */
const DECIDING = { penalty: 'l2', l1_ratio: '0', loss: 'hinge', elasticNetParam: '0', batch_size: 'auto' };

/** Penalties and losses that a search tries as well: λ is that of what the estimator itself is given. */
function searchedKinds(found: FoundCall, args: Arguments, source: Source): Note[] {
	const { scope } = source;
	return Object.entries(DECIDING).flatMap(([name, fallback]): Note[] => {
		const own = scope.text(args.get([name]), found.use) ?? (/^ElasticNet/.test(found.name) ? '0.5' : fallback);
		const tried = searched(found, source, name)
			.map(({ expression, use }) => scope.resolve(expression, use) ?? expression)
			.filter((all) => all.kind !== 'list' || !all.items.every((one) => 'value' in one && String(one.value) === own));
		return tried
			.slice(0, 1)
			.map((all) => note('searched', all, { name, values: scope.written(all), kept: `${name} = ${own}` }));
	});
}

/** Whether a name as common as `Ridge` is that library's: its path or an import says so, or nothing says anything else. */
function isOf({ library }: Estimator, path: string, program: Program): boolean {
	const roots: Record<Estimator['library'], RegExp> = {
		sklearn: /^(sklearn|linear_model|svm|neural_network|lm|cuml)/,
		xgboost: /^xgb/,
		lightgbm: /^(lightgbm|lgb)/,
		catboost: /^(catboost|cb)/,
		spark: /^pyspark/,
		h2o: /^h2o/,
		r: /^/,
	};
	return path.includes('.')
		? roots[library].test(path)
		: !program.imports.some(({ name }) => name === path) && !isOwnClass(program, path);
}

/** Whether a call fits an estimator: the one that it is called on, or the only one that the text names. */
function isFitOf({ call: { callee } }: FoundCall, { call }: FoundCall, { calls, program }: Source): boolean {
	if (callee.kind !== 'member') return false;
	const { of } = callee;
	if (of.from <= call.from && call.to <= of.to) return true;
	const isOnly = calls.filter(({ name }) => Object.hasOwn(ESTIMATORS, name)).length === 1;
	const holds = program.bindings.some(
		({ target, value }) =>
			target.kind === 'name' &&
			of.kind === 'name' &&
			target.name === of.name &&
			value !== null &&
			value.from <= call.from &&
			call.to <= value.to,
	);
	return holds || isOnly;
}
