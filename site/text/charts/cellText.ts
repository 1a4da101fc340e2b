import type { Language } from '../../../src/language.ts';

/** A cell of a heat map in words and digits. */
interface CellFacts {
	/** Titles of the axes and the cell's values on them. */
	x: { title: string; value: string };
	y: { title: string; value: string };
	/** What the cell's value is, and the value; null where there is none yet. */
	z: { title: string; value: string | null };
	/** From 1, the lowest of the column, and how many of the column there are. */
	rank: number;
	of: number;
	/** By how many percent it is above the lowest, as the legend counts; null of that itself. */
	above: string | null;
	/** It cannot be told from the lowest. */
	isTie: boolean;
	/** Why there is no value. */
	reason: string | null;
}

/** The words of a heat map whose cells speak. */
interface CellText {
	/** What the box of cells is, to a screen reader. */
	cells: (title: string) => string;
	/** How it is worked. */
	how: string;
	cell: (facts: CellFacts) => string;
}

export const CELL_TEXT: Record<Language, CellText> = {
	en: {
		cells: (title) => `Cells of the map: ${title}`,
		how: 'The arrow keys go from cell to cell.',
		cell: ({ x, y, z, rank, of, above, isTie, reason }) => {
			const place = `${y.title} = ${y.value}, ${x.title} = ${x.value}: `;
			if (reason !== null) return `${place}${reason}`;
			if (z.value === null) return `${place}no ${z.title} yet`;
			return `${place}${z.title} ${z.value}, ${rank === 1 ? 'the lowest' : `${ordinal(rank)} lowest`} of ${of} in its column${above === null ? '' : `, ${above}% above the lowest`}${isTie && above !== null ? ', not told from it by these seeds' : ''}`;
		},
	},
	zh: {
		cells: (title) => `热图的格子：${title}`,
		how: '用方向键在格子之间移动。',
		cell: ({ x, y, z, rank, of, above, isTie, reason }) => {
			const place = `${y.title} = ${y.value}，${x.title} = ${x.value}：`;
			if (reason !== null) return `${place}${reason}`;
			if (z.value === null) return `${place}还没有${z.title}`;
			return `${place}${z.title} ${z.value}，本列 ${of} 个中${rank === 1 ? '最低' : `由低到高第 ${rank}`}${above === null ? '' : `，比最低高 ${above}%`}${isTie && above !== null ? '，这些种子分不出两者' : ''}`;
		},
	},
};

const RANKS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `2nd`, `11th`. */
const ordinal = (rank: number) => `${rank}${ENDINGS[RANKS.select(rank)] ?? 'th'}`;
