import type { Language } from '../../src/language.ts';
import { digitsApart, formatCount, formatInProse } from '../../src/numberFormat.ts';
import type { Analysis, Interval, ScalingAnalysis } from '../../src/schema/analysis.ts';
import { ALL_DIVERGED } from '../../src/sweeps/analysis.ts';
import { judgeNoPenalty, leadsOnAverage } from '../../src/sweeps/noPenalty.ts';
import { LEAST_SEEDS } from '../../src/sweeps/resamples.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { OPTION_TEXT } from '../text/lab/fieldText.ts';
import { type AnalysisText, SWEEP_ANALYSIS_TEXT } from '../text/sweeps/analysisText.ts';
import { type ConstantLoss, isNothingLearned } from './constantLoss.ts';

type Best = ScalingAnalysis['best'][number];

/** An analysis, and what one answer for every row would lose: null where that is not known. */
export interface JudgedAnalysis extends Analysis {
	constant: ConstantLoss | null;
}

/** An analysis in words: for each scaling its best λ, their exponent, and what moving the first to the last costs. */
export function analysisHtml(analysis: JudgedAnalysis, language: Language): string {
	const judged = analysis.scalings.filter(({ best }) => best.length > 0);
	const text = SWEEP_ANALYSIS_TEXT[language];
	if (analysis.reason) return `<p>${escapeHtml(text.nothingHeldOut)}</p>`;
	if (judged.length === 0)
		return `<p>${escapeHtml(analysis.scalings.every(({ seeds }) => seeds === 0) ? text.incomplete : text.nothing)}</p>`;
	return judged.map((one) => ofScaling(one, analysis, language)).join('');
}

function ofScaling(given: ScalingAnalysis, analysis: JudgedAnalysis, language: Language): string {
	const { scaling, seeds, best } = given;
	const text = SWEEP_ANALYSIS_TEXT[language];
	const name = OPTION_TEXT['penalty.scaling']?.[scaling]?.[language] ?? scaling;
	const items = best.map((one) => sayBest(one, seeds, analysis, language));
	const said = [
		seeds < LEAST_SEEDS ? text.noInterval(formatCount(seeds, language), seeds, LEAST_SEEDS) : '',
		...sayExponent(given, analysis, language),
		sayRegret(given, analysis, language),
	];
	return [
		`<section><h4>${escapeHtml(text.scalingTitle(name, formatCount(seeds, language)))}</h4>`,
		`<p>${escapeHtml(text.chosenBy(text.losses[analysis.metric], seeds, analysis.metric === 'testLoss'))}</p>`,
		`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`,
		...said.filter(Boolean).map((one) => `<p>${escapeHtml(one)}</p>`),
		'</section>',
	].join('');
}

/** Which λ is best at one m: none at all where that does better, and whether anything was learned there. */
function sayBest(best: Best, seeds: number, { metric, constant }: JudgedAnalysis, language: Language): string {
	const text = SWEEP_ANALYSIS_TEXT[language];
	const number = (value: number | null) => sayNumber(value, language);
	const verdict = judgeNoPenalty(best);
	const isLess = verdict === 'best' || verdict === 'best-so-far';
	const digits = isLess ? digitsApart(best.loss.value, best.noPenalty?.value ?? null) : 3;
	const loss = ({ value }: Interval) =>
		`${text.losses[metric]} ${value === null ? '–' : formatInProse(value, { language, digits })}`;
	const nothing = (value: Interval) => constant !== null && isNothingLearned(value.value, constant);
	const { lambda, noPenalty, noPenaltyRegret, noPenaltySeeds } = best;
	const beside = verdict !== 'worse' ? verdict : noPenalty?.value === null ? 'diverged' : null;
	return text.bestAt({
		m: formatCount(best.m, language),
		best:
			lambda.value === null
				? best.reason === ALL_DIVERGED
					? 'all-diverged'
					: 'each-diverged'
				: { lambda: `${number(lambda.value)}${sayInterval(lambda, language)}`, loss: loss(best.loss) },
		noPenalty: noPenalty &&
			beside && {
				verdict: beside,
				loss: loss(noPenalty),
				favor: noPenaltySeeds && noPenaltyRegret?.low === null ? { less: noPenaltySeeds.less, of: seeds } : null,
			},
		isAtEdge: best.isAtEdge,
		nothing:
			constant && nothing(best.loss)
				? {
						answer: constant.answer,
						loss: number(constant.loss),
						isAll: verdict === 'worse' || nothing(noPenalty ?? best.loss),
					}
				: null,
	});
}

/** The exponent and what limits it, or why there is none. */
function sayExponent(
	{ best, exponent, noExponent, seeds }: ScalingAnalysis,
	analysis: JudgedAnalysis,
	language: Language,
): string[] {
	const text = SWEEP_ANALYSIS_TEXT[language];
	const sizes = (isOne: (one: Best) => boolean) => best.filter(isOne).map(({ m }) => formatCount(m, language));
	switch (noExponent) {
		case 'too-few':
			return [text.noExponent];
		case 'diverged':
			return [text.exponentOfDiverged(sizes(({ lambda }) => lambda.value === null))];
		case 'no-penalty':
			return [text.exponentOfNone(sizes(leadsOnAverage))];
		case 'at-edge':
			return [text.exponentAtEdge];
		case 'wide-steps':
			return [text.stepsTooWide];
	}
	if (exponent === null) return [];
	const unlearned = sizes(({ loss }) => isNothingLearned(loss.value, analysis.constant));
	return [
		text.exponent(sayNumber(exponent.value, language), sayInterval(exponent, language), formatCount(seeds, language)),
		unlearned.length > 0 ? text.exponentOfNothing(unlearned) : '',
	];
}

/** What the best λ of the least m costs at the largest. */
function sayRegret({ best, transfer }: ScalingAnalysis, { metric }: JudgedAnalysis, language: Language): string {
	const text: AnalysisText = SWEEP_ANALYSIS_TEXT[language];
	const [smallest, largest] = [best[0]?.m, best.at(-1)?.m];
	const moved = transfer.find(({ from, to }) => from === smallest && to === largest);
	if (!moved || moved.regret.value === null) return '';
	const cost = `${sayNumber(moved.regret.value, language)}${sayInterval(moved.regret, language)}`;
	return text.regret(formatCount(moved.from, language), formatCount(moved.to, language), cost, text.losses[metric]);
}

const sayNumber = (value: number | null, language: Language) =>
	value === null ? '–' : formatInProse(value, { language });

/** ` [low, high]`, or nothing where there is no interval or no width. */
const sayInterval = ({ low, high, value }: Interval, language: Language) =>
	low === null || high === null || (low === value && high === value)
		? ''
		: ` [${sayNumber(low, language)}, ${sayNumber(high, language)}]`;
