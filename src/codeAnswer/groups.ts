import type { Decay } from '../codeReading/reading.ts';
import { formatForCode } from '../numberFormat.ts';

/** PyTorch's two groups, weights of layers with a decay and everything of one dimension without, for an optimizer as it was read. */
export function groupsWithoutDecay({ name, optimizer }: Decay, value: number): string {
	const kind = name.split('.').at(-1) ?? 'SGD';
	const rate = optimizer?.learningRate?.value;
	return [
		'decay = [p for p in model.parameters() if p.ndim > 1]',
		'no_decay = [p for p in model.parameters() if p.ndim <= 1]  # biases, norms',
		`optimizer = torch.optim.${/^\w+$/.test(kind) ? kind : 'SGD'}([`,
		`    {"params": decay, "weight_decay": ${formatForCode(value, 12)}},`,
		'    {"params": no_decay, "weight_decay": 0.0},',
		`], lr=${typeof rate === 'number' ? formatForCode(rate, 12) : 'lr'})`,
	].join('\n');
}
