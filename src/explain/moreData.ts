import type { Text } from '../language.ts';
import { l1Share, penaltyCoefficient } from '../penalty.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { type MeasuredOn, ruleOutcomes } from '../study/advice.ts';
import { eachRule, factorOf } from '../study/rules.ts';
import { asText, KEPT, sayMove, sayOutcomes } from '../study/sayAdvice.ts';
import type { Finding, Rule } from './finding.ts';

/** Findings about what becomes of a tuned λ when there are more examples. */
export const moreDataRules: readonly Rule[] = [moreData];

/** As many times as many examples as the study went up by. */
const TIMES = 10;

/**
 * The study's best rule multiplies the λ of λ/2m by f, and so the coefficient c by f/k at k·m examples. The run's own
 * number goes by f/k · g(m)/g(km), with g what its scaling makes of 1: f itself under λ/2m, f/k under λ/2.
 */
function moreData(spec: RunSpec, { m, batchSize }: Derived): Finding | null {
	const { penalty, training } = spec;
	const { lambda } = penalty;
	if (lambda === 0 || l1Share(penalty) === 1) return null;
	const measuredOn = nearestModels(spec);
	const measured = ruleOutcomes(measuredOn);
	const perNumber = (sizes: { m: number; batchSize: number }) => penaltyCoefficient({ ...penalty, lambda: 1 }, sizes);
	const more = { m: TIMES * m, batchSize: hasFullBatches(training) ? TIMES * m : batchSize };
	const after = lambda * factorOf[measured.best](TIMES) * (perNumber({ m, batchSize }) / perNumber(more) / TIMES);
	const isOver2m = penalty.scaling === 'over-2m';
	const formula = KEPT[measured.best];
	const kept = isOver2m ? asText(formula) : ofOver2m(formula);
	const name = isOver2m ? asText('λ') : OWN_LAMBDA;
	const move = sayMove({ from: m, to: TIMES * m }, kept, [{ name, before: lambda, after }]);
	const found = sayOutcomes(measured, {
		measuredOn,
		times: TIMES,
		kept: eachRule((rule) => asText(KEPT[rule])),
	});
	return {
		code: 'more-data',
		severity: 'info',
		message: { en: `${move.en} ${found.en}`, zh: `${move.zh}${found.zh}` },
		value: after,
	};
}

/** The models of the study that are most like that of this run. */
function nearestModels({ network, optimizer, penalty, training }: RunSpec): MeasuredOn {
	if (network.hidden.length === 0) return 'linear';
	if (optimizer.kind === 'adam' && penalty.application !== 'loss') return 'adamw';
	return hasFullBatches(training) ? 'full-batch' : 'sgd';
}

const hasFullBatches = (training: RunSpec['training']) => 'batchSize' in training && training.batchSize === 'full';

/** What is kept, where the run's own λ is another than that of λ/2m. */
const ofOver2m = (formula: string): Text => ({
	en: `${formula}, λ being that of λ/2m`,
	zh: `${formula}（λ 按 λ/2m 计）`,
});
const OWN_LAMBDA: Text = { en: 'this run’s λ', zh: '这里的 λ' };
