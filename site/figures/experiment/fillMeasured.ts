import { at } from '../../../src/at.ts';
import { isJudgedWith, type Judged, judgeAll } from '../../../src/experiments/judge.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ExperimentResult } from '../../../src/schema/experimentResult.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { INTERACTIONS } from './controls.ts';
import { formatInterval, formatMeasured, formatWhole } from './measuredWords.ts';

/** What a cell says of an estimate, by the attribute that has the estimate's name. */
const WORDS = { measured: formatMeasured, interval: formatInterval, further: formatWhole };

type Numbers = Pick<ExperimentResult, 'measured' | 'parameters'>;

/**
 * Puts the numbers of a result into the table of what was expected. Expectations are of the published parameters: with
 * others the table is marked so, says which they were, and has verdicts only where these change nothing. Other seeds are judged as ever.
 */
export function fillMeasured(
	table: HTMLElement,
	{ measured, parameters }: Numbers,
	published: { name: string; parameters: Numbers['parameters'] },
	language: Language,
): void {
	for (const [part, words] of Object.entries(WORDS)) {
		for (const cell of table.querySelectorAll<HTMLElement>(`[data-${part}]`)) {
			const estimate = measured[cell.dataset[part] ?? ''];
			cell.textContent = estimate ? words(estimate, language) : '–';
		}
	}
	const others = Object.entries(published.parameters).filter(([name, value]) => parameters[name] !== value);
	const names = others.map(([name]) => name);
	const isChosen = !isJudgedWith({ from: 0, to: 0 }, names);
	fillVerdicts(table, measured, names, language);
	if (isChosen !== table.hasAttribute('data-chosen')) swapHeads(table);
	table.toggleAttribute('data-chosen', isChosen);
	table.toggleAttribute('data-unpublished', names.length > 0);
	const said = table.querySelector<HTMLElement>('[data-part="of-published"]');
	if (!said) return;
	said.hidden = names.length === 0;
	const text = EXPERIMENT_FIGURE_TEXT[language];
	said.textContent = isChosen
		? text.ofPublished(listed(others, published.name, language))
		: names.length > 0
			? text.withSeeds
			: '';
}

/** Each cell carries what decides. @param others parameters that have not their published value */
function fillVerdicts(
	table: HTMLElement,
	measured: Numbers['measured'],
	others: readonly string[],
	language: Language,
): void {
	const cells = [...table.querySelectorAll<HTMLElement>('[data-judged]')];
	const expectations = cells.map(({ dataset: { field = '', judged = '{}' } }) => ({
		...(JSON.parse(judged) as Judged), // ExpectedTable.astro wrote it
		measured: field,
	}));
	const verdicts = judgeAll(expectations, measured);
	for (const [i, cell] of cells.entries()) {
		const verdict = isJudgedWith(at(expectations, i), others) ? at(verdicts, i) : null;
		cell.dataset.verdict = verdict ?? 'none';
		cell.textContent = verdict
			? EXPERIMENT_FIGURE_TEXT[language].verdict[verdict]
			: EXPERIMENT_FIGURE_TEXT[language].notJudged;
	}
}

/** Each head has its words for the other case in `data-otherwise`. */
function swapHeads(table: HTMLElement): void {
	for (const head of table.querySelectorAll<HTMLElement>('[data-otherwise]')) {
		const words = head.textContent;
		head.textContent = head.dataset.otherwise ?? words;
		head.dataset.otherwise = words;
	}
}

function listed(parameters: [string, number][], name: string, language: Language): string {
	const labels = new Map(INTERACTIONS[name]?.controls.map(({ parameter, label }) => [parameter, label[language]]));
	const values = parameters.map(([parameter, value]) => {
		const label = labels.get(parameter) ?? parameter;
		return `${label} = ${formatInProse(value, { language })}`;
	});
	return values.join(language === 'zh' ? '，' : ', ');
}
