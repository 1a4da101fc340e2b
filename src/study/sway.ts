import { at } from '../at.ts';
import { mean } from '../statistics.ts';
import { SEEDS } from './design.ts';
import { movesOf, pairsOf } from './moves.ts';
import { eachRule, RULES, type Rule } from './rules.ts';
import type { CaseTable } from './table.ts';

/** A draw without which a case says something else. */
export interface Sway {
	/** From 1 on. */
	draw: number;
	/** What each rule costs without it. */
	without: Record<Rule, number>;
	/** The rule that costs least with it, and without. */
	cheapest: readonly [all: Rule, without: Rule];
}

/** A difference below this share of the loss is none to speak of. */
const LEAST_MOVE = 0.01;

/**
 * The one draw that moves a case most: leaving it out more than halves a rule's cost, or makes another rule the cheapest; either by a
 * share of the loss that matters. Null where none does.
 */
export function swayOf(table: CaseTable, sizes: readonly number[]): Sway | null {
	const measure = movesOf(table, pairsOf(sizes), 'by-mean');
	const costsOn = (sample: readonly number[]) => {
		const found = measure(sample);
		return eachRule((rule) => mean(found.map(({ moved, tuned }) => moved[rule] / tuned - 1)));
	};
	const whole = [...SEEDS.keys()];
	const all = costsOn(whole);
	const before = cheapestIn(all);
	const swayed = whole.flatMap((left) => {
		const without = costsOn(whole.filter((seed) => seed !== left));
		const after = cheapestIn(without);
		const apart = (rule: Rule) => Math.abs(all[rule] - without[rule]);
		const isHalved = (rule: Rule) => without[rule] < all[rule] / 2 && apart(rule) > LEAST_MOVE;
		const isTurned = Math.min(all[after] - all[before], without[before] - without[after]) > LEAST_MOVE;
		return isTurned || RULES.some(isHalved)
			? [{ draw: left + 1, without, cheapest: [before, after] as const, apart: Math.max(...RULES.map(apart)) }]
			: [];
	});
	if (swayed.length === 0) return null;
	const { apart: _, ...most } = swayed.reduce((one, other) => (other.apart > one.apart ? other : one), at(swayed, 0));
	return most;
}

const cheapestIn = (costs: Record<Rule, number>): Rule =>
	RULES.reduce((least, rule) => (costs[rule] < costs[least] ? rule : least));
