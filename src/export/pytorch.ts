import type { RunSpec } from '../schema/runSpec.ts';
import { blocks, lines, number } from './python.ts';
import { arrays, heading, loop, type Setting } from './setting.ts';

const ACTIVATIONS: Record<RunSpec['network']['activation'], string | null> = {
	relu: 'nn.ReLU()',
	tanh: 'nn.Tanh()',
	sigmoid: 'nn.Sigmoid()',
	linear: null,
};

const LOSSES: Record<RunSpec['loss'], string> = {
	'binary-cross-entropy': 'nn.functional.binary_cross_entropy_with_logits(z.squeeze(1), target)',
	'softmax-cross-entropy': 'nn.functional.cross_entropy(z, target)',
	'half-squared-error': '0.5 * nn.functional.mse_loss(z.squeeze(1), target)',
	'squared-error': 'nn.functional.mse_loss(z.squeeze(1), target)',
};

/** The run as a PyTorch program. */
export function pytorch(setting: Setting): string {
	const { spec, widths } = setting;
	const activation = ACTIVATIONS[spec.network.activation];
	const layers = widths.slice(1).flatMap((outputs, layer) => {
		const linear = `nn.Linear(${widths[layer]}, ${outputs})`;
		return layer < widths.length - 2 && activation ? [linear, activation] : [linear];
	});
	return blocks(
		heading(setting, 'PyTorch'),
		'import json\n\nimport numpy as np\nimport torch\nfrom torch import nn',
		arrays(setting),
		spec.regularizers.earlyStopping !== null && 'X_test, y_test = torch.from_numpy(X_test), torch.from_numpy(y_test)',
		'X, y = torch.from_numpy(X), torch.from_numpy(y)',
		`model = nn.Sequential(\n${layers.map((layer) => `    ${layer},`).join('\n')}\n)`,
		lines(
			'linear = [layer for layer in model if isinstance(layer, nn.Linear)]',
			'with torch.no_grad():',
			'    for layer, weight, bias in zip(linear, W, b):',
			'        layer.weight.copy_(torch.from_numpy(weight))',
			'        layer.bias.copy_(torch.from_numpy(bias))',
			spec.penalty.lambda > 0 &&
				'weights = [layer.weight for layer in linear]\nbiases = [layer.bias for layer in linear]',
			spec.penalty.lambda > 0 && `penalised = ${spec.penalty.penalizeBiases ? 'weights + biases' : 'weights'}`,
		),
		optimizer(setting),
		`def data_loss(z, target):\n    return ${LOSSES[spec.loss]}`,
		penalty(setting),
		step(setting),
		record(setting),
		spec.regularizers.earlyStopping !== null && stopping(spec.regularizers.earlyStopping.patience),
		loop(setting, spec.regularizers.earlyStopping !== null),
	);
}

/** What PyTorch's own `weight_decay` does, where it does what is wanted. */
function ownDecay({ spec, decay }: Setting): boolean {
	const { penalty, optimizer } = spec;
	return (
		decay > 0 && (penalty.application === 'loss' || (penalty.application === 'decoupled' && optimizer.kind === 'adam'))
	);
}

function optimizer(setting: Setting): string {
	const { spec, decay } = setting;
	const { optimizer, penalty } = spec;
	const own = ownDecay(setting);
	const kind = optimizer.kind === 'sgd' ? 'SGD' : own && penalty.application === 'decoupled' ? 'AdamW' : 'Adam';
	const settings = [
		`lr=${number(optimizer.learningRate)}`,
		...(optimizer.kind === 'adam'
			? [`betas=(${number(optimizer.beta1)}, ${number(optimizer.beta2)})`, `eps=${number(optimizer.epsilon)}`]
			: []),
		...(optimizer.kind === 'sgd' && optimizer.momentum > 0 ? [`momentum=${number(optimizer.momentum)}`] : []),
		...(optimizer.kind === 'sgd' && optimizer.nesterov ? ['nesterov=True'] : []),
	].join(', ');
	if (!own) return `optimizer = torch.optim.${kind}(model.parameters(), ${settings})`;
	return lines(
		penalty.application === 'loss'
			? `# weight_decay is what multiplies w in the gradient: ${number(decay)} under ${penalty.scaling}`
			: `# AdamW shrinks the weights by lr * ${number(decay)} before each step`,
		`optimizer = torch.optim.${kind}(`,
		penalty.penalizeBiases
			? `    model.parameters(), weight_decay=${number(decay)},`
			: `    [{"params": weights, "weight_decay": ${number(decay)}}, {"params": biases, "weight_decay": 0}],`,
		`    ${settings},`,
		')',
	);
}

/** c·Ω of all penalised parameters, for the objective; its L1 part also for the gradient. */
function penalty({ spec, decay, l1 }: Setting): string {
	const terms = [
		...(decay > 0 ? [`${number(decay / 2)} * sum((w ** 2).sum() for w in penalised)`] : []),
		...(l1 > 0 ? [`${number(l1)} * sum(w.abs().sum() for w in penalised)`] : []),
	];
	if (terms.length === 0) return '';
	const coupledL1 = l1 > 0 && spec.penalty.application === 'loss';
	return lines(
		'def penalty():',
		`    return ${terms.join(' + ')}`,
		coupledL1 && `\n\ndef l1():\n    return ${number(l1)} * sum(w.abs().sum() for w in penalised)`,
	);
}

function step(setting: Setting): string {
	const { spec, decay, l1, steps } = setting;
	const { application } = spec.penalty;
	const { learningRate } = spec.optimizer;
	const falling = spec.training.learningRateDecay === 'linear';
	const rate = falling ? 'rate' : number(learningRate);
	const shrink = decay > 0 && application !== 'loss' && !ownDecay(setting);
	const beside = (amount: number) => (application === 'decoupled-raw' ? number(amount) : `${rate} * ${number(amount)}`);
	return lines(
		falling && `steps_done = 0\n\n`,
		'def step(rows):',
		falling &&
			`    global steps_done\n    rate = ${number(learningRate)} * (1 - steps_done / ${steps})\n    for group in optimizer.param_groups:\n        group["lr"] = rate`,
		'    optimizer.zero_grad()',
		`    loss = data_loss(model(X[rows]), y[rows])${l1 > 0 && application === 'loss' ? ' + l1()' : ''}`,
		'    loss.backward()',
		shrink && `    with torch.no_grad():\n        for w in penalised:\n            w.mul_(1 - ${beside(decay)})`,
		'    optimizer.step()',
		l1 > 0 &&
			application !== 'loss' &&
			`    with torch.no_grad():\n        for w in penalised:  # the proximal step of L1\n            w.copy_(w.sign() * (w.abs() - ${beside(l1)}).clamp(min=0))`,
		falling && '    steps_done += 1',
	);
}

function record({ decay, l1, batches }: Setting): string {
	return lines(
		'trace = {"epoch": [], "dataLoss": [], "objective": []}',
		'',
		'',
		'def record(epoch):',
		'    with torch.no_grad():',
		batches ? '        rows = batches[epoch] if epoch < len(batches) else np.arange(len(y))' : null,
		batches
			? '        loss = data_loss(model(X[rows]), y[rows]).item()'
			: '        loss = data_loss(model(X), y).item()',
		`        objective = loss${decay > 0 || l1 > 0 ? ' + penalty().item()' : ''}`,
		'    trace["epoch"].append(epoch)',
		'    trace["dataLoss"].append(loss)',
		'    trace["objective"].append(objective)',
	);
}

const stopping = (patience: number) =>
	lines(
		'best = (float("inf"), 0)',
		'',
		'',
		'def stopped_early(epoch):',
		'    global best',
		'    with torch.no_grad():',
		'        best = min(best, (data_loss(model(X_test), y_test).item(), epoch))',
		`    return epoch - best[1] >= ${patience}`,
	);
