import type { Language } from '../../../src/language.ts';
import type { CurvesChart } from '../../charts/chart.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { panelOf, publishedOutcome } from '../../training/live/publishedOutcome.ts';
import type { Drawn } from '../runs/cardHtml.ts';
import { coefficientInWords } from '../runs/coefficient.ts';
import { largestNorm } from '../runs/normShare.ts';
import { runName } from '../runs/runName.ts';
import { OPENING, OPENING_EPOCH } from '../state/state.ts';
import { describeChart } from '../traces/describeChart.ts';
import { LAB_TASKS } from './publishedTasks.ts';

/** Losses over the epochs, as the runs that the page opens on end. Only the build calls it. */
export function openingLosses(language: Language): CurvesChart {
	const runs = OPENING.runs.map(({ key }) => ({ key, trace: publishedOutcome('lab', `run ${key}`).trace, look: null }));
	const trainings = { runs, epochs: OPENING_EPOCH, shown: OPENING_EPOCH, playhead: OPENING_EPOCH };
	return describeChart('dataLoss', trainings, false, language);
}

/** What is drawn of the runs that the page opens on before its script has trained them. Only the build calls it. */
export function openingCards(language: Language): Drawn[] {
	const outcomes = OPENING.runs.map(({ key }) => ({ key, outcome: publishedOutcome('lab', `run ${key}`) }));
	const specs = outcomes.map(({ outcome }) => outcome.spec);
	return outcomes.map(({ key, outcome }) => {
		const task = LAB_TASKS[`run ${key}`];
		if (!task) throw new Error(`nothing is published of run ${key}`);
		const { trace, spec } = outcome;
		const at = trace.epoch.indexOf(OPENING_EPOCH);
		const [dataLoss = null, testLoss = null, objective = null, weightNorm = null] = [
			trace.dataLoss,
			trace.testLoss,
			trace.objective,
			trace.weightNorm,
		].map((column) => column[at]);
		return {
			key,
			name: runName(spec, specs, language),
			coefficient: coefficientInWords(spec, language),
			panel: panelOf(task, outcome, LAB_TEXT[language].boundary),
			largestNorm: largestNorm({ trace, look: null }),
			measured: { dataLoss, testLoss, objective, weightNorm },
		};
	});
}
