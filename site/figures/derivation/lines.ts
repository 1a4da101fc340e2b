/**
 * The derivations line by line. Each line is written twice, side by side: in TeX, and as the number that its right-hand
 * side is for given data, without the constant c. `times` says what −log posterior was multiplied by to get there. The
 * test takes random data and holds every line against the posterior itself.
 */
import { type Kind, part } from './factors.ts';

/** One set of weights and what it makes of the data. */
export interface Sample {
	m: number;
	sigma: number;
	tau: number;
	/** ŷ − y of each example, for the Gaussian likelihood. */
	residuals: readonly number[];
	/** −log p(y | x, W) of each example, for a log-loss. */
	losses: readonly number[];
	weights: readonly number[];
}

interface Line {
	tex: string;
	/** The right-hand side without c. */
	value: (sample: Sample) => number;
	/** What −log posterior was multiplied by; null for the posterior itself. */
	times: ((sample: Sample) => number) | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const squares = (values: readonly number[]) => sum(values.map((value) => value ** 2));

const [HALF, PRIOR_HALF, SIGMA, TAU, M, LAMBDA] = [
	part('half-data'),
	part('half-prior'),
	part('sigma'),
	part('tau'),
	part('m'),
	part('lambda'),
];
const SUM = String.raw`\sum_{i=1}^{${M}}`;
const ERROR = String.raw`(\hat y_i-y_i)^2`;
const NORM = String.raw`\lVert W\rVert^2`;
const MINUS_LOG = String.raw`-\log p(W\mid D)`;
/** λ/2m, whose 2 is the half of the prior. */
const ASKED = String.raw`\frac{${LAMBDA}}{${part('half-prior', '2')}${M}}`;
const VARIANCES = String.raw`\frac{${SIGMA}}{${TAU}}`;

/** −log p(D | W), but for constants. */
const dataSide: Record<Kind, (sample: Sample) => number> = {
	gaussian: ({ residuals, sigma }) => squares(residuals) / 2 / sigma ** 2,
	'log-loss': ({ losses }) => sum(losses),
	ridge: ({ residuals, sigma }) => squares(residuals) / 2 / sigma ** 2,
};
const priorSide = ({ weights, tau }: Sample) => squares(weights) / 2 / tau ** 2;

/** Bayes' rule and its negative logarithm: the same whatever the loss. */
const beginning = (kind: Kind): Line[] => [
	{
		tex: String.raw`p(W\mid D)\;\propto\;\prod_{i=1}^{${M}}p(y_i\mid x_i,W)\cdot p(W)`,
		value: (sample) => Math.exp(-dataSide[kind](sample)) * Math.exp(-priorSide(sample)),
		times: null,
	},
	{
		tex: String.raw`${MINUS_LOG}=-${SUM}\log p(y_i\mid x_i,W)-\log p(W)+c`,
		value: (sample) => -Math.log(Math.exp(-dataSide[kind](sample))) - Math.log(Math.exp(-priorSide(sample))),
		times: () => 1,
	},
];

const twoGaussians: Line = {
	tex: String.raw`${MINUS_LOG}=${SUM}${HALF}\,\frac{${ERROR}}{${SIGMA}}+${PRIOR_HALF}\,\frac{${NORM}}{${TAU}}+c`,
	value: ({ residuals, weights, sigma, tau }) =>
		sum(residuals.map((residual) => (1 / 2) * (residual ** 2 / sigma ** 2))) + (1 / 2) * (squares(weights) / tau ** 2),
	times: () => 1,
};

export const LINES: Record<Kind, readonly Line[]> = {
	gaussian: [
		...beginning('gaussian'),
		twoGaussians,
		{
			tex: String.raw`-${SIGMA}\,\log p(W\mid D)=${SUM}${HALF}\,${ERROR}+${PRIOR_HALF}\,${VARIANCES}\,${NORM}+c`,
			value: ({ residuals, weights, sigma, tau }) =>
				sum(residuals.map((residual) => (1 / 2) * residual ** 2)) +
				(1 / 2) * (sigma ** 2 / tau ** 2) * squares(weights),
			times: ({ sigma }) => sigma ** 2,
		},
		{
			tex: String.raw`J(W)=\frac1{${M}}${SUM}${HALF}\,${ERROR}+${ASKED}${NORM},\quad ${LAMBDA}=${VARIANCES}`,
			value: ({ m, residuals, weights, sigma, tau }) => {
				const lambda = sigma ** 2 / tau ** 2;
				return (
					(1 / m) * sum(residuals.map((residual) => (1 / 2) * residual ** 2)) + (lambda / (2 * m)) * squares(weights)
				);
			},
			times: ({ m, sigma }) => sigma ** 2 / m,
		},
	],
	'log-loss': [
		...beginning('log-loss'),
		{
			tex: String.raw`${MINUS_LOG}=${SUM}\ell_i+${PRIOR_HALF}\,\frac{${NORM}}{${TAU}}+c`,
			value: ({ losses, weights, tau }) => sum(losses) + (1 / 2) * (squares(weights) / tau ** 2),
			times: () => 1,
		},
		{
			tex: String.raw`${MINUS_LOG}=${SUM}\ell_i+${PRIOR_HALF}\,${LAMBDA}${NORM}+c,\quad ${LAMBDA}=\frac1{${TAU}}`,
			value: ({ losses, weights, tau }) => sum(losses) + (1 / 2) * (1 / tau ** 2) * squares(weights),
			times: () => 1,
		},
		{
			tex: String.raw`J(W)=\frac1{${M}}${SUM}\ell_i+${ASKED}${NORM},\quad ${LAMBDA}=\frac1{${TAU}}`,
			value: ({ m, losses, weights, tau }) => {
				const lambda = 1 / tau ** 2;
				return (1 / m) * sum(losses) + (lambda / (2 * m)) * squares(weights);
			},
			times: ({ m }) => 1 / m,
		},
	],
	ridge: [
		...beginning('ridge'),
		twoGaussians,
		{
			tex: String.raw`-2${SIGMA}\,\log p(W\mid D)=${SUM}${ERROR}+${VARIANCES}\,${NORM}+c`,
			value: ({ residuals, weights, sigma, tau }) => squares(residuals) + (sigma ** 2 / tau ** 2) * squares(weights),
			times: ({ sigma }) => 2 * sigma ** 2,
		},
		{
			tex: String.raw`\text{RSS}(W)+${LAMBDA}${NORM},\quad ${LAMBDA}=${VARIANCES}`,
			value: ({ residuals, weights, sigma, tau }) => {
				const lambda = sigma ** 2 / tau ** 2;
				return squares(residuals) + lambda * squares(weights);
			},
			times: ({ sigma }) => 2 * sigma ** 2,
		},
	],
};
