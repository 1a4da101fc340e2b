import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Measurement } from '../../../src/schema/measurements.ts';
import { ROWS_TEXT } from '../../text/figures/rows.ts';
import { PANELS, type Panel, type RowsState, rowsOf } from './tasks.ts';

type Final = Pick<Measurement, 'testLoss'>;

/** From here on λ is too strong for the thirty points: their test loss rises with it. */
const TOO_STRONG = 1;

const say = (value: number, language: Language) => formatInProse(value, { language });
const sayLoss = ({ testLoss }: Final, language: Language) =>
	formatInProse(testLoss ?? Number.NaN, { language, digits: 2 });

/** Where to look, with the losses of all three. */
export function rowsCaption(state: RowsState, finals: Record<Panel, Final>, language: Language): string {
	const text = ROWS_TEXT[language];
	const [few = '', copied = '', fresh = ''] = PANELS.map((panel) => sayLoss(finals[panel], language));
	const told = {
		lambda: say(state.lambda, language),
		copies: say(state.copies, language),
		jitter: say(state.jitter, language),
		m: say(rowsOf('copied', state), language),
		few,
		copied,
		fresh,
	};
	if (state.copies === 1) return text.captionOnce(told);
	if (state.jitter > 0) return text.captionJitter(told);
	if (few === copied) return text.captionNoChange(told);
	if (Number(finals.copied.testLoss) > Number(finals.few.testLoss)) return text.captionCopies(told);
	return state.lambda >= TOO_STRONG ? text.captionTooStrong(told) : text.captionLucky(told);
}

/** Over a panel: how many rows its network learns, and which. */
export function panelName(panel: Panel, state: RowsState, language: Language): string {
	const text = ROWS_TEXT[language];
	if (panel !== 'copied') return text[panel](say(rowsOf(panel, state), language));
	return text.copied(say(rowsOf('few', state), language), say(state.copies, language), state.copies === 1);
}

/** Under a panel. */
export const panelResult = (final: Final, language: Language): string =>
	ROWS_TEXT[language].result(sayLoss(final, language));

/** What a screen reader says of a panel. */
export const panelLabel = (panel: Panel, state: RowsState, final: Final, language: Language): string =>
	ROWS_TEXT[language].boundary(
		panelName(panel, state, language),
		say(state.lambda, language),
		sayLoss(final, language),
	);
