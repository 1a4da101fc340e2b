import type { RunSpec } from '../schema/runSpec.ts';
import { blocks, lines, number } from './python.ts';
import { arrays, epsilonNote, heading, loop, recordHead, type Setting } from './setting.ts';

const LOSSES: Record<RunSpec['loss'], string> = {
	'binary-cross-entropy': 'keras.losses.BinaryCrossentropy(from_logits=True)',
	'softmax-cross-entropy': 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
	'half-squared-error': 'lambda target, z: 0.5 * keras.ops.mean(keras.ops.square(target - z))',
	'squared-error': 'keras.losses.MeanSquaredError()',
};

/** The run as a Keras 3 program. */
export function keras(setting: Setting): string {
	const { spec, widths } = setting;
	const regularizer = regularizerOf(setting);
	const layers = widths.slice(1).map((outputs, layer) => {
		const hidden = layer < widths.length - 2 && spec.network.activation !== 'linear';
		return [
			`keras.layers.Dense(${outputs}`,
			...(hidden ? [`activation="${spec.network.activation}"`] : []),
			...(regularizer ? ['kernel_regularizer=penalty'] : []),
			...(regularizer && spec.penalty.penalizeBiases ? ['bias_regularizer=penalty'] : []),
		].join(', ');
	});
	const column = spec.loss === 'softmax-cross-entropy' ? 'y' : 'y.reshape(-1, 1)';
	return blocks(
		heading(setting, 'Keras 3'),
		'import json\n\nimport keras\nimport numpy as np',
		arrays(setting),
		`targets = ${column}`,
		regularizer && `# Keras adds ${regularizer.text} to the loss\npenalty = ${regularizer.code}`,
		lines(
			'model = keras.Sequential([',
			`    keras.Input((${widths[0]},)),`,
			...layers.map((layer) => `    ${layer}),`),
			'])',
			'# A Dense layer keeps its weights as [in][out]',
			'model.set_weights([array for weight, bias in zip(W, b) for array in (weight.T, bias)])',
		),
		optimizerOf(setting),
		`data_loss = ${LOSSES[spec.loss]}\nmodel.compile(optimizer=optimizer, loss=data_loss)`,
		step(setting),
		record(setting),
		loop(setting),
	);
}

function regularizerOf({ spec, decay, l1 }: Setting): { code: string; text: string } | null {
	if (spec.penalty.application !== 'loss' || spec.penalty.lambda === 0) return null;
	const l2 = number(decay / 2);
	if (l1 === 0) return { code: `keras.regularizers.L2(${l2})`, text: `${l2} * sum(w ** 2)` };
	if (decay === 0) return { code: `keras.regularizers.L1(${number(l1)})`, text: `${number(l1)} * sum(|w|)` };
	return {
		code: `keras.regularizers.L1L2(l1=${number(l1)}, l2=${l2})`,
		text: `${number(l1)} * sum(|w|) + ${l2} * sum(w ** 2)`,
	};
}

function optimizerOf(setting: Setting): string {
	const { spec, decay } = setting;
	const { optimizer, penalty } = spec;
	const beside = decay > 0 && penalty.application !== 'loss';
	const weightDecay = penalty.application === 'decoupled-raw' ? decay / optimizer.learningRate : decay;
	const adam = beside ? 'AdamW' : 'Adam';
	const settings = [
		`learning_rate=${number(optimizer.learningRate)}`,
		...(optimizer.kind === 'adam'
			? [
					`beta_1=${number(optimizer.beta1)}`,
					`beta_2=${number(optimizer.beta2)}`,
					`epsilon=${number(optimizer.epsilon)}`,
				]
			: []),
		...(optimizer.kind === 'sgd' && optimizer.momentum > 0 ? [`momentum=${number(optimizer.momentum)}`] : []),
		...(optimizer.kind === 'sgd' && optimizer.nesterov ? ['nesterov=True'] : []),
		...(beside ? [`weight_decay=${number(weightDecay)}`] : []),
	].join(', ');
	return lines(
		epsilonNote(setting, 'Keras'),
		beside && '# Keras decays beside the step, w -= learning_rate * weight_decay * w, for every optimizer',
		`optimizer = keras.optimizers.${optimizer.kind === 'sgd' ? 'SGD' : adam}(${settings})`,
		beside && !penalty.penalizeBiases && 'optimizer.exclude_from_weight_decay(var_names=["bias"])',
	);
}

function step({ spec, steps }: Setting): string {
	const falling = spec.training.learningRateDecay === 'linear';
	return lines(
		falling && 'steps_done = 0\n\n',
		'def step(rows):',
		falling &&
			`    global steps_done\n    optimizer.learning_rate = ${number(spec.optimizer.learningRate)} * (1 - steps_done / ${steps})\n    steps_done += 1`,
		'    model.train_on_batch(X[rows], targets[rows])',
	);
}

function record(setting: Setting): string {
	const { spec, decay, l1 } = setting;
	const biases = spec.penalty.penalizeBiases;
	const parameters = biases ? 'model.get_weights()' : 'model.get_weights()[::2]';
	const terms = [
		...(decay > 0 ? [`${number(decay / 2)} * sum((w ** 2).sum() for w in ${parameters})`] : []),
		...(l1 > 0 ? [`${number(l1)} * sum(np.abs(w).sum() for w in ${parameters})`] : []),
	];
	return lines(
		recordHead(setting),
		'    loss = float(data_loss(targets[rows], model(X[rows], training=False)))',
		'    trace["epoch"].append(epoch)',
		'    trace["dataLoss"].append(loss)',
		`    trace["objective"].append(loss${terms.map((term) => ` + float(${term})`).join('')})`,
	);
}
