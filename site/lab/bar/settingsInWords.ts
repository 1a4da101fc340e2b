import type { Language } from '../../../src/language.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import { rowCount } from '../runs/rowCount.ts';
import { hasRows, type Scope } from '../state/changes.ts';
import { copiesOf } from '../state/copies.ts';
import { rangeOf, SETTINGS } from '../state/ratios.ts';
import { type LabState, selectedRun } from '../state/state.ts';
import { rangeInWords } from './rangeInWords.ts';

/** What a slider stands at as the bar shows it, and in a line with whose it is. */
export interface Said {
	shown: string;
	whole: string;
}

/** λ of the runs that the slider moves: what is 0 keeps no ratio, and stays. */
export function lambdaInWords(state: LabState, scope: Scope, language: Language): Said {
	const { lambda } = SETTINGS;
	const runs = runsOf(state, scope);
	const moved = runs.filter(({ spec }) => (lambda.of(spec) ?? 0) > 0);
	const isSome = moved.length > 0 && moved.length < runs.length;
	const shown = rangeInWords(rangeOf({ ...state, runs: isSome ? moved : runs }, lambda, scope), language);
	const keys = moved.map(({ key }) => String(key));
	return { shown, whole: isSome ? LAB_TEXT[language].ofRuns(shown, keys) : shown };
}

/** m, with the copies of each row too: `30 × 10 = 300`, in two lines. */
export function rowsInWords(state: LabState, scope: Scope, language: Language): Said {
	const { rows } = SETTINGS;
	const drawn = runsOf(state, scope).filter(({ spec }) => hasRows(spec));
	const said = (values: readonly number[]) => rangeInWords([Math.min(...values), Math.max(...values)], language);
	const once = rangeInWords(rangeOf(state, rows, scope), language);
	const times = drawn.map(({ spec }) => copiesOf(spec));
	if (times.every((copies) => copies === 1)) return { shown: once, whole: once };
	const all = said(drawn.map(({ spec }, index) => (rows.of(spec) ?? 0) * (times[index] ?? 1)));
	const shown = LAB_TEXT[language].copies(once, said(times), all);
	return { shown: shown.replace(' =', '\n='), whole: shown };
}

/** How many rows of a reader's own train, which may be copies of fewer. */
export const ownRowsInWords = (spec: LabState['runs'][number]['spec'], language: Language): string => {
	const { data } = wholeSpec(spec) ?? spec;
	return data?.kind === 'inline' ? rowCount(data, language) : '–';
};

const runsOf = (state: LabState, scope: Scope): LabState['runs'] =>
	scope === 'all' ? state.runs : [selectedRun(state)];
