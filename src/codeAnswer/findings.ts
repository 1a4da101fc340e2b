import type { Decay } from '../codeReading/reading.ts';
import { isBesideAdaptiveStep, LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import type { Library } from '../convert/library.ts';
import { cheapestRule } from '../convert/moveLambda.ts';
import { penaltyOf, spelledValue } from '../convert/spelling.ts';
import { decayRules } from '../explain/decay.ts';
import type { Finding } from '../explain/finding.ts';
import type { Text } from '../language.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import { penaltyCoefficient } from '../penalty.ts';
import type { CodeFinding, DecayAnswer } from '../schema/codeAnswer.ts';
import { type RunSpec, runSpecSchema } from '../schema/runSpec.ts';
import { SEVERITIES } from '../schema/severity.ts';
import { factorOf } from '../study/rules.ts';
import { asText, KEPT } from '../study/sayAdvice.ts';
import { alone } from './derivation.ts';
import { groupsWithoutDecay } from './groups.ts';
import { type Known, rateBesideMean } from './meaning.ts';

/** A finding before its language is chosen. */
type Found = Omit<CodeFinding, 'message'> & { message: Text };

/** Everything that a decay's findings look at. */
interface Looked {
	decay: Decay;
	known: Known;
	meaning: NonNullable<DecayAnswer['meaning']>;
	epochs: number | null;
}

/** What is worth knowing of a decay, the worst first: what /explain finds in such a run, and what only code shows. */
export function findingsOf(looked: Looked): CodeFinding[] {
	const { known, decay } = looked;
	if (known.value === 0) return [];
	const found = [...ofDecay(looked), ...(decay.optimizer ? explained(looked) : [])];
	return found
		.filter(({ value }) => Number.isFinite(value))
		.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
		.map(({ message, ...rest }) => ({ ...rest, message: message[known.language] }));
}

function ofDecay({ decay, known, meaning }: Looked): Found[] {
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
				en: `This is no L2 penalty: no λ has the minimiser of a decay beside Adam’s step. What can be kept is its timescale ${timescale}.`,
				zh: `这不是 L2 惩罚：衰减加在更新步之外，没有哪个 λ 的极小值点与它相同。能保持的只是时间尺度 ${timescale}。`,
			},
			value,
		});
	} else if (decay.optimizer?.kind === 'adam' && library?.coupling === 'loss') {
		found.push({
			code: 'l2-with-adam',
			severity: 'warning',
			message: {
				en: 'Adam divides the penalty’s gradient by the size of past gradients as well: weights with large gradients are decayed less. AdamW decays all alike.',
				zh: 'Adam 会把惩罚项的梯度也除以历史梯度的大小：梯度大的权重衰减得更少。AdamW 对所有权重一视同仁。',
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
	if (decay.notes.some(({ code }) => code === 'decays-biases') && library?.penalizesBiases) {
		found.push({
			code: 'decays-biases',
			severity: 'info',
			message: {
				en: `${decay.parameter} also decays biases and norm layers. Two groups of parameters leave them out.`,
				zh: `${decay.parameter} 也会衰减偏置和归一化层。分成两个参数组就能把它们排除。`,
			},
			value,
			...(library.name.startsWith('PyTorch') && { fix: groupsWithoutDecay(decay, value) }),
		});
	}
	const twice = doubled(known, meaning.lambda);
	if (twice !== null && library?.coupling !== 'leaves') {
		const { parameter } = decay;
		const kept = sayTwice({ parameter, before: value, after: twice, isDecoupled: isDecoupledAdam });
		const measured = library ? sayMeasured(library, known, { parameter, lambda: meaning.lambda, twice }) : asText('');
		const message = { en: `${kept.en}${measured.en}`, zh: `${kept.zh}${measured.zh}` };
		found.push({ code: 'twice-the-data', severity: 'info', message, value: twice });
	}
	return found;
}

/** What becomes of a strength when there are twice as many examples. */
function sayTwice(said: { parameter: string; before: number; after: number; isDecoupled: boolean }): Text {
	const { parameter, isDecoupled } = said;
	const [before, after] = [said.before, said.after].map((one) => formatShortest(roundTo(one, 6)));
	if (before === after) {
		return {
			en: `With twice the data, ${parameter} stays as it is, and so does λ.`,
			zh: `数据翻倍时，${parameter} 不变，λ 也不变。`,
		};
	}
	if (isDecoupled) {
		return {
			en: `There is no λ to keep. To keep the timescale in epochs with twice the data, at the same B and η, set ${parameter} = ${after}.`,
			zh: `这里没有要保持的 λ。数据翻倍而 B 和 η 不变时，取 ${parameter} = ${after} 可以保持以轮计的时间尺度。`,
		};
	}
	const isHalf = Math.abs(said.after / said.before - 0.5) < 1e-9;
	return {
		en: `To keep λ with twice the data, ${isHalf ? `halve ${parameter} to ${after}` : `set ${parameter} = ${after}`}.`,
		zh: `数据翻倍时，要保持 λ 不变，请把 ${parameter} ${isHalf ? `减半为 ${after}` : `改为 ${after}`}。`,
	};
}

/** What the converter advises of the same step: the rule that cost least where it was measured. @param said what keeps λ */
function sayMeasured(
	library: Library,
	{ loss, m, batchSize, targetDeviation }: Known,
	said: { parameter: string; lambda: number; twice: number },
): Text {
	const rule = cheapestRule(library);
	const setting = {
		...{ loss: loss ?? library.losses[0], m: 2 * m, batchSize: batchSize ?? 2 * m },
		...(targetDeviation !== null && { targetDeviation }),
	};
	const spell = (lambda: number) => spelledValue(library, lambda, setting);
	const after = (said.twice * spell(said.lambda * factorOf[rule](2))) / spell(said.lambda);
	const value = `${said.parameter} = ${formatShortest(roundTo(after, 6))}`;
	return {
		en: ` Measured at ten times the data, keeping ${KEPT[rule]} cost least: here that is ${value}.`,
		zh: `在十倍数据上实测，沿用 ${KEPT[rule]} 的代价最小：此处即 ${value}。`,
	};
}

/** The library's value for the same λ at 2m examples; null where there is none. */
function doubled(
	{ row, value, stated, beside, m, batchSize, loss, targetDeviation }: Known,
	lambda: number,
): number | null {
	if (row === LAMBDA) return null;
	const library = libraries[row];
	const at = (examples: number) => {
		const setting = {
			loss: loss ?? library.losses[0],
			m: examples,
			batchSize: batchSize === null ? examples : Math.min(batchSize, examples),
			...(targetDeviation !== null && { targetDeviation }),
		};
		const spelled = beside.summedOver === null ? value : alone(stated, { ...beside, summedOver: setting.batchSize });
		return penaltyCoefficient(penaltyOf(library, spelled, setting), setting) * examples;
	};
	if (lambda === 0) return null;
	const times = at(2 * m) / at(m);
	return library.strength === 'reciprocal' ? stated * times : stated / times;
}

/** The findings of /explain on a run with this decay, of as many examples, steps and η. */
function explained({ decay, known, meaning, epochs }: Looked): Found[] {
	const { row, m, batchSize, value, beside } = known;
	const { optimizer } = decay;
	const learningRate = rateBesideMean(known, optimizer);
	const library = row === LAMBDA ? null : libraries[row];
	if (!optimizer || learningRate === null || learningRate <= 0 || !library || library.coupling === 'leaves') return [];
	const size = batchSize === null ? m : Math.min(batchSize, m);
	const setting = { loss: meaning.conversion.loss, m, batchSize: size };
	const penalty = penaltyOf(library, value / beside.momentumShare, setting); // what a step itself removes
	const steps = epochs === null ? Number.POSITIVE_INFINITY : epochs * Math.ceil(m / size);
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
	const c = penaltyCoefficient(penalty, setting);
	const derived = {
		m,
		batchSize: size,
		steps,
		parameters: 0,
		penaltyCoefficient: c,
		decayCoefficient: meaning.decayCoefficient,
		shrinkPerStep: meaning.timescaleEpochs ? 1 / (meaning.timescaleEpochs * Math.ceil(m / size)) : null,
		timescaleEpochs: meaning.timescaleEpochs,
		priorStandardDeviation: meaning.priorStandardDeviation,
	};
	const findings: Finding[] = decayRules.flatMap((rule) => rule(spec, derived, NO_FACTS) ?? []);
	const { parameter } = decay;
	return findings
		.filter(({ code }) => !['l2-with-adam', 'decoupled-beside-momentum'].includes(code)) // said in words of code above
		.filter(({ code }) => code !== 'adamw-timescale' || isTimescale(meaning.timescaleEpochs))
		.map((one) => (one.code === 'decay-does-nothing' ? { ...one, message: sayNothing(one.value, parameter) } : one));
}

/** What a decay that does nothing is said to be, where λ is not what a reader can raise. */
function sayNothing(removed: number, parameter: string): Text {
	const share = formatShortest(roundTo(100 * removed, 3));
	return {
		en: `In the whole run the decay alone removes ${share}% of a weight: the run ends before it matters. Train longer, or raise ${parameter}.`,
		zh: `整个训练中，衰减本身只去掉权重的 ${share}%：训练结束前它不起作用。请延长训练，或增大 ${parameter}。`,
	};
}

/** Epochs that nobody trains: a longer timescale is no advice. */
const MOST_EPOCHS = 10_000;

const isTimescale = (epochs: number | null): epochs is number => epochs !== null && epochs <= MOST_EPOCHS;

/** The rules of decay look at no data. */
const NO_FACTS = {} as Parameters<(typeof decayRules)[number]>[2];
