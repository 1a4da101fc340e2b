import type { Analysis, Interval } from '../schema/analysis.ts';

type Row = (string | number | null)[];

/** Columns of an analysis as a table. */
export const ANALYSIS_COLUMNS = ['scaling', 'quantity', 'm', 'to', 'value', 'low', 'high'] as const;

/** One row a number: `best-lambda`, `best-loss`, `best-test-loss`, `no-penalty-loss`, `no-penalty-regret` of each m, `exponent`, and `regret` from m to `to`. */
export const toAnalysisRows = ({ scalings }: Analysis): Row[] =>
	scalings.flatMap(({ scaling, best, exponent, transfer }) => [
		...best.flatMap(({ m, lambda, loss, testLoss, noPenalty, noPenaltyRegret }) =>
			Object.entries({
				'best-lambda': lambda,
				'best-loss': loss,
				'best-test-loss': testLoss,
				'no-penalty-loss': noPenalty,
				'no-penalty-regret': noPenaltyRegret,
			}).flatMap(([quantity, found]) => (found ? [row(scaling, quantity, m, null, found)] : [])),
		),
		...(exponent ? [row(scaling, 'exponent', null, null, exponent)] : []),
		...transfer.map(({ from, to, regret }) => row(scaling, 'regret', from, to, regret)),
	]);

const row = (scaling: string, quantity: string, m: number | null, to: number | null, found: Interval): Row => [
	scaling,
	quantity,
	m,
	to,
	found.value,
	found.low,
	found.high,
];
