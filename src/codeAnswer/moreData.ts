import type { Decay } from '../codeReading/reading.ts';
import { isBesideAdaptiveStep, LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import type { Library } from '../convert/library.ts';
import { besideStepOf, cheapestRule, keptOf, measuredWith } from '../convert/moveLambda.ts';
import { penaltyOf, spelledValue } from '../convert/spelling.ts';
import type { Text } from '../language.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import { penaltyCoefficient } from '../penalty.ts';
import { factorOf } from '../study/rules.ts';
import { isSame, MEASURED_ON } from '../study/sayAdvice.ts';
import { alone } from './derivation.ts';
import type { Known } from './meaning.ts';

/**
 * What becomes of a strength when there are twice as many examples: what keeps λ, or the timescale where there is none, and what
 * the converter advises. Nothing where a decay is that of leaves, or has no library's spelling.
 *
 * @param decay how the code trains: what was measured on networks trained by SGD says nothing of Adam, nor of a solver
 * @param lambda its λ
 * @param code in which a solver may minimize what is written out
 */
export function findTwiceTheData({ parameter, optimizer, notes }: Decay, known: Known, lambda: number, code: string) {
	const library = known.row === LAMBDA ? null : libraries[known.row];
	if (!library || library.coupling === 'leaves' || lambda === 0) return [];
	const twice = keptAtTwice(library, known);
	const isDecoupled = isBesideAdaptiveStep(library);
	const kept = sayTwice({ parameter, before: known.stated, after: twice, isDecoupled });
	const isBySgd = optimizer
		? optimizer.kind === 'sgd'
		: known.row !== 'sklearn-mlp' && !library.hasHiddenLayers && !MINIMIZES.test(code);
	const isSolved = !optimizer && notes.some(({ code: one }) => one === 'read-as'); // normal equations, whatever they are spelled as
	const trained = isSolved && library.coupling !== 'solver' ? libraries['sklearn-ridge'] : library;
	const isLikeMeasured = measuredWith(trained) !== 'sgd' || isBySgd;
	const measured = isLikeMeasured
		? sayMeasured({ library, trained }, known, { parameter, lambda, twice })
		: { en: '', zh: '' };
	const message: Text = { en: `${kept.en}${measured.en}`, zh: `${kept.zh}${measured.zh}` };
	return [{ code: 'twice-the-data', severity: 'info', message, value: twice }] as const;
}

const MINIMIZES = /\b(optimx?|optimize|nlm|nlminb|minimize|fmin\w*)\(/;

function sayTwice(said: { parameter: string; before: number; after: number; isDecoupled: boolean }): Text {
	const { parameter, isDecoupled } = said;
	const [before, after] = [said.before, said.after].map((one) => formatShortest(roundTo(one, 4)));
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
	{ library, trained }: Record<'library' | 'trained', Library>,
	{ loss, m, batchSize, stated, targetDeviation }: Known,
	said: { parameter: string; lambda: number; twice: number },
): Text {
	const rule = cheapestRule(trained);
	const setting = {
		...{ loss: loss ?? library.losses[0], m: 2 * m, batchSize: batchSize ?? 2 * m },
		...(targetDeviation !== null && { targetDeviation }),
	};
	const spell = (lambda: number) => spelledValue(library, lambda, setting);
	const after = (said.twice * spell(said.lambda * factorOf[rule](2))) / spell(said.lambda);
	const kept = keptOf(rule, besideStepOf(library));
	const value = `${said.parameter} = ${formatShortest(roundTo(after, 3))}`;
	const isSaid = rule === 'keep-lambda' && isSame(stated, after); // it stays as it is
	const on = MEASURED_ON[measuredWith(trained)];
	return {
		en: ` Measured on ${on.en}, at ten times the data, keeping ${kept.en} cost least${isSaid ? '' : `: at twice the data that would be ${value}`}.`,
		zh: `在${on.zh}上用十倍数据实测，沿用 ${kept.zh} 的代价最小${isSaid ? '' : `：数据翻倍时即 ${value}`}。`,
	};
}

/** The library's value for the same λ at 2m examples. */
function keptAtTwice(library: Library, { value, stated, beside, m, batchSize, loss, targetDeviation }: Known): number {
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
	const times = at(2 * m) / at(m);
	return library.strength === 'reciprocal' ? stated * times : stated / times;
}
