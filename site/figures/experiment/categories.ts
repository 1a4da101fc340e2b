import type { Series } from '../../../src/schema/figure.ts';

/** The categories of all series, each in the place that its series gives it: one that a series leaves out does not come last. */
export function categoriesOf(series: readonly Pick<Series, 'x'>[]): (number | string)[] {
	const categories: (number | string)[] = [];
	for (const { x } of series) {
		for (const [i, category] of x.entries()) {
			if (categories.includes(category)) continue;
			const next = x.slice(i).find((later) => categories.includes(later));
			categories.splice(next === undefined ? categories.length : categories.indexOf(next), 0, category);
		}
	}
	return categories;
}
