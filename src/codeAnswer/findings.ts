import type { Note } from '../codeReading/reading.ts';
import { isBesideAdaptiveStep, LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import { penaltyOf } from '../convert/spelling.ts';
import { ADAM_DIVIDES, decayRules } from '../explain/decay.ts';
import type { Finding, Rule } from '../explain/finding.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import type { CodeFinding } from '../schema/codeAnswer.ts';
import { type RunSpec, runSpecSchema } from '../schema/runSpec.ts';
import { SEVERITIES } from '../schema/severity.ts';
import { findInRun } from './decayInRun.ts';
import type { Found, Looked } from './found.ts';
import { groupsWithoutDecay } from './groups.ts';
import { rateBesideMean } from './meaning.ts';
import { findTwiceTheData } from './moreData.ts';

/** What is worth knowing of a decay, the worst first: what /explain finds in such a run, and what only code shows. */
export function findingsOf(looked: Looked): CodeFinding[] {
	const { known, decay } = looked;
	if (known.value === 0) return [];
	const found = [...findInRun(looked), ...ofDecay(looked), ...(decay.optimizer ? explained(looked) : [])];
	return found
		.filter(({ value }) => Number.isFinite(value))
		.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
		.map(({ message, ...rest }) => ({ ...rest, message: message[known.language] }));
}

function ofDecay({ decay, known, meaning, code }: Looked): Found[] {
	const found: Found[] = [];
	const { stated: value, row } = known;
	const library = row === LAMBDA ? null : libraries[row];
	const isDecoupledAdam = library !== null && isBesideAdaptiveStep(library);
	if (isDecoupledAdam) {
		const timescale = decay.isRaw ? `1/${decay.parameter}` : `1/(η·${decay.parameter})`;
		found.push({
			code: 'no-penalty',
			severity: 'info',
			message: {
				en: `This is no L2 penalty: no λ has the minimizer of a decay beside Adam’s step. What can be kept is its timescale ${timescale}.`,
				zh: `这不是 L2 惩罚：衰减加在更新步之外，没有哪个 λ 的极小值点与它相同。能保持的只是时间尺度 ${timescale}。`,
			},
			value,
		});
	} else if (decay.optimizer?.kind === 'adam' && library?.coupling === 'loss') {
		found.push({
			code: 'l2-with-adam',
			severity: 'warning',
			message: {
				en: `${ADAM_DIVIDES.en} AdamW decays all alike.`,
				zh: `${ADAM_DIVIDES.zh}AdamW 对所有权重一视同仁。`,
			},
			value,
		});
	}
	const share = known.beside.momentumShare;
	if (share !== 1) {
		const [said, times] = [share, 1 / share].map((one) => formatShortest(roundTo(one, 3)));
		found.push({
			code: 'decoupled-beside-momentum',
			severity: 'warning',
			message: {
				en: `Momentum amplifies the data’s gradient ${times} times, but not a decay that stands beside it: λ is ${said} times what the same ${decay.parameter} gives without momentum.`,
				zh: `动量把数据的梯度放大到 ${times} 倍，却不放大加在更新步之外的衰减：同一个 ${decay.parameter}，λ 只有没有动量时的 ${said} 倍。`,
			},
			value: share,
		});
	}
	const epochs = meaning.timescaleEpochs;
	if (decay.isDefault && isTimescale(epochs)) {
		const said = formatShortest(roundTo(epochs, 2));
		found.push({
			code: 'default-timescale',
			severity: 'info',
			message: {
				en: `The default ${decay.parameter} = ${value} shrinks weights over ${said} epochs here; with other m, B or η the same default is another decay.`,
				zh: `默认的 ${decay.parameter} = ${value} 在这里相当于 ${said} 轮的时间尺度；换了 m、B 或 η，同一个默认值就是另一种衰减。`,
			},
			value: epochs,
		});
	}
	const has = (some: Note['code']) => decay.notes.some(({ code }) => code === some);
	const isWritten = has('written-out');
	if (has('decays-biases') && (isWritten || (decay.optimizer && library?.penalizesBiases))) {
		found.push({
			code: 'decays-biases',
			severity: 'info',
			message: {
				en: `${decay.parameter} also decays biases and norm layers.${isWritten ? '' : ' Two groups of parameters leave them out.'}`,
				zh: `${decay.parameter} 也会衰减偏置和归一化层。${isWritten ? '' : '分成两个参数组就能把它们排除。'}`,
			},
			value,
			...(decay.parameters && { fix: groupsWithoutDecay(code, decay, decay.parameters) }),
		});
	}
	return [...found, ...findTwiceTheData(decay, known, meaning.lambda, code)];
}

/** The findings of /explain on a run with this decay, of as many examples, steps and η. */
function explained({ decay, known, meaning }: Looked): Found[] {
	const { row, m, batchSize, value } = known;
	const { optimizer } = decay;
	const learningRate = rateBesideMean(known, optimizer);
	const library = row === LAMBDA ? null : libraries[row];
	if (!optimizer || learningRate === null || learningRate <= 0 || !library || library.coupling === 'leaves') return [];
	const size = batchSize === null ? m : Math.min(batchSize, m);
	const setting = { loss: meaning.conversion.loss, m, batchSize: size };
	const penalty = penaltyOf(library, value, setting); // what a step itself removes
	const isAdam = optimizer.kind !== 'sgd';
	const base = runSpecSchema.parse({ data: { kind: 'moons' } });
	const spec = {
		...base,
		loss: setting.loss,
		optimizer: isAdam
			? { kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }
			: { kind: 'sgd', learningRate, momentum: optimizer.momentum, nesterov: optimizer.nesterov },
		penalty,
	} as RunSpec; // what the rules look at is there
	const { decayCoefficient } = meaning;
	const derived = { m, decayCoefficient, shrinkPerStep: null, timescaleEpochs: null } as Parameters<Rule>[1]; // and so is this
	return decayRules
		.flatMap((rule) => rule(spec, derived, NO_FACTS) ?? [])
		.filter(({ code }) => !SAID_OF_CODE.includes(code));
}

/** What is said of code in words of its own; so is what hangs on a timescale, of which the rules are told none. */
const SAID_OF_CODE: readonly Finding['code'][] = ['l2-with-adam', 'decoupled-beside-momentum'];

/** Epochs that nobody trains: a longer timescale is no advice. */
const MOST_EPOCHS = 10_000;

const isTimescale = (epochs: number | null): epochs is number => epochs !== null && epochs <= MOST_EPOCHS;

/** The rules of decay look at no data. */
const NO_FACTS = {} as Parameters<Rule>[2];
