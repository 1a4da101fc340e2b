import type { Rule } from '../../../src/schema/lambdaRules.ts';

/** What a rule keeps, as a formula beside its line. */
export const RULE_FORMULAS: Record<Rule, string> = {
	'keep-lambda': 'λ',
	'keep-over-sqrt-m': 'λ/√m',
	'keep-over-m': 'λ/m',
};

/** Half the width of a mark, in pixels. */
const SIZE = 5;

/** The mark of a rule about the origin: a disc, a square or a triangle, so that rules differ in more than colour. */
const SHAPES: Record<Rule, string> = {
	'keep-lambda': `M${-SIZE} 0a${SIZE} ${SIZE} 0 1 0 ${2 * SIZE} 0a${SIZE} ${SIZE} 0 1 0 ${-2 * SIZE} 0`,
	'keep-over-sqrt-m': `M${-SIZE} ${-SIZE}h${2 * SIZE}v${2 * SIZE}h${-2 * SIZE}z`,
	'keep-over-m': `M0 ${-SIZE - 1}l${SIZE + 1} ${2 * SIZE}h${-2 * SIZE - 2}z`,
};

/** A rule's mark at a place: `x` in percent of the drawing, `y` in pixels. */
export const ruleMark = (rule: Rule, x: number, y: number): string =>
	`<svg class="rule-mark ${rule}" x="${percent(x)}" y="${y}" overflow="visible"><path d="${SHAPES[rule]}"/></svg>`;

export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
