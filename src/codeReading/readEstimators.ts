import { Arguments, type FoundCall } from './calls.ts';
import { ESTIMATORS, type Estimator, R_CALLS } from './estimators.ts';
import { withTrait } from './estimatorTraits.ts';
import { laterValue } from './laterValues.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, type Decay, type Note, note, type Source } from './reading.ts';
import { readBoosterTraining, readStatsmodels } from './readSolverCalls.ts';
import { settle } from './settle.ts';
import type { Expression, Program } from './syntax.ts';

/** A solver or a tree with a strength of its own: scikit-learn, XGBoost, LightGBM, CatBoost, Spark, glmnet. */
export function readEstimator(found: FoundCall, source: Source, isR: boolean): Decay[] {
	const { name, path, call, use } = found;
	const { scope, program } = source;
	const args = new Arguments(found, scope);
	const spark = args.get(['regParam']);
	if (spark) {
		const share = args.get(['elasticNetParam']);
		const isLinear = name === 'LinearRegression';
		const estimator = {
			row: isLinear ? 'spark' : name === 'LogisticRegression' ? 'spark-logistic' : null,
			parameter: 'regParam',
			byDefault: 0,
		} as const;
		return [settle(found, estimator, scope.number(spark, use), false, share ? l2Part(share, source, use) : [])];
	}
	const training = readBoosterTraining(found, args, source);
	if (training) return [training];
	if (name === 'fit_regularized') return [readStatsmodels(found, args, source)];
	const table = isR ? R_CALLS : ESTIMATORS;
	const estimator = Object.hasOwn(table, name) ? table[name] : undefined;
	if (!estimator || (!isR && !isOf(estimator, path, program))) return [];
	const said = args.get([estimator.parameter, ...estimator.also], estimator.position);
	const notes: Note[] = [];
	const parameter =
		call.args.find((one) => one.name !== null && estimator.also.includes(one.name))?.name ?? estimator.parameter;
	const value: Quantity = said
		? scope.number(said, use)
		: args.unknownSpread
			? {
					value: null,
					from: call.from,
					unknown: { code: 'computed', written: scope.written(args.unknownSpread.value) },
				}
			: estimator.byDefault === null
				? { value: null, from: call.from, unknown: { code: 'not-given', written: estimator.parameter } }
				: byDefault(estimator.byDefault, call.from);
	const searched = laterValue(found, source, estimator.parameter);
	const isDefault = !said && !args.unknownSpread && !searched && estimator.byDefault !== null;
	const decay = { ...settle(found, estimator, searched ?? value, isDefault, notes), parameter };
	const l1 = estimator.library === 'sklearn' ? undefined : args.get(['reg_alpha', 'lambda_l1']);
	if (l1 && scope.number(l1, use).value !== 0) notes.push(note('l1-penalty', l1, { written: scope.written(l1) }));
	if (args.unknownSpread)
		notes.push(note('spread-unknown', args.unknownSpread, { written: `**${scope.written(args.unknownSpread.value)}` }));
	return [withTrait(decay, estimator, args, source, use)];
}

/** Whether a name as common as `Ridge` is that library's: its path or an import says so, or nothing says anything else. */
function isOf({ library }: Estimator, path: string, { imports }: Program): boolean {
	const roots: Record<Estimator['library'], RegExp> = {
		sklearn: /^(sklearn|linear_model|svm|neural_network|lm|cuml)/,
		xgboost: /^xgb/,
		lightgbm: /^(lightgbm|lgb)/,
		catboost: /^(catboost|cb)/,
		spark: /^pyspark/,
		r: /^/,
	};
	return !path.includes('.') ? !imports.some(({ name }) => name === path) : roots[library].test(path);
}

function l2Part(share: Expression, { scope }: Source, use: FoundCall['use']): Note[] {
	const { value } = scope.number(share, use);
	return value === null || value === 0 ? [] : [note('l1-penalty', share, { written: `elasticNetParam = ${value}` })];
}
