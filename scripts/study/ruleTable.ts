import { isSmall, verdictsOn } from '../../src/study/counts.ts';
import type { OptimizerName } from '../../src/study/design.ts';
import { nameOf, OPTIMIZERS } from '../../src/study/design.ts';
import { medianOf } from '../../src/study/medianOf.ts';
import { byTask } from '../../src/study/overTasks.ts';
import { RULE_PAIRS, RULES, type Rule } from '../../src/study/rules.ts';
import type { CaseSummary } from '../../src/study/summary.ts';
import { interval, percent } from './format.ts';

/** A cost that nobody would tune again for, and one that hurts. */
const [LITTLE, MUCH] = [0.01, 0.1];

const RULE_NAMES: Record<Rule, string> = {
	'keep-lambda': 'keep λ',
	'keep-over-sqrt-m': 'keep λ/√m',
	'keep-over-m': 'keep λ/m',
};

const WEIGHT_DECAY: Record<Rule, string> = {
	'keep-lambda': '÷ 10',
	'keep-over-sqrt-m': '÷ 3.2',
	'keep-over-m': 'as it is',
};

/** What to do: each rule over all tasks, networks with hidden layers only, and where it fails. */
export function ruleTable(summary: readonly CaseSummary[]): string {
	const rows = OPTIMIZERS.flatMap((optimizer) => RULES.map((rule) => row(summary, optimizer, rule)));
	return [
		'## What to do with ten times the data',
		'',
		'Networks with hidden layers; a task is the median of its networks, a cost the median over tasks, and its interval is over resampled',
		'tasks. *weight_decay* is the number that frameworks take, λ/m, at ten times the data. The three rules were fixed before anything was trained.',
		'',
		'| optimizer | rule | weight_decay | median cost | tasks below 1% | cheapest on | median share of the gain kept | median cost by one draw | worst task | surely above 10% in |',
		'|---|---|---|---|---|---|---|---|---|---|',
		...rows,
		'',
		overlap(summary),
		'',
	].join('\n');
}

const networksOf = (summary: readonly CaseSummary[], optimizer: OptimizerName) =>
	summary.filter((each) => each.optimizer === optimizer && each.model !== 'linear');

function row(summary: readonly CaseSummary[], optimizer: OptimizerName, rule: Rule): string {
	const cases = networksOf(summary, optimizer);
	const costs = byTask(cases, ({ cost }) => cost['by-mean'][rule].value);
	const byDraw = byTask(cases, ({ cost }) => cost['by-draw'][rule].value);
	const kept = byTask(cases, ({ keptGain }) => keptGain?.[rule].value ?? null);
	const worst = [...costs].reduce((most, each) => (each[1] > most[1] ? each : most));
	const failures = cases.filter(({ cost }) => (cost['by-mean'][rule].low ?? 0) > MUCH);
	const below = [...costs.values()].filter((cost) => cost < LITTLE).length;
	return `| ${[
		optimizer,
		RULE_NAMES[rule],
		WEIGHT_DECAY[rule],
		interval(medianOf([...costs.values()]), 100, 1),
		`${below} of ${costs.size}`,
		`${countCheapest(cases, rule)} of ${costs.size}`,
		percent(medianOf([...kept.values()]).value),
		percent(medianOf([...byDraw.values()]).value),
		`${worst[0]} (${percent(worst[1])})`,
		failures.length === 0 ? '–' : failures.map(nameWithoutOptimizer).join('; '),
	].join(' | ')} |`;
}

/** Tasks on which no other rule costs less. */
function countCheapest(cases: readonly CaseSummary[], rule: Rule): number {
	const costs = RULES.map((each) => byTask(cases, ({ cost }) => cost['by-mean'][each].value));
	const own = costs[RULES.indexOf(rule)] ?? new Map();
	return [...own].filter(([task, cost]) => costs.every((others) => cost <= (others.get(task) ?? cost))).length;
}

const nameWithoutOptimizer = (given: CaseSummary) => nameOf(given).split(' ').slice(0, 2).join(' ');

/** How often the data tell two rules apart. */
function overlap(summary: readonly CaseSummary[]): string {
	const cases = OPTIMIZERS.flatMap((optimizer) => networksOf(summary, optimizer));
	const counted = (of: readonly CaseSummary[], pair: 0 | 1 | 2) => {
		const { cheaper, dearer } = verdictsOn(pair, of);
		return `${cheaper} of ${of.length} cases and dearer in ${dearer}`;
	};
	const said = RULE_PAIRS.map(
		([first, second], pair) =>
			`${RULE_NAMES[first]} is cheaper than ${RULE_NAMES[second]} in ${counted(cases, pair as 0 | 1 | 2)}`, // it is one of them
	);
	const notSmall = cases.filter(({ task }) => !isSmall(task));
	const converged = cases.filter(({ unconverged }) => unconverged === 0);
	const byChance = Math.round(cases.length * RULE_PAIRS.length * 0.05);
	return `By the paired difference, draw by draw, whose interval leaves out 0: ${said.join('; ')}. In the others this study cannot tell the two apart. Without breast cancer, wine and diabetes, whose intervals are too narrow, keep λ is cheaper than keep λ/√m in ${counted(notSmall, 0)}; where all runs of the first draw had converged, in ${counted(converged, 0)}. At 5% some ${byChance} of the ${cases.length * RULE_PAIRS.length} comparisons would leave out 0 by chance. *Surely above 10%*: the whole interval of the cost is.`;
}
