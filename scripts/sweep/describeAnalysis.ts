import { formatInProse } from '../../src/numberFormat.ts';
import type { Interval, ScalingAnalysis, SweepAnalysis } from '../../src/schema/analysis.ts';
import { judgeNoPenalty } from '../../src/sweeps/noPenalty.ts';

type Best = ScalingAnalysis['best'][number];

/** Why there is no exponent. */
const NO_EXPONENT: Record<NonNullable<ScalingAnalysis['noExponent']>, string> = {
	'too-few': 'it takes two m and three λ > 0',
	diverged: 'at some m no λ > 0 is best',
	'no-penalty': 'at some m no λ > 0 has less loss than λ = 0',
	'at-edge': 'a best λ is at an end of the grid, and may lie outside',
	'wide-steps': 'the steps between the λ alone leave p open by more than ¼ either way',
};

/** What a sweep says, a line each: the best λ for each m, the exponent of λ* ∝ m^p, what it costs to move a λ. */
export function describeAnalysis({ metric, scalings, reason }: SweepAnalysis): string {
	const lines = scalings.flatMap(({ scaling, seeds, best, exponent, noExponent, transfer }) => [
		`${scaling}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`,
		...(best.length === 0 && seeds > 0 ? ['  nothing to compare: no λ > 0'] : []),
		...best.map((one) => `  m = ${one.m}: ${sayBest(one, metric, seeds)}`),
		...(exponent ? [`  λ* ∝ m^p: p = ${withInterval(exponent)}`] : []),
		...(noExponent ? [`  λ* ∝ m^p: no p, ${NO_EXPONENT[noExponent]}`] : []),
		...transfer
			.filter(({ regret }) => regret.value !== null)
			.map(({ from, to, regret }) => `  λ of m = ${from} at m = ${to}: costs ${withInterval(regret)}`),
	]);
	return `${[...(reason ? [reason] : []), ...lines].join('\n')}\n`;
}

function sayBest(one: Best, metric: SweepAnalysis['metric'], seeds: number): string {
	const { lambda, loss, testLoss = loss, isAtEdge, reason } = one;
	const none = sayNoPenalty(one, metric, seeds);
	if (lambda.value === null) return `no best λ: ${reason}${none}`;
	const chosen = metric === 'validationLoss' ? `, validation loss ${withInterval(loss)}` : '';
	const edge = isAtEdge ? ', at an end of the grid' : '';
	return `best λ ${shown(lambda.value)}${edge}${chosen}, test loss ${withInterval(testLoss)}${none}`;
}

/** What λ = 0 is beside the best λ > 0, where it is not worse. */
function sayNoPenalty(one: Best, metric: SweepAnalysis['metric'], seeds: number): string {
	const loss = `${metric} ${shown(one.noPenalty?.value ?? null)}`;
	switch (judgeNoPenalty(one)) {
		case 'only':
			return `; λ = 0 has ${loss}`;
		case 'best':
			return `; λ = 0 is better, ${loss}`;
		case 'best-so-far':
			return `; λ = 0 is better with ${seeds === 1 ? 'the one seed' : `all ${seeds} seeds`}, too few for an interval, ${loss}`;
		case 'as-good':
			return `; λ = 0 does as well, ${loss}`;
		case 'worse':
			return one.noPenalty?.value === null ? '; λ = 0 diverged' : '';
	}
}

const shown = (value: number | null) => (value === null ? '–' : formatInProse(value));

/** A number, and where 95% of its resamples over the seeds lie. */
const withInterval = ({ value, low, high }: Interval) =>
	low === null && high === null ? shown(value) : `${shown(value)} [${shown(low)}, ${shown(high)}]`;
