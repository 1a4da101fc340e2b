import { OPTIMIZERS } from '../../src/study/design.ts';
import { medianOf } from '../../src/study/medianOf.ts';
import { byTask, casesOf } from '../../src/study/overTasks.ts';
import { RULES } from '../../src/study/rules.ts';
import type { CaseSummary } from '../../src/study/summary.ts';
import { interval } from './format.ts';

/** What the rules cost where λ* ∝ m^p has a p, and where it has none: p is of fewer cases than the costs. */
export function exponentTable(summary: readonly CaseSummary[]): string {
	const rows = OPTIMIZERS.flatMap((optimizer) =>
		[true, false].map((hasExponent) => {
			const cases = casesOf(summary, optimizer).filter(({ exponent }) => (exponent !== null) === hasExponent);
			const costs = RULES.map((rule) => [...byTask(cases, ({ cost }) => cost['by-mean'][rule].value).values()]);
			const shown = costs.map((each) => (each.length > 0 ? interval(medianOf(each), 100, 1) : '–'));
			return `| ${optimizer} | ${hasExponent ? 'yes' : 'no'} | ${cases.length} | ${costs[0]?.length} | ${shown.join(' | ')} |`;
		}),
	);
	return [
		'## Where there is a p, and where there is none',
		'',
		'Costs are of every case; p only of those with a best λ inside the range at every m. The same medians for the two kinds apart:',
		'',
		'| optimizer | p | cases | tasks | keep λ | keep λ/√m | keep λ/m |',
		'|---|---|---|---|---|---|---|',
		...rows,
		'',
	].join('\n');
}
