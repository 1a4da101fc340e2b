import { at } from '../../../src/at.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { runSpecSchema } from '../../../src/schema/runSpec.ts';
import {
	type ModelName,
	type OptimizerName,
	type StudyCase,
	sweepOf,
	TASKS,
	type TaskName,
} from '../../../src/study/design.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';
import { factorOf, RULES, type Rule } from '../../../src/study/rules.ts';
import { vary } from '../../../src/sweeps/grid.ts';
import { trainedOn } from '../study/casePictures.ts';

/** What the reader takes hold of: a case of the study, and the size at which λ is tuned, by its place. */
export interface ValleyState extends StudyCase {
	tunedAt: number;
}

export const PUBLISHED_VALLEY: ValleyState = { task: 'moons', model: 'relu-32-32', optimizer: 'sgd', tunedAt: 0 };

/** The size at which keys and pictures stop. */
export const LAST_SIZE = 4;

/** A state that the study has: a task that was trained on fewer models or optimizers takes its largest, and the first. */
export function settleCase<State extends StudyCase>(state: State): State {
	const { models, optimizers } = trainedOn(state.task);
	const model: ModelName = models.includes(state.model) ? state.model : at(models, models.length - 1);
	const optimizer: OptimizerName = optimizers.includes(state.optimizer) ? state.optimizer : at(optimizers, 0);
	return { ...state, model, optimizer };
}

/** The move from where λ is tuned to about ten times as many examples, or as near to that as was measured; null at the end. */
export function moveFrom(
	{ task, tunedAt }: Pick<ValleyState, 'task' | 'tunedAt'>,
	{ moves }: Pick<CasePicture, 'moves'>,
) {
	const { sizes } = TASKS[task];
	const distance = (to: number) => Math.abs(Math.log(at(sizes, to) / at(sizes, tunedAt) / 10));
	const after = moves.filter(({ from }) => from === tunedAt);
	const [first] = after.sort((one, other) => distance(one.to) - distance(other.to));
	return first ? { ...first, times: at(sizes, first.to) / at(sizes, tunedAt) } : null;
}

/** λ of a rule at a size, tuned at another: λ*·f(m/m*). */
export function ruleLambda(rule: Rule, task: TaskName, tuned: { size: number; lambda: number }, size: number): number {
	const { sizes } = TASKS[task];
	return tuned.lambda * factorOf[rule](at(sizes, size) / at(sizes, tuned.size));
}

/** The first draw's runs of a state: tuned where the reader tunes, and at the size of the move under each rule. */
export function valleySpecs(state: ValleyState, picture: Pick<CasePicture, 'best' | 'moves'> | null): RunSpecInput[] {
	const { sizes } = TASKS[state.task];
	const best = picture?.best[state.tunedAt]?.[0] ?? 1;
	const to = picture && moveFrom(state, picture)?.to;
	const moved = to
		? RULES.map((rule) => ({
				size: to,
				lambda: ruleLambda(rule, state.task, { size: state.tunedAt, lambda: best }, to),
			}))
		: [];
	const base = runSpecSchema.parse(sweepOf(state, [0]).base);
	return [{ size: state.tunedAt, lambda: best }, ...moved].map(({ size, lambda }) =>
		vary(base, { lambda: Number(lambda.toPrecision(3)), m: at(sizes, size), scaling: 'over-2m', seed: 1 }),
	);
}
