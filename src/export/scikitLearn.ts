import { isSquaredError } from '../schema/losses.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { blocks, lines, number } from './python.ts';
import { arrays, epsilonNote, heading, loop, recordHead, type Setting } from './setting.ts';

const ACTIVATIONS: Record<RunSpec['network']['activation'], string> = {
	relu: 'relu',
	tanh: 'tanh',
	sigmoid: 'logistic',
	linear: 'identity',
};

/** The run as a scikit-learn program, one `partial_fit` a step. */
export function scikitLearn(setting: Setting): string {
	const { spec, widths, decay, batchSize } = setting;
	const classifies = !isSquaredError(spec.loss);
	const { optimizer } = spec;
	const name = classifies ? 'MLPClassifier' : 'MLPRegressor';
	const hidden = widths.slice(1, -1);
	const settings = [
		`hidden_layer_sizes=(${hidden.join(', ')}${hidden.length === 1 ? ',' : ''})`,
		`activation="${ACTIVATIONS[spec.network.activation]}"`,
		`solver="${optimizer.kind}"`,
		`alpha=${number(decay * batchSize)}`,
		`learning_rate_init=${number(optimizer.learningRate)}`,
		...(optimizer.kind === 'adam'
			? [
					`beta_1=${number(optimizer.beta1)}`,
					`beta_2=${number(optimizer.beta2)}`,
					`epsilon=${number(optimizer.epsilon)}`,
				]
			: [`momentum=${number(optimizer.momentum)}`, `nesterovs_momentum=${optimizer.nesterov ? 'True' : 'False'}`]),
	];
	return blocks(
		heading(setting, 'scikit-learn'),
		`import json\n\nimport numpy as np\nfrom sklearn.neural_network import ${name}`,
		arrays(setting),
		lines(
			epsilonNote(setting, 'scikit-learn'),
			`# scikit-learn adds alpha/2 * ||W||^2 / B for batches of B = ${batchSize}, so alpha is B times what multiplies w`,
			`model = ${name}(`,
			...settings.map((each) => `    ${each},`),
			')',
		),
		step(classifies, setting),
		lines(
			'# Its first step makes the arrays that the initial weights are then written into; the optimizer starts anew',
			'step(np.arange(len(y)))',
			'del model._optimizer',
			'for weight, bias, coefficients, intercepts in zip(W, b, model.coefs_, model.intercepts_):',
			'    coefficients[:] = weight.T',
			'    intercepts[:] = bias',
		),
		record(setting, classifies),
		loop(setting),
	);
}

function step(classifies: boolean, { spec }: Setting): string {
	const classes = classifies
		? spec.loss === 'binary-cross-entropy'
			? ', classes=[0, 1]'
			: ', classes=np.arange(len(b[-1]))'
		: '';
	return lines(
		'def step(rows):',
		'    model.set_params(batch_size=len(rows))',
		`    model.partial_fit(X[rows], y[rows]${classes})`,
	);
}

function record(setting: Setting, classifies: boolean): string {
	const { decay } = setting;
	const loss = classifies
		? '    loss = -np.log(model.predict_proba(X[rows])[np.arange(len(rows)), y[rows].astype(int)]).mean()'
		: '    loss = 0.5 * ((model.predict(X[rows]) - y[rows]) ** 2).mean()';
	return lines(
		recordHead(setting),
		loss,
		'    trace["epoch"].append(epoch)',
		'    trace["dataLoss"].append(float(loss))',
		decay > 0
			? `    trace["objective"].append(float(loss + ${number(decay / 2)} * sum((w ** 2).sum() for w in model.coefs_)))`
			: '    trace["objective"].append(float(loss))',
	);
}
