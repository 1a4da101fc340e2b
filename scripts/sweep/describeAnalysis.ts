import { formatInProse } from '../../src/numberFormat.ts';
import type { Interval, SweepAnalysis } from '../../src/schema/analysis.ts';
import { judgeNoPenalty } from '../../src/sweeps/noPenalty.ts';

/** What λ = 0 is beside the best λ > 0. */
const BESIDE = { best: 'is better', 'as-good': 'does as well', worse: null } as const;

/** What a sweep says, a line each: the best λ for each m, the exponent of λ* ∝ m^p, what it costs to move a λ. */
export function describeAnalysis({ metric, scalings }: SweepAnalysis): string {
	const lines = scalings.flatMap(({ scaling, seeds, best, exponent, transfer }) => [
		`${scaling}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`,
		...best.map((one) => {
			const { m, lambda, loss, testLoss = loss, noPenalty, isAtEdge } = one;
			const chosen = metric === 'validationLoss' ? `, validation loss ${withInterval(loss)}` : '';
			const edge = isAtEdge ? ', at an end of the grid' : '';
			const beside = BESIDE[judgeNoPenalty(one)];
			const none = noPenalty && beside ? `; λ = 0 ${beside}, ${metric} ${shown(noPenalty.value)}` : '';
			return `  m = ${m}: best λ ${shown(lambda.value)}${edge}${chosen}, test loss ${withInterval(testLoss)}${none}`;
		}),
		...(exponent ? [`  λ* ∝ m^p: p = ${withInterval(exponent)}`] : []),
		...transfer.map(({ from, to, regret }) => `  λ of m = ${from} at m = ${to}: costs ${withInterval(regret)}`),
	]);
	return `${lines.join('\n')}\n`;
}

const shown = (value: number | null) => (value === null ? '–' : formatInProse(value));

/** A number, and where 95% of its resamples over the seeds lie. */
const withInterval = ({ value, low, high }: Interval) =>
	low === null && high === null ? shown(value) : `${shown(value)} [${shown(low)}, ${shown(high)}]`;
