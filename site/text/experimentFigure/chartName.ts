import type { Language, Text } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { TASKS, type TaskName } from '../../../src/study/design.ts';
import { OPTION_TEXT } from '../lab/fieldText.ts';
import { taskName } from '../study/studyNames.ts';

/** Words for the parts of a name that an experiment writes as a specification does, or in English only. */
const PARTS: Readonly<Record<string, Text>> = {
	...coefficients(),
	...taskNames(),
	relu: { en: 'ReLU', zh: 'ReLU' },
	ridge: { en: 'ridge', zh: '岭回归' },
};

/** AdamW with its decay coefficient. */
const DECAY = /^AdamW ([\d.]+)$/;

const SEPARATORS: Text = { en: ', ', zh: '，' };

/** A comma, but not the one within a number. */
const SEPARATOR = /,\s+|，\s*/;

/** A whole number with digits to group: not the decimals of another. */
const LARGE_COUNT = /(?<![\d.])\d{4,}(?![\d.])/g;

/**
 * The name of a series, panel or category as charts and tables show it: `moons, over-2m` is `two moons, λ/2m` or `双月牙，λ/2m`, and
 * numbers are grouped as they are on an axis.
 */
export function chartName(name: string, language: Language): string {
	return name
		.split(SEPARATOR)
		.map((part) => PARTS[part]?.[language] ?? part)
		.map((part) => part.replace(DECAY, 'AdamW d = $1'))
		.map((part) => part.replaceAll(LARGE_COUNT, (count) => formatCount(Number(count), language)))
		.join(SEPARATORS[language]);
}

/** A category as a chart and a table show it: what a series alone stands on has the name of that series in its language. */
export const categoryName = (category: string, series: readonly { label: Text }[], language: Language): string =>
	chartName(series.find(({ label }) => label.en === category)?.label[language] ?? category, language);

/** What stands before Ω, by the name of the scaling. */
function coefficients(): Record<string, Text> {
	const scalings = Object.entries(OPTION_TEXT['penalty.scaling'] ?? {});
	const coefficient = (term: string) => term.replace(' · Ω', '');
	return Object.fromEntries(
		scalings.map(([scaling, { en, zh }]) => [scaling, { en: coefficient(en), zh: coefficient(zh) }]),
	);
}

/** What the study trained on, by the name that its results have. */
function taskNames(): Record<string, Text> {
	return Object.fromEntries(
		(Object.keys(TASKS) as TaskName[]).map((task) => [task, { en: taskName(task, 'en'), zh: taskName(task, 'zh') }]), // the keys of a record
	);
}
