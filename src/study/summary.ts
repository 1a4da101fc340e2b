import type { Estimate } from '../statistics.ts';
import { analyseCase, differencesByLine, type Exponent, type NoExponent } from './analyse.ts';
import type { StudyCase } from './design.ts';
import { CHOICES, type Choice, meanLosses } from './moves.ts';
import type { Prediction } from './prediction.ts';
import { eachRule, type Rule } from './rules.ts';
import type { CaseTable } from './table.ts';

/** A case in short: what experiments, pages and advice read of the study. */
export interface CaseSummary extends StudyCase {
	/** p of λ* ∝ m^p; or why there is none. */
	exponent: Exponent | null;
	noExponent: NoExponent | null;
	/** λ* at each size; 0 where no penalty does best. */
	best: number[];
	/** Loss without penalty over that with λ tuned, less 1: mean over the moves. */
	gain: number;
	/** Loss of each rule over that of tuning again, less 1. */
	cost: Record<Choice, Record<Rule, Estimate>>;
	/** Cost of the first rule of each pair (`RULE_PAIRS`) less that of the second, λ chosen by the mean. */
	differences: Estimate[];
	/** The same where losses between the λ of the grid are read along straight lines. */
	differencesByLine: Estimate[];
	/** Share of the gain that each rule keeps, λ chosen by the mean; null where there is hardly a gain. */
	keptGain: Record<Rule, Estimate> | null;
	unconverged: number;
}

/** Mean test loss over (m, λ) of a case, over the least at that m; λ = 0, no penalty, is one of them. */
export interface Valley extends StudyCase {
	lambdas: number[];
	/** [m][λ]; null where a run diverged. */
	losses: (number | null)[][];
}

/** @returns numbers of four digits */
export function summarise(table: CaseTable): CaseSummary {
	const { task, model, optimizer, unconverged, exponent, noExponent, best, ...costs } = analyseCase(table);
	const { keptGain, moves, differences } = costs['by-mean'];
	return {
		...{ task, model, optimizer, unconverged },
		exponent: exponent && roundExponent(exponent),
		noExponent,
		differencesByLine: differencesByLine(table).map(round),
		best: best.map(digits),
		gain: digits(moves.reduce((sum, { none, tuned }) => sum + none.value / tuned.value - 1, 0) / moves.length),
		// Every choice is in the list.
		cost: Object.fromEntries(
			CHOICES.map((choice) => [choice, eachRule((rule) => round(costs[choice].cost[rule]))]),
		) as CaseSummary['cost'],
		differences: differences.map(round),
		keptGain: keptGain && eachRule((rule) => round(keptGain[rule])),
	};
}

/** The valley of a case, as a picture needs it. */
export function valleyOf({ task, model, optimizer, lambdas, test }: CaseTable): Valley {
	const losses = test.map((_, size) => {
		const curve = meanLosses(test, size);
		const least = Math.min(...curve);
		return curve.map((loss) => (Number.isFinite(loss) ? overLeast(loss / least) : null));
	});
	return { task, model, optimizer, lambdas, losses };
}

/** Of four digits, but only the least of all is 1. */
const overLeast = (times: number) => (times > 1 ? Math.max(digits(times), LEAST_ABOVE) : 1);
const LEAST_ABOVE = 1.0001;

/** @returns a number of four digits */
export const digits = (value: number) => Number(value.toPrecision(4));
/** @returns numbers of four digits */
export const round = ({ value, low = Number.NaN, high = Number.NaN }: Estimate): Estimate => ({
	value: digits(value),
	low: digits(low),
	high: digits(high),
});

/** @returns numbers of four digits */
export const roundExponent = ({ predicted, drawsAlone, ...exponent }: Exponent): Exponent => ({
	...round(exponent),
	drawsAlone: roundEnds(drawsAlone),
	predicted: roundEnds(predicted),
});
const roundEnds = ({ low, high }: Prediction): Prediction => ({ low: digits(low), high: digits(high) });
