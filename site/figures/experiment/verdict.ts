import type { Language } from '../../../src/language.ts';
import type { ExperimentResult } from '../../../src/schema/experimentResult.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { isSameMeasured } from './sameMeasured.ts';

/** What a result says about the committed one. */
type Verdict =
	| { kind: 'same' }
	/** @property names of what came out otherwise */
	| { kind: 'other'; names: string[] }
	/** Computed with other parameters: there is nothing to compare it with. */
	| { kind: 'chosen' };

type Numbers = Pick<ExperimentResult, 'measured' | 'parameters'>;

/** Compares fresh numbers with the committed ones, to every digit that is committed. */
export function verdictOf(fresh: Numbers, committed: Numbers): Verdict {
	const parameters = Object.entries(committed.parameters);
	if (parameters.some(([name, value]) => fresh.parameters[name] !== value)) return { kind: 'chosen' };
	if (isSameMeasured(fresh.measured, committed.measured)) return { kind: 'same' };
	const all = [...new Set([...Object.keys(committed.measured), ...Object.keys(fresh.measured)])];
	const one = ({ measured }: Numbers, name: string) => (measured[name] ? { [name]: measured[name] } : {});
	return { kind: 'other', names: all.filter((name) => !isSameMeasured(one(fresh, name), one(committed, name))) };
}

/** A verdict in words, with where it was computed. */
export function sayVerdict(verdict: Verdict, isEdge: boolean, language: Language): string {
	const text = EXPERIMENT_FIGURE_TEXT[language];
	const where = isEdge ? text.onEdge : text.inBrowser;
	switch (verdict.kind) {
		case 'same':
			return text.same(where);
		case 'other':
			return text.other(where, verdict.names.join(language === 'zh' ? '、' : ', '));
		case 'chosen':
			return text.chosen(where);
	}
}
