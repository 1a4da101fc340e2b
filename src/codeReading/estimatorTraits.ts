import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { Arguments, type FoundCall } from './calls.ts';
import { elastic } from './elasticNet.ts';
import type { Estimator } from './estimators.ts';
import { lookedAt } from './laterValues.ts';
import { readClasses } from './readClasses.ts';
import { byDefault, type Decay, isFalse, type Note, note, type Source } from './reading.ts';
import { isOfTwo, targetOf, withLossOfNnet } from './readNnet.ts';
import type { Expression } from './syntax.ts';

/** A C that leaves no penalty. */
const INFINITE = /^((np|numpy|math)\.inf|float\(["']inf["']\))$/;

/** What an estimator does beside its strength: another argument decides, or both penalties are mixed. */
export function withTrait(
	decay: Decay,
	{ trait }: Estimator,
	args: Arguments,
	source: Source,
	use: FoundCall['use'],
): Decay {
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
			notes.push(note('l1-row', decay));
			return decay;
		case 'elastic':
			return elastic(decay, args.get(['l1_ratio'], 1), 0.5, 'l1_ratio', scope, use);
		case 'logistic': {
			if (isNone) return unknown('no-l2', penalty);
			if (named === 'l1') return unknown('l1-penalty', penalty, { written: 'l1' });
			const strength = args.get(['C']);
			if (strength && INFINITE.test(scope.written(strength)))
				return { ...decay, row: 'lambda', parameter: 'λ', value: byDefault(0, strength.from) };
			const isAll = text(['solver']) === 'liblinear' && !isFalse(args.get(['fit_intercept']));
			if (isAll) notes.push(note('decays-biases', decay));
			const covers = isAll ? 'everything' : 'weights';
			// One class against the rest, as often as there are classes.
			const isOneOfTwo =
				(text(['solver']) === 'liblinear' ||
					text(['multi_class']) === 'ovr' ||
					source.calls.some(({ name }) => name === 'OneVsRestClassifier')) &&
				readClasses(source) !== null;
			const given: Decay = { ...decay, covers, ...(isOneOfTwo && { loss: 'binary-cross-entropy' }) };
			const tried = args.get(['l1_ratios']);
			const all = tried && (scope.resolve(tried, use) ?? tried);
			const ratio = all?.kind === 'list' && all.items.length === 1 ? all.items[0] : (all ?? args.get(['l1_ratio']));
			// Since scikit-learn 1.8 the ratio alone says it.
			return named === 'l2' ? given : elastic(given, ratio, 0, 'l1_ratio', scope, use);
		}
		case 'sgd': {
			if (isNone) return unknown('no-l2', penalty);
			if (named === 'l1') return unknown('l1-penalty', penalty, { written: 'l1' });
			const loss = text(['loss']);
			const said = loss ?? (/Classifier/.test(decay.name) ? 'hinge' : 'squared_error');
			const known: Loss | null = /^log(_loss)?$/.test(said)
				? 'binary-cross-entropy'
				: /^squared_(error|loss)$/.test(said)
					? 'half-squared-error'
					: null;
			if (!known) return unknown('no-row', args.get(['loss']), { name: `${decay.name}(loss='${said}')` });
			const mixed =
				named === 'elasticnet' ? elastic(decay, args.get(['l1_ratio']), 0.15, 'l1_ratio', scope, use) : decay;
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
			if (!given && batchSize) notes.push(note('left-out', decay, { field: 'batch_size', value: 'min(200, m)' }));
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
		case 'h2o': {
			const standardize = args.get(['standardize']);
			if (!isFalse(standardize))
				notes.push(
					note('features-scaled', standardize ?? decay, {
						by: `standardize = ${decay.name === 'h2o.glm' ? 'TRUE' : 'True'}`,
					}),
				);
			return elastic(decay, args.get(['alpha']), 0.5, 'alpha', scope, use);
		}
		case 'contrasts':
			if (isOfTwo(targetOf(args, source, use), args)) return { ...decay, loss: 'binary-cross-entropy' };
			notes.push(note('class-contrasts', decay, { name: decay.name }));
			return decay;
		case 'liblinear': {
			const said = args.get(['type'], 2);
			const type = said ? scope.number(said, use).value : 0;
			if (type !== 0 && type !== 7) return unknown('no-row', said, { name: `LiblineaR(type = ${type ?? '?'})` });
			const bias = args.get(['bias'], 6);
			if (bias && /^(-|F|0$)/.test(scope.written(bias))) return decay; // it has none
			notes.push(note('decays-biases', bias ?? decay));
			return { ...decay, covers: 'everything' };
		}
		case 'nnet':
			return withLossOfNnet(decay, args, source, use);
		case 'scaled':
			notes.push(note('features-scaled', decay, { by: decay.name }));
			return decay;
		default:
			return decay; // a path of values says so itself
	}
}

/** glmnet's `alpha` is the share of L1, 1 where it is left out; `family` says the loss, and so the row. */
function glmnet(given: Decay, args: Arguments, source: Source, use: FoundCall['use']): Decay {
	const { scope } = source;
	const used = given.value.value === null ? lookedAt(given, source) : null;
	const decay = used ? { ...given, value: used, parameter: 's' } : given;
	const said = args.get(['family'], 2);
	const family = said ? familyOfR(said, scope, use) : decay.row === 'glmnet-binomial' ? 'binomial' : 'gaussian';
	// By a family that is a function glmnet takes y as it is: nothing is divided by sd(y).
	const isFunction = said !== undefined && (scope.resolve(said, use) ?? said).kind !== 'string';
	const rows: Record<string, LibraryId> = {
		gaussian: isFunction ? 'lambda-over-2' : 'glmnet-gaussian',
		binomial: 'glmnet-binomial',
	};
	const row = family !== null && Object.hasOwn(rows, family) ? (rows[family] ?? null) : null;
	const written = family === null ? said && scope.written(said) : `"${family}"`;
	const notes =
		row === null ? [...decay.notes, note('no-row', decay, { name: `glmnet(family = ${written})` })] : decay.notes;
	const placed = (name: string, place: number) => args.get([name], decay.name === 'glmnet' ? place : -1);
	const weights = placed('weights', 3);
	if (weights && weights.kind !== 'constant')
		notes.push(note('class-weights', weights, { written: `weights = ${scope.written(weights)}` }));
	const mixture = args.get(['mixture']); // tidymodels'
	const share = mixture ?? placed('alpha', 5);
	const engine = /_reg$/.test(decay.name) && source.calls.find(({ name }) => name === 'set_engine'); // tidymodels'
	const standardize = engine ? new Arguments(engine, scope).get(['standardize']) : placed('standardize', 9);
	if (!isFalse(standardize)) notes.push(note('features-scaled', standardize ?? decay));
	const factors = args.get(['penalty.factor']);
	if (factors) notes.push(note('penalty-factor', factors));
	// caret takes the family from what is predicted.
	if (decay.name === 'train' && row && !said) notes.push(note('read-as', decay, { name: 'train', row }));
	if (decay.value.value === null && decay.value.unknown.code === 'not-given')
		notes.push(note('no-strength', decay, { name: decay.name }));
	const ofL1 = share ? scope.number(share, use).value : 1;
	if (row === 'lambda-over-2')
		notes.push(note('read-as', decay, { name: `glmnet(family = ${scope.written(said ?? share ?? decay)})`, row }));
	if (ofL1 === 1 && row === 'glmnet-gaussian') {
		return { ...decay, row: 'glmnet-lasso', notes: [...notes, note('l1-row', decay)] };
	}
	if (ofL1 === 1)
		return { ...decay, row: null, notes: [...notes, note('l1-penalty', decay, { written: 'alpha = 1' })] };
	return elastic({ ...decay, row, notes }, share, 1, mixture ? 'mixture' : 'alpha', scope, use);
}

/** Families of glmnet, as a text that may be cut short, as R's function or as what that returns with its own link. */
const FAMILIES = ['gaussian', 'binomial', 'poisson', 'multinomial', 'cox', 'mgaussian'];
const OWN_LINK: Record<string, string> = { gaussian: 'identity', binomial: 'logit', poisson: 'log' };

function familyOfR(said: Expression, scope: Source['scope'], use: FoundCall['use']): string | null {
	const found = scope.resolve(said, use) ?? said;
	if (found.kind === 'string') {
		const [family, ...others] = FAMILIES.filter((one) => one.startsWith(found.value));
		return family && others.length === 0 ? family : null;
	}
	const [, name = '', link = ''] =
		/^(?:stats::)?(\w+)(?:\( *(?:link *= *)?["']?(\w*)["']? *\))?$/.exec(scope.written(found)) ?? [];
	return FAMILIES.includes(name) && (link === '' || link === OWN_LINK[name]) ? name : null;
}
