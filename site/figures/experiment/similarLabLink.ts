import { SETTING_WORDS } from '../../../src/experiments/settingWords.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import { encodeState } from '../../lab/state/link.ts';
import { presets } from '../../lab/state/presets.ts';
import { ofSpecs } from '../../lab/state/state.ts';
import { OPENING_VIEW } from '../../lab/state/view.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import type { LabLink } from './labLink.ts';

/** Opens the Lab's runs for an experiment of which it can hold none, and says what they are; null where it has no such runs. */
export async function similarLabLink(name: string, language: Language): Promise<LabLink | null> {
	const preset = presets().find(({ experiment }) => experiment === name);
	if (!preset) return null;
	const words = SETTING_WORDS[language];
	const specs = preset.specs.map((spec) => canonical(spec));
	const each = <Value>(values: readonly Value[]) => [...new Set(values)];
	const numbers = (values: readonly number[]) =>
		words.list(
			each(values)
				.sort((a, b) => a - b)
				.map((value) => formatInProse(value, { language })),
		);
	const own = EXPERIMENT_FIGURE_TEXT[language].ownRows;
	const what = [
		words.list(each(specs.map(({ data: { kind } }) => (kind === 'inline' ? own : words.kinds[kind])))),
		`m = ${numbers(specs.map(({ data }) => dataFacts(data).m))}`,
		`λ = ${numbers(specs.map(({ penalty }) => penalty.lambda))}`,
	].join(language === 'zh' ? '，' : ', ');
	return {
		fragment: await encodeState(ofSpecs(preset.specs), { ...OPENING_VIEW, start: String(preset.claim) }),
		text: EXPERIMENT_FIGURE_TEXT[language].similarInLab(what),
	};
}
