import type { Analysis, Interval } from '../schema/analysis.ts';

type Row = (string | number | null)[];

/** Columns of an analysis as a table. */
export const ANALYSIS_COLUMNS = ['scaling', 'quantity', 'm', 'to', 'value', 'low', 'high', 'seeds', 'reason'] as const;

/**
 * One row a number: `best-lambda`, `best-loss`, `best-test-loss`, `no-penalty-loss`, `no-penalty-regret` of each m, `exponent`, and `regret` from m to `to`;
 * each with the seeds that it is of, and why there is no λ or no exponent.
 */
export const toAnalysisRows = ({ scalings }: Analysis): Row[] =>
	scalings.flatMap(({ scaling, seeds, best, exponent, noExponent, transfer }) => {
		const row = (quantity: string, m: number | null, to: number | null, found: Interval | null, reason = ''): Row => [
			scaling,
			quantity,
			m,
			to,
			...(found ? [found.value, found.low, found.high] : NOTHING),
			seeds,
			reason,
		];
		return [
			...best.flatMap(({ m, lambda, loss, testLoss, noPenalty, noPenaltyRegret, reason }) =>
				Object.entries({
					'best-lambda': lambda,
					'best-loss': loss,
					'best-test-loss': testLoss,
					'no-penalty-loss': noPenalty,
					'no-penalty-regret': noPenaltyRegret,
				}).flatMap(([quantity, found]) =>
					found ? [row(quantity, m, null, found, quantity === 'best-lambda' ? reason : undefined)] : [],
				),
			),
			...(best.length > 0 ? [row('exponent', null, null, exponent, noExponent)] : []),
			...transfer.map(({ from, to, regret }) => row('regret', from, to, regret)),
		];
	});

const NOTHING = [null, null, null];
