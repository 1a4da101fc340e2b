/**
 * The experiment of the article's last section, after the notebook grez911/machine-learning
 * l2.ipynb: one network on 30 and on 300 moons, without a penalty, under λ/2·‖W‖² and under
 * λ/2m·‖W‖². The question is whether the λ that is good at one size is good at the other.
 * Network, data, initial weights and 30,000 epochs at η = 0.005 are the notebook's own.
 */
import type { RunSpecInput } from '../schema/runSpec.ts';

export type FigurePenalty = 'none' | 'half' | 'over-2m';

/** One panel of the figure. */
export interface FigureRun {
	key: string;
	m: number;
	penalty: FigurePenalty;
	lambda: number;
	spec: RunSpecInput;
}

export const FIGURE_SIZES = [30, 300] as const;

/** Which λ stands under `half` and `over-2m`: each its own, good at m = 30, as in the notebook; or one number for both. */
export const LAMBDA_CHOICES = [
	{ key: 'notebook', half: 0.02, 'over-2m': 0.5 },
	{ key: 'same', half: 0.5, 'over-2m': 0.5 },
] as const;

export type LambdaChoice = (typeof LAMBDA_CHOICES)[number];

/** The six runs of a choice: m = 30 without, `half`, `over-2m`, then the same for m = 300. */
export function figureRuns(choice: LambdaChoice): FigureRun[] {
	return FIGURE_SIZES.flatMap((m) => [
		figureRun(m, 'none', 0),
		figureRun(m, 'half', choice.half),
		figureRun(m, 'over-2m', choice['over-2m']),
	]);
}

/** Every run that the figure can show, each once. */
export const ALL_FIGURE_RUNS: readonly FigureRun[] = [
	...new Map(LAMBDA_CHOICES.flatMap(figureRuns).map((run) => [run.key, run])).values(),
];

function figureRun(m: number, penalty: FigurePenalty, lambda: number): FigureRun {
	return {
		key: penalty === 'none' ? `none-${m}` : `${penalty}-${lambda}-${m}`,
		m,
		penalty,
		lambda,
		spec: {
			data: { kind: 'moons', m },
			penalty: { lambda, scaling: penalty === 'none' ? 'over-2m' : penalty },
			training: { epochs: 30_000, recordEvery: 300 },
			output: { boundary: {} },
		},
	};
}
