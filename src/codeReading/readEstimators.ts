import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { ESTIMATORS, type Estimator, R_CALLS } from './estimators.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, type Decay, type Note, type Source } from './reading.ts';
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
	const searched = searchedValues(source, estimator.parameter);
	const isDefault = !said && !args.unknownSpread && !searched && estimator.byDefault !== null;
	const decay = { ...settle(found, estimator, searched ?? value, isDefault, notes), parameter };
	const l1 = estimator.library === 'sklearn' ? undefined : args.get(['reg_alpha', 'lambda_l1']);
	if (l1 && scope.number(l1, use).value !== 0) notes.push(note('l1-penalty', l1, { written: scope.written(l1) }));
	if (args.unknownSpread)
		notes.push(note('spread-unknown', args.unknownSpread, { written: `**${scope.written(args.unknownSpread.value)}` }));
	return [withTrait(decay, estimator, args, source, use)];
}

/** What a later line sets (`ridge.set_params(alpha=5)`), or the values that a search goes through (`{'ridge__alpha': [0.1, 1]}`). */
function searchedValues({ calls, program, scope }: Source, parameter: string): Quantity | null {
	for (const { name, call, use } of calls) {
		const set =
			name === 'set_params'
				? call.args.find((one) => one.name === parameter || one.name?.endsWith(`__${parameter}`))
				: undefined;
		if (set) return scope.number(set.value, use);
	}
	if (!calls.some(({ name }) => /SearchCV$|^ParameterGrid$/.test(name))) return null;
	for (const { expression, blocks } of program.expressions) {
		for (const one of everyPart(expression)) {
			const entries = one.kind === 'dictionary' ? one.entries : [];
			const found = entries.find(
				({ key }) => key?.kind === 'string' && (key.value === parameter || key.value.endsWith(`__${parameter}`)),
			);
			if (found) return scope.number(found.value, { from: found.value.from, blocks });
		}
	}
	return null;
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

function settle(
	{ call, path }: FoundCall,
	{ row, parameter, loss }: Pick<Estimator, 'row' | 'parameter' | 'loss'>,
	value: Quantity,
	isDefault: boolean,
	notes: Note[],
): Decay {
	if (row === null) notes.push(note('no-row', call, { name: path }));
	return {
		name: path,
		from: call.from,
		to: call.to,
		row,
		parameter,
		value,
		isDefault,
		optimizer: null,
		...(loss && { loss }),
		covers: 'weights',
		count: 1,
		notes,
	};
}

function withTrait(decay: Decay, { trait }: Estimator, args: Arguments, source: Source, use: FoundCall['use']): Decay {
	const { scope } = source;
	const { notes } = decay;
	const penalty = args.get(['penalty'], trait === 'logistic' ? 0 : -1);
	const named = scope.text(penalty, use);
	const isNone = penalty?.kind === 'constant' || named === 'none';
	const text = (names: string[]) => scope.text(args.get(names), use);
	const unknown = (code: Note['code'], at: Expression | undefined, params: Note['params'] = {}): Decay => {
		notes.push(note(code, at ?? decay, params));
		return { ...decay, row: null };
	};
	switch (trait) {
		case 'l1':
			notes.push(note('l1-row', decay, {}));
			return decay;
		case 'elastic':
			return elastic(decay, args.get(['l1_ratio'], 1), 0.5, source, use);
		case 'logistic': {
			if (isNone) return unknown('no-l2', penalty);
			if (named === 'l1') return unknown('l1-penalty', penalty, { written: 'l1' });
			const ratio = args.get(['l1_ratio']);
			return named === 'elasticnet' ? unknown('l1-penalty', ratio ?? penalty, { written: 'elasticnet' }) : decay;
		}
		case 'sgd': {
			if (isNone) return unknown('no-l2', penalty);
			if (named === 'l1') return unknown('l1-penalty', penalty, { written: 'l1' });
			const loss = text(['loss']);
			const isClassifier = /Classifier/.test(decay.name);
			const own: Record<string, Loss> = {
				log_loss: 'binary-cross-entropy',
				log: 'binary-cross-entropy',
				squared_error: 'half-squared-error',
				squared_loss: 'half-squared-error',
			};
			const known = loss ? own[loss] : isClassifier ? undefined : 'half-squared-error';
			if (!known) return unknown('no-row', args.get(['loss']), { name: `${decay.name}(loss='${loss ?? 'hinge'}')` });
			const mixed = named === 'elasticnet' ? elastic(decay, args.get(['l1_ratio']), 0.15, source, use) : decay;
			return { ...mixed, loss: known };
		}
		case 'mlp': {
			const solver = text(['solver']) ?? 'adam';
			const given = args.get(['batch_size']);
			const batchSize =
				given && given.kind !== 'string'
					? scope.number(given, use)
					: solver === 'lbfgs'
						? undefined
						: byDefault(200, decay.from);
			const rate = args.get(['learning_rate_init']);
			const learningRate = rate ? scope.number(rate, use) : byDefault(1e-3, decay.from);
			if (!given && batchSize) notes.push(note('left-out', decay, { field: 'batch_size', value: 200 }));
			return {
				...decay,
				...(batchSize && { batchSize }),
				optimizer:
					solver === 'lbfgs'
						? null
						: {
								kind: solver === 'sgd' ? 'sgd' : 'adam',
								learningRate,
								momentum: solver === 'sgd' ? 0.9 : 0,
								nesterov: solver === 'sgd',
							},
			};
		}
		case 'glmnet':
			return glmnet(decay, args, source, use);
		default:
			return decay; // a path of values says so itself
	}
}

/** α·(1 − ρ) is the part of an elastic net that L2 has. */
function elastic(
	decay: Decay,
	ratio: Expression | undefined,
	fallback: number,
	{ scope }: Source,
	use: FoundCall['use'],
): Decay {
	const share = ratio ? scope.number(ratio, use) : byDefault(fallback, decay.from);
	if (share.value === null) return { ...decay, value: share };
	const { value } = decay;
	if (share.value === 1)
		return { ...decay, row: null, notes: [...decay.notes, note('l1-penalty', decay, { written: decay.name })] };
	if (share.value === 0 || value.value === null) return decay;
	const part = note('l2-part', decay, { alpha: value.value, share: share.value });
	return { ...decay, value: { ...value, value: value.value * (1 - share.value) }, notes: [...decay.notes, part] };
}

/** glmnet's `alpha` is the share of L1, 1 where it is left out; `family` says the loss, and so the row. */
function glmnet(decay: Decay, args: Arguments, { scope }: Source, use: FoundCall['use']): Decay {
	const family = scope.text(args.get(['family'], 2), use) ?? 'gaussian';
	const rows: Record<string, LibraryId> = { gaussian: 'glmnet-gaussian', binomial: 'glmnet-binomial' };
	const row = Object.hasOwn(rows, family) ? (rows[family] ?? null) : null;
	const notes =
		row === null ? [...decay.notes, note('no-row', decay, { name: `glmnet(family = "${family}")` })] : decay.notes;
	const said = args.get(['alpha']);
	if (args.get(['lambda'], -1) === undefined) notes.push(note('no-strength', decay, { name: decay.name }));
	const share = said ? scope.number(said, use).value : 1;
	if (share === 1 && row === 'glmnet-gaussian') {
		return { ...decay, row: 'glmnet-lasso', notes: [...notes, note('l1-row', decay, {})] };
	}
	if (share === 1)
		return { ...decay, row: null, notes: [...notes, note('l1-penalty', decay, { written: 'alpha = 1' })] };
	return elastic({ ...decay, row, notes }, said, 1, { scope } as Source, use);
}

/** `xgb.train(params, …)`, `lgb.train(params, …)`, `xgb.cv(…)`: the strength is in a dictionary. */
function readBoosterTraining(found: FoundCall, args: Arguments, { scope }: Source): Decay | null {
	const { path, call, use, name } = found;
	const isXgb = /^xgb|^xgboost/.test(path) && /^(train|cv|xgb\.train|xgb\.cv|xgboost)$/.test(name);
	const isLightGbm = /^(lgb|lightgbm)/.test(path) && /^(train|cv|lgb\.train|lightgbm)$/.test(name);
	if (!isXgb && !isLightGbm) return null;
	const names = isXgb ? ['lambda', 'reg_lambda'] : ['lambda_l2', 'reg_lambda', 'lambda', 'l2_regularization'];
	const params = args.get(['params'], 0);
	const inner: FoundCall['call'] | null = params
		? {
				kind: 'call',
				callee: params,
				args: [{ name: null, from: params.from, spread: 2, value: params }],
				from: params.from,
				to: params.to,
			}
		: null;
	const given = inner ? new Arguments({ call: inner, use }, scope) : args;
	const said = given.get(names) ?? args.get(names);
	const isLinear = scope.text(given.get(['booster']), use) === 'gblinear';
	const row = isXgb ? (isLinear ? 'xgboost-gblinear' : 'xgboost-gbtree') : 'lightgbm';
	const parameter = isXgb ? 'lambda' : 'lambda_l2';
	const isHidden = !said && inner !== null && given.unknownSpread !== null;
	const value: Quantity = said
		? scope.number(said, use)
		: isHidden && params
			? { value: null, from: call.from, unknown: { code: 'computed', written: scope.written(params) } }
			: byDefault(isXgb && !isLinear ? 1 : 0, call.from);
	return settle(found, { row, parameter }, value, !said && !isHidden, []);
}

/** `model.fit_regularized(alpha=0.1, L1_wt=0)`. */
function readStatsmodels(found: FoundCall, args: Arguments, source: Source): Decay {
	const { use } = found;
	const said = args.get(['alpha'], 1);
	const value = said ? source.scope.number(said, use) : byDefault(0, found.call.from);
	const decay = settle(
		{ ...found, path: 'fit_regularized' },
		{ row: 'statsmodels', parameter: 'alpha' },
		value,
		!said,
		[],
	);
	const share = args.get(['L1_wt']);
	return share
		? elastic(decay, share, 1, source, use)
		: { ...decay, row: null, notes: [note('l1-penalty', found.call, { written: 'L1_wt = 1' })] };
}

function l2Part(share: Expression, { scope }: Source, use: FoundCall['use']): Note[] {
	const { value } = scope.number(share, use);
	return value === null || value === 0 ? [] : [note('l1-penalty', share, { written: `elasticNetParam = ${value}` })];
}

const note = (code: Note['code'], { from }: { from: number }, params: Note['params']): Note => ({ code, from, params });
