import type { CurvesFigure, Figure, Series } from '../../../src/schema/figure.ts';

/** A line of ours, and the published points that lie on it or do not. */
export interface Pair {
	ours: Series;
	published: Series;
}

/**
 * The pairs of a figure whose every line has points of its own beside it, as many as it has itself; null for any other.
 * Such a figure is drawn as small multiples, a panel a pair, and has a table a pair.
 */
export function pairsOf(figure: Figure): Pair[] | null {
	if (figure.kind !== 'curves') return null;
	const lines = figure.series.filter(({ draw }) => draw === 'line');
	const pairs = lines.flatMap((ours) => {
		const published = figure.series.find((other) => isBeside(other, ours));
		return published ? [{ ours, published }] : [];
	});
	return pairs.length > 1 && 2 * pairs.length === figure.series.length ? pairs : null;
}

/** What a figure of pairs has of one of them. */
export const figureOfPair = ({ x, y }: CurvesFigure, { ours, published }: Pair): CurvesFigure => ({
	kind: 'curves',
	x,
	y,
	series: [ours, published],
});

const isBeside = (other: Series, { label, x }: Series): boolean =>
	other.draw === 'points' && other.x.length === x.length && other.label.en.startsWith(`${label.en}, `);
