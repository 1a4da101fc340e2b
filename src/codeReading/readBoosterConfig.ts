import { first, type Level } from './configLevels.ts';
import type { Decay, Source } from './reading.ts';
import { objectiveOf } from './readSolverCalls.ts';
import { settle } from './settle.ts';

/** XGBoost's and LightGBM's own parameters. */
export function boosterDecay(level: Level, scope: Source['scope']): Decay | null {
	const { entries } = level;
	const isLight = entries.has('lambda_l2') || entries.has('num_leaves');
	const isXgb = entries.has('booster') || entries.has('eta') || entries.has('max_depth') || entries.has('tree_method');
	const found = first(entries, isLight ? ['lambda_l2', 'reg_lambda', 'lambda'] : ['lambda', 'reg_lambda']);
	if (!found || !(isLight || isXgb) || scope.wasAsked(found.value.from)) return null;
	const booster = scope.text(entries.get('booster')?.value, { from: found.from, blocks: [] });
	const objective = entries.get('objective');
	const loss = objectiveOf(objective ? (scope.text(objective.value, { from: found.from, blocks: [] }) ?? '?') : null);
	return settle(
		{ path: level.keys.join('.') || found.written, call: level },
		{
			row: isLight ? 'lightgbm' : booster === 'gblinear' ? 'xgboost-gblinear' : 'xgboost-gbtree',
			parameter: found.written,
			...(loss && { loss }),
		},
		{ value: scope.number(found.value, { from: found.from, blocks: [] }), isDefault: false },
		[],
	);
}
