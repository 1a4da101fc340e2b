import { type FigureRun, figureRuns, LAMBDA_CHOICES } from '../../../src/experiments/scalingFigure.ts';
import type { Language } from '../../../src/language.ts';
import { chartSvgs } from '../../charts/build/chartsHtml.ts';
import { TEXT } from '../../text/tables.ts';
import type { FactsOf } from '../../text/text.ts';
import { objectiveChart } from '../objectiveChart.ts';
import { type BoundaryRun, PRECOMPUTED_RUNS, precomputedRun } from './precomputed.ts';
import { runFacts } from './runFacts.ts';

/** A run of the figure: its panel and its row of the table. */
export interface FigureCell {
	figureRun: FigureRun;
	run: BoundaryRun;
	/** Keys of the choices of λ that show it. */
	choices: readonly string[];
}

/** What the figure says and draws for one choice of λ. */
export interface ChoiceContents {
	key: string;
	caption: string;
	/** The curves, as SVG elements. */
	drawings: string;
}

const ORDER = { none: 0, half: 1, 'over-2m': 2 };

/** All runs of the figure, by sample size and penalty. Only the build calls this: it reads the precomputed results. */
export function figureCells(): FigureCell[] {
	const shown = LAMBDA_CHOICES.map((choice) => ({ choice, keys: figureRuns(choice).map(({ key }) => key) }));
	return PRECOMPUTED_RUNS.map((entry) => ({
		...entry,
		choices: shown.flatMap(({ choice, keys }) => (keys.includes(entry.figureRun.key) ? [choice.key] : [])),
	})).sort((a, b) => a.figureRun.m - b.figureRun.m || ORDER[a.figureRun.penalty] - ORDER[b.figureRun.penalty]);
}

/** Caption and curves of every choice of λ. Only the build calls this. */
export function choiceContents(language: Language): ChoiceContents[] {
	const text = TEXT[language].figure;
	return LAMBDA_CHOICES.map((choice) => {
		const results = figureRuns(choice).map((figureRun) => ({ figureRun, result: precomputedRun(figureRun.key) }));
		const factsOf: FactsOf = (m, penalty) => {
			const one = results.find(({ figureRun }) => figureRun.m === m && figureRun.penalty === penalty);
			if (!one) throw new Error(`the figure has no run with m = ${m} and penalty ${penalty}`);
			return runFacts(one.figureRun, one.result);
		};
		const curves = results.map(({ figureRun, result }) => ({ ...figureRun, trace: result.trace }));
		const label = text.tracesLabel(results.map(({ figureRun, result }) => runFacts(figureRun, result)));
		return {
			key: choice.key,
			caption: text.caption[choice.key](factsOf),
			drawings: chartSvgs(objectiveChart(curves, language), label),
		};
	});
}
