import { Arguments, type FoundCall } from './calls.ts';
import type { Quantity } from './quantity.ts';
import { isFalse, type Note, note, type Source } from './reading.ts';

const VALIDATES = /^cross_val(_score|_predict|idate)$/;
const SEARCHES = /^(Halving)?(Grid|Random(ized)?)SearchCV$/;
const SPLITS = /^(Repeated)?(Stratified)?(Group)?KFold$/;

/** Folds of scikit-learn, where the code does not say how many. */
const FOLDS = 5;

/** `cross_val_score(model, X, y, cv=5)` trains on ⅘ of the examples, five times; a search does, and then once on all. */
export function readFolds(source: Source, m: Quantity | null): Note[] {
	const found = source.calls.find(({ name }) => VALIDATES.test(name) || SEARCHES.test(name));
	const folds = found ? foldsOf(found, source) : null;
	if (!found || folds === null || !Number.isInteger(folds) || folds < 2) return [];
	const isLast = SEARCHES.test(found.name) && !isFalse(new Arguments(found, source.scope).get(['refit']));
	const examples = m?.value ?? null;
	const left = examples === null || examples < folds ? '' : leftOf(examples, folds);
	const params = { name: found.name, share: `${folds - 1}/${folds}`, left, refit: isLast ? 'refit = True' : '' };
	return [note('folds', found.call, params)];
}

/** How many folds a call says; null where that is known only when it runs. */
function foldsOf(found: FoundCall, { scope }: Source): number | null {
	const given = new Arguments(found, scope).get(['cv']);
	const made = given && scope.resolve(given, found.use);
	if (!given || (made?.kind === 'constant' && made.value === null)) return FOLDS;
	if (made?.kind !== 'call') return scope.number(given, found.use).value;
	const name = made.callee.kind === 'name' || made.callee.kind === 'member' ? made.callee.name : '';
	if (!SPLITS.test(name)) return null;
	const said = new Arguments({ call: made, use: found.use }, scope).get(['n_splits'], 0);
	return said ? scope.number(said, found.use).value : FOLDS;
}

/** What is left of so many examples without one fold; folds differ by one where they are not all of one size. */
function leftOf(examples: number, folds: number): string {
	const [least, most] = [examples - Math.ceil(examples / folds), examples - Math.floor(examples / folds)];
	return least === most ? `${least}` : `${least}–${most}`;
}
