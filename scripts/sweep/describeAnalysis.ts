import { digitsApart, formatInProse } from '../../src/numberFormat.ts';
import type { Interval, ScalingAnalysis, SweepAnalysis } from '../../src/schema/analysis.ts';
import { judgeNoPenalty } from '../../src/sweeps/noPenalty.ts';

type Best = ScalingAnalysis['best'][number];

const LOSSES: Record<SweepAnalysis['metric'], string> = { testLoss: 'test loss', validationLoss: 'validation loss' };

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
		...(best.length === 0
			? [`  nothing to compare: ${seeds > 0 ? 'no λ > 0' : 'no seed has a loss in each of its cells'}`]
			: []),
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
	const { lambda, loss, testLoss = loss, noPenalty, isAtEdge, reason } = one;
	const verdict = judgeNoPenalty(one);
	const isLess = verdict === 'best' || verdict === 'best-so-far';
	const digits = isLess ? digitsApart(loss.value, noPenalty?.value ?? null) : 3;
	const none = `${LOSSES[metric]} ${shown(noPenalty?.value ?? null, digits)}`;
	if (lambda.value === null) return `no best λ: ${reason}${verdict === 'only' ? `; λ = 0 has ${none}` : ''}`;
	const chosen = metric === 'validationLoss' ? `, validation loss ${withInterval(loss, digits)}` : '';
	const edge = isAtEdge ? ', at an end of the grid' : '';
	const penalised = `${shown(lambda.value)}${edge}${chosen}, test loss ${withInterval(testLoss, digits)}`;
	switch (verdict) {
		case 'best':
			return `λ = 0 is best, ${none}; best λ > 0 ${penalised}`;
		case 'best-so-far':
			return `best λ > 0 ${penalised}; λ = 0 has less with ${seeds === 1 ? 'the one seed' : `all ${seeds} seeds`}, ${none}; too few for an interval`;
		case 'as-good':
			return `best λ ${penalised}; λ = 0 does as well, ${none}`;
		default:
			return `best λ ${penalised}${noPenalty?.value === null ? '; λ = 0 diverged' : ''}`;
	}
}

const shown = (value: number | null, digits = 3) =>
	value === null ? '–' : formatInProse(value, { digits, language: 'en' });

/** A number, and where 95% of its resamples over the seeds lie. */
const withInterval = ({ value, low, high }: Interval, digits?: number) =>
	low === null && high === null
		? shown(value, digits)
		: `${shown(value, digits)} [${shown(low, digits)}, ${shown(high, digits)}]`;
