import type { Arguments, FoundCall } from './calls.ts';
import type { Estimator } from './estimators.ts';
import { byDefault, computed, type Decay, decayAt, type Note, note } from './reading.ts';
import type { Scope } from './scope.ts';
import type { Expression, Place } from './syntax.ts';

/** Rows whose strength is on leaves, and those that penalise an intercept as well. */
export const ON_LEAVES = /^(xgboost-gbtree|lightgbm|catboost|sklearn-hist)/;
const ON_INTERCEPTS = /^(r-nnet|statsmodels|sklearn-linear-svc)$/;

/** The decay of a solver. */
export function settle(
	{ call, path }: { call: Place; path: string },
	{ row, parameter, loss }: Pick<Estimator, 'row' | 'parameter' | 'loss'>,
	{ value, isDefault }: Pick<Decay, 'value' | 'isDefault'>,
	notes: Note[],
): Decay {
	if (row === null) notes.push(note('no-row', call, { name: path }));
	const isOnIntercept = ON_INTERCEPTS.test(row ?? '');
	if (isOnIntercept) notes.push(note('decays-biases', call));
	const covers = ON_LEAVES.test(row ?? '') ? 'leaves' : isOnIntercept ? 'everything' : 'weights';
	return decayAt(call, { name: path, row, parameter, value, isDefault, ...(loss && { loss }), covers, notes });
}

/** The strength that a call is given: its argument, what is spread into it and cannot be seen, or what holds where it is left out. */
export function givenStrength(
	{ call, use }: FoundCall,
	args: Arguments,
	scope: Scope,
	said: Expression | undefined,
	fallback: number | null,
	parameter: string,
	notes: Note[],
): Pick<Decay, 'value' | 'isDefault'> {
	const { from } = call;
	if (said) return { value: scope.number(said, use), isDefault: false };
	const spread = args.unknownSpread;
	if (spread) {
		const written = scope.written(spread.value);
		notes.push(note('spread-unknown', spread, { written: `**${written}` }));
		return { value: computed(from, written), isDefault: false };
	}
	return fallback === null
		? { value: { value: null, from, unknown: { code: 'not-given', written: parameter } }, isDefault: false }
		: { value: byDefault(fallback, from), isDefault: true };
}
