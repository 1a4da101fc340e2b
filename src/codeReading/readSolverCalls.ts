import type { Loss } from '../schema/losses.ts';
import { Arguments, type FoundCall } from './calls.ts';
import { elastic, l1Beside } from './elasticNet.ts';
import { byDefault, computed, type Decay, note, type Source } from './reading.ts';
import { settle } from './settle.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** Strengths of L1, a slip away from those of L2. */
export const OF_L1 = ['alpha', 'reg_alpha', 'lambda_l1', 'l1_regularization', 'lambdas'];

/** What boosters call the losses of the converter; squared errors where they are told none. */
export const objectiveOf = (said: string | null): Loss | undefined =>
	/^(reg:(squarederror|linear)|regression|l2|mse)?$/.test(said ?? '')
		? 'half-squared-error'
		: /^(binary|reg:logistic)/.test(said ?? '')
			? 'binary-cross-entropy'
			: /^multi/.test(said ?? '')
				? 'softmax-cross-entropy'
				: undefined;

/** A booster's decay beside the loss of its objective; one that the converter does not have has no row. */
export function withObjective(decay: Decay, named: string | null): Decay {
	const loss = objectiveOf(named);
	if (loss) return { ...decay, loss };
	return { ...decay, row: null, notes: [...decay.notes, note('no-row', decay, { name: named ?? '' })] };
}

/** `xgb.train(params, …)`, `lgb.train(params, …)`, `xgb.cv(…)`: the strength is in a dictionary. */
export function readBoosterTraining(found: FoundCall, args: Arguments, { scope }: Source): Decay | null {
	const { path, call, use, name } = found;
	const isXgb = /^xgb|^xgboost/.test(path) && /^(train|cv|xgb\.train|xgb\.cv|xgboost)$/.test(name);
	const isLightGbm = /^(lgb|lightgbm)/.test(path) && /^(train|cv|lgb\.train|lightgbm)$/.test(name);
	if (!isXgb && !isLightGbm) return null;
	const names = isXgb ? ['lambda', 'reg_lambda'] : ['lambda_l2', 'reg_lambda', 'lambda', 'l2_regularization'];
	const isWhole = /^(xgboost|lightgbm)$/.test(name); // R's, whose data come first
	const params = args.get(['params'], isWhole ? -1 : 0);
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
	const objective = given.get(['objective']) ?? args.get(['objective', 'obj']);
	const isHidden = !said && inner !== null && given.unknownSpread !== null;
	const value = said
		? scope.number(said, use)
		: isHidden && params
			? computed(call.from, scope.written(params))
			: byDefault(isXgb && !isLinear ? 1 : 0, call.from);
	// Of `xgboost(x, y)` of R y decides as well, and what cannot be looked into may hold it.
	const isByTarget = isWhole && (args.get(['y']) || call.args[1]?.name === null);
	const named = scope.text(objective, use);
	const isOpen = objective ? named === null : isByTarget || given.unknownSpread !== null;
	const notes = l1Beside(given, OF_L1, scope, use);
	if (isOpen) notes.push(note('loss-assumed', objective ?? call));
	const known = { name, arguments: [...names, ...OF_L1], strength: names, isComplete: false };
	const decay = settle(
		found,
		{ row, parameter },
		withoutMisspelt({ value, isDefault: !said && !isHidden }, given, known, notes),
		notes,
	);
	return isOpen ? decay : withObjective(decay, named);
}

/** `model.fit_regularized(alpha=0.1, L1_wt=0)`, whose `L1_wt` is 1 where it is left out. */
export function readStatsmodels(found: FoundCall, args: Arguments, source: Source): Decay {
	const { use } = found;
	const said = args.get(['alpha'], 1);
	const value = said ? source.scope.number(said, use) : byDefault(0, found.call.from);
	const decay = settle(
		{ ...found, path: 'fit_regularized' },
		{ row: 'statsmodels', parameter: 'alpha' },
		{ value, isDefault: !said },
		[],
	);
	if (source.calls.some(({ name }) => name === 'OLS')) decay.loss = 'half-squared-error';
	const method = source.scope.text(args.get(['method']), use);
	if (method?.startsWith('l1'))
		return { ...decay, row: null, notes: [note('l1-penalty', found.call, { written: `method = '${method}'` })] };
	return elastic(decay, args.get(['L1_wt']), 1, 'L1_wt', source.scope, use);
}
