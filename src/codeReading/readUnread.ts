import type { CodeLanguage } from '../schema/codeQuery.ts';
import { hasPart } from './calls.ts';
import { isCommand } from './parseShell.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import { readSchedule } from './readSchedule.ts';

const SCHEDULES =
	/LR$|^get_\w*schedule\w*$|LRScheduler$|^ReduceLROnPlateau$|^LearningRateScheduler$|^CosineAnnealing\w*$|^lr_\w+$/;
/** Calls of R that take a strength in a way that is known, but not read. */
const UNREAD_OF_R =
	/^(multinom_reg|linear_reg|logistic_reg|train|brm|stan_glm|lrn|gamm?4?|bam|penalized|ncvreg|ml_logistic_regression|svm|ksvm|LiblineaR|ridge|linearRidge|optL[12]|mlp|bayesglm|svd|lrm|ols|enet|lmridge|biglasso|boost_tree|(rjags::)?jags(\.model)?|run\.jags|stan(_model)?|cmdstan_model|nimbleModel|tune(\.svm)?|best\.svm|h2o\.deeplearning|svm_\w+)$/;

/** Priors of PyMC and NumPyro, which may be those of weights, TensorFlow's optimizers for BERT, and estimators of libraries that are read. */
const UNREAD_OF_PYTHON = [
	/^(pm|pymc3?|numpyro\.distributions|dist)\.(Normal|Laplace)$|^(nlp\.)?optimization\.create_optimizer$/,
	/(^|\.)(Poisson|Gamma|Tweedie|Huber|ARD|GaussianProcess|PassiveAggressive)(Regress(or|ion)|Classifier)$/,
	/(^|\.)(Perceptron|BayesianRidge|MultiTask(Lasso|ElasticNet)(CV)?|Nu?SV[CR]|Cox\w+|AlternatingLeastSquares)$|^surprise\.SVD/,
];

/** A model of Stan's or JAGS's in a string, whose priors are not read. */
const MODEL = /\bmodel\s*\{(?=[^}]*~)/;

/** What brings values from other files into a configuration. */
const BASES = /^(_base_|_BASE_|merge_from_file|instantiate|parse_args_into_dataclasses)$/;
const BASES_OF_YAML = /^(_base_|_base|base|__base__|defaults|extends|includes?)$/i;

/** What stands in a text and is not read: files that it is based on, schedules of η, brackets that are left open, calls and commands that may decay weights. */
export function readUnread(
	{ program, calls, scope }: Source,
	language: CodeLanguage,
	decays: readonly Decay[],
): Note[] {
	const { text, unclosed, words } = program;
	const [schedule, ...more] = calls.filter(
		({ name }) => SCHEDULES.test(name) && !decays.some(({ notes }) => notes.some((one) => one.params.name === name)),
	);
	const losses = words.some(({ word }) => word === 'kernel_regularizer') ? undefined : calls.find(addsLosses);
	const unread = calls
		.filter(({ name, path, call }) =>
			language === 'r'
				? UNREAD_OF_R.test(name) &&
					(name !== 'tune' || /^\W?svm/.test(call.args[0] ? scope.written(call.args[0].value) : '')) && // tidymodels' is none
					!program.functions.some((one) => one.name === name) &&
					!decays.some(({ from, parameter }) => from === call.from || (parameter === 'sd' && name === 'brm'))
				: UNREAD_OF_PYTHON.some((one) => one.test(path)) && !decays.some(({ from }) => from === call.from),
		)
		.slice(0, 3);
	const base = words.find(({ word }) => (language === 'yaml' ? BASES_OF_YAML : BASES).test(word));
	return [
		...(base ? [note('from-elsewhere', base, { name: base.word })] : []),
		...(schedule
			? [more.length > 0 ? note('schedule', schedule.call, { name: schedule.name }) : readSchedule(schedule, scope)]
			: []),
		...(unclosed === undefined ? [] : [note('unclosed', { from: unclosed }, { written: text[unclosed] ?? '' })]),
		...(losses ? [note('not-understood', losses.call, { name: scope.written(losses.call) })] : []),
		...(unread.length === 0 && MODEL.test(text)
			? [note('not-understood', { from: text.search(MODEL) }, { name: 'model {…}' })]
			: []),
		...unread.map(({ name, path, call }) => note('not-understood', call, { name: language === 'r' ? name : path })),
		...(language === 'python' ? unreadCommands(text) : []),
	];
}

/** `tf.add_n(model.losses)`: penalties that layers have elsewhere. */
const addsLosses = ({ name, call }: Source['calls'][number]) =>
	/^(get_regularization_loss(es)?)$/.test(name) ||
	(/^(add_n|sum|reduce_sum)$/.test(name) &&
		call.args.some(({ value }) =>
			hasPart(value, (one) => one.kind === 'member' && /^(losses|REGULARIZATION_LOSSES)$/.test(one.name)),
		));

/** Command lines of a notebook, between lines of Python. */
function unreadCommands(code: string): Note[] {
	const found = [...code.matchAll(/^[ \t]*!.*$/gm)].find(([line]) => isCommand(line));
	return found ? [note('not-understood', { from: found.index }, { name: found[0].trim().slice(0, 40) })] : [];
}
