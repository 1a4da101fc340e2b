import type { Quantity } from '../../../src/codeReading/quantity.ts';
import type { CodeReading } from '../../../src/codeReading/readCode.ts';
import type { Decay, Note } from '../../../src/codeReading/reading.ts';

/** A reading in a few lines, as the corpus has it: what decays, then the sizes, then what else is said. */
export function describeReading(reading: CodeReading): string {
	const { language, decays, m, batchSize, epochs, steps, loss, notes } = reading;
	const sizes = [
		said('m', m),
		said('B', batchSize),
		said('epochs', epochs),
		said('steps', steps),
		loss ? `loss ${loss}` : '',
	].filter(Boolean);
	return [
		language,
		...decays.map(describeDecay),
		...(sizes.length > 0 ? [sizes.join(', ')] : []),
		...notes.map(describeNote),
	]
		.map((line) => `> ${line}`)
		.join('\n');
}

function describeDecay({
	name,
	row,
	parameter,
	value,
	isDefault,
	optimizer,
	batchSize,
	loss,
	covers,
	count,
	isSummed,
	times,
	lossTimes,
	nominalBatch,
	notes,
}: Decay): string {
	const parts = [
		`${name} = ${row ?? 'no row'}: ${said(parameter, value)}${isDefault ? ' by default' : ''}`,
		covers + (count > 1 ? ` × ${count}` : ''),
		optimizer
			? `${optimizer.kind ?? 'unknown'}${optimizer.learningRate ? ` at ${said('η', optimizer.learningRate)}` : ''}`
			: '',
		optimizer && optimizer.momentum > 0 ? `${optimizer.nesterov ? 'nesterov' : 'momentum'} ${optimizer.momentum}` : '',
		batchSize ? said('B', batchSize) : '',
		loss ?? '',
		isSummed ? 'beside a sum' : '',
		times ? `times ${times}` : '',
		lossTimes ? `beside the loss times ${lossTimes}` : '',
		nominalBatch ? `for a batch of ${nominalBatch}` : '',
		...notes.map(describeNote),
	];
	return parts.filter(Boolean).join('; ');
}

function said(name: string, quantity: Quantity | null): string {
	if (!quantity) return '';
	if (quantity.value !== null) return `${name} = ${quantity.value}`;
	const { code, written, values = [] } = quantity.unknown;
	return `${name} ? ${code} ${written}${values.length > 0 ? ` of ${values.join(' ')}` : ''}`;
}

const describeNote = ({ code, params }: Note): string => [code, ...Object.values(params)].join(' ');
