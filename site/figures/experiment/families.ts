import type { CurvesFigure, Figure, Series } from '../../../src/schema/figure.ts';
import { CATEGORICAL_COUNT } from '../../charts/colours.ts';

/** Series of which each is one thing of a family: `tanh, one layer` and `tanh, two layers` are of `tanh`. */
export interface Family {
	/** What all of their labels begin with. */
	of: Series['label'];
	/** With what is left of their labels. */
	series: Series[];
}

/** Between the family and its member; no comma within a number. */
const SEPARATOR = /, |，/;

/**
 * The families of a figure that has more series than there are colours, and whose every series is of a family of two or more;
 * null for any other. Such a figure is drawn as small multiples, a panel a family.
 */
export function familiesOf(figure: Figure): Family[] | null {
	if (figure.kind !== 'curves' || figure.series.length <= CATEGORICAL_COUNT) return null;
	const names = [...new Set(figure.series.map(({ label }) => split(label.en)[0]))];
	const families = names.map((name) => familyOf(figure, name));
	const areAll = families.every(({ series }) => series.length > 1 && series.every(({ label }) => label.en !== ''));
	return families.length > 1 && areAll ? families : null;
}

function familyOf({ series }: CurvesFigure, name: string): Family {
	const its = series.filter(({ label }) => split(label.en)[0] === name);
	return {
		of: { en: name, zh: split(its[0]?.label.zh ?? name)[0] },
		series: its.map((one) => ({ ...one, label: { en: split(one.label.en)[1], zh: split(one.label.zh)[1] } })),
	};
}

/** What stands before the first comma, and what after it. */
function split(label: string): [family: string, member: string] {
	const [family = '', ...rest] = label.split(SEPARATOR);
	return [family, rest.join(', ')];
}
