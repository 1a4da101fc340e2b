import { at } from '../../../src/at.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { runSpecSchema } from '../../../src/schema/runSpec.ts';
import {
	type ModelName,
	type OptimizerName,
	studyCases,
	sweepOf,
	TASKS,
	type TaskName,
} from '../../../src/study/design.ts';
import type { CasePicture, DrawnCost } from '../../../src/study/pictures.ts';
import { RULE_PAIRS, type Rule } from '../../../src/study/rules.ts';
import { vary } from '../../../src/sweeps/grid.ts';

/** What the reader takes hold of. */
export interface MovingState {
	model: ModelName;
	optimizer: OptimizerName;
	/** Every move to about ten times the data, averaged, or one move. */
	moves: 'tenfold' | 'one';
	/** Places of the sizes of the one move. */
	from: number;
	to: number;
}

export const PUBLISHED_MOVING: MovingState = {
	model: 'relu-32-32',
	optimizer: 'sgd',
	moves: 'tenfold',
	from: 0,
	to: 2,
};

/** Sizes at which λ is tuned, and to which it is taken. */
export const MOVE_STOPS = { from: [0, 1, 2, 3], to: [1, 2, 3, 4] } as const;

/** A change that keeps the sizes in order; a drag of one of them shows one move. */
export function settleMove(state: MovingState, patch: Partial<MovingState>): MovingState {
	const next = { ...state, ...patch };
	const isDragged = patch.from !== undefined || patch.to !== undefined;
	const moves = isDragged && patch.moves === undefined ? 'one' : next.moves;
	if (next.from < next.to) return { ...next, moves };
	return patch.to === undefined ? { ...next, moves, to: next.from + 1 } : { ...next, moves, from: next.to - 1 };
}

/** A data set's row. */
export interface Row extends DrawnCost {
	task: TaskName;
	/** Null for the mean of several moves. */
	move: { from: number; to: number } | null;
}

/** The tasks on which a network was trained so, as the study lists them. */
export const tasksOf = ({ model, optimizer }: Pick<MovingState, 'model' | 'optimizer'>): TaskName[] =>
	studyCases()
		.filter((each) => each.model === model && each.optimizer === optimizer)
		.map(({ task }) => task);

/** Every row of a state. */
export function rowsOf(state: MovingState, pictures: readonly CasePicture[]): Row[] {
	return tasksOf(state).flatMap((task): Row[] => {
		const found = pictures.find(
			(each) => each.task === task && each.model === state.model && each.optimizer === state.optimizer,
		);
		const move = found?.moves.find(({ from, to }) => from === state.from && to === state.to);
		if (!found || !move) return [];
		if (state.moves === 'tenfold')
			return [{ task, move: null, cost: found.tenfold.cost, differences: found.tenfold.differences }];
		const { sizes } = TASKS[task];
		return [
			{
				task,
				move: { from: at(sizes, state.from), to: at(sizes, state.to) },
				cost: move.cost,
				differences: move.differences,
			},
		];
	});
}

/** How two rules compare on a row, draw by draw: which clearly costs less, or null where these draws cannot tell. */
export function cheaperOf({ differences }: Pick<Row, 'differences'>, pair: (typeof RULE_PAIRS)[number]): Rule | null {
	const place = RULE_PAIRS.findIndex(([first, second]) => first === pair[0] && second === pair[1]);
	const [, low, high] = at(differences, place);
	if (high < 0) return pair[0];
	return low > 0 ? pair[1] : null;
}

/** A run of every task at the larger size, the first draw, λ = 1: what the Lab opens. */
export const movingSpecs = (state: MovingState): RunSpecInput[] =>
	tasksOf(state).map((task) => {
		const base = runSpecSchema.parse(sweepOf({ task, model: state.model, optimizer: state.optimizer }, [1]).base);
		return vary(base, { lambda: 1, m: at(TASKS[task].sizes, state.to), scaling: 'over-2m', seed: 1 });
	});
