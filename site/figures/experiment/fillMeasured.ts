import { type Judged, judge } from '../../../src/experiments/judge.ts';
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
 * others the table is marked so, and says which they were.
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
	const isChosen = others.length > 0;
	fillVerdicts(table, isChosen ? null : measured, language);
	if (isChosen !== table.hasAttribute('data-chosen')) swapHeads(table);
	table.toggleAttribute('data-chosen', isChosen);
	const said = table.querySelector<HTMLElement>('[data-part="of-published"]');
	if (!said) return;
	said.hidden = !isChosen;
	said.textContent = isChosen ? saying(others, published.name, language) : '';
}

/** Each cell carries what decides. @param measured null where there is nothing to judge */
function fillVerdicts(table: HTMLElement, measured: Numbers['measured'] | null, language: Language): void {
	for (const cell of table.querySelectorAll<HTMLElement>('[data-judged]')) {
		const { field, judged = '{}' } = cell.dataset;
		const verdict = measured && judge(JSON.parse(judged) as Judged, measured[field ?? '']); // ExpectedTable.astro wrote it
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

function saying(parameters: [string, number][], name: string, language: Language): string {
	const labels = new Map(INTERACTIONS[name]?.controls.map(({ parameter, label }) => [parameter, label[language]]));
	const values = parameters.map(([parameter, value]) => {
		const label = labels.get(parameter) ?? parameter;
		return `${label} = ${formatInProse(value, { language })}`;
	});
	return EXPERIMENT_FIGURE_TEXT[language].ofPublished(values.join(language === 'zh' ? '，' : ', '));
}
