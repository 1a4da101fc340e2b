import { LAB_TASKS } from '../../lab/start/publishedTasks.ts';
import type { LiveOutcome, LiveTask } from '../../training/live/messages.ts';
import { byHeartTask, PUBLISHED_BY_HEART } from '../byHeart/tasks.ts';
import { heroTasks, PUBLISHED_HERO } from '../hero/tasks.ts';
import { curvePoint, curveTasks, LAMBDAS, PUBLISHED_PENALTY, penaltyTask } from '../penalty/tasks.ts';
import { PUBLISHED_ROWS, rowsTasks } from '../rows/tasks.ts';
import { PUBLISHED_WITNESSES, WITNESSES_STOPS, witnessesTask } from '../witnesses/tasks.ts';
import { weigh } from '../witnesses/weigh.ts';

/** What the live figures open on, by figure and panel: `npm run precompute` trains them into site/precomputed/live/. */
export const PUBLISHED_TASKS: Readonly<Record<string, Readonly<Record<string, LiveTask>>>> = {
	hero: heroTasks(PUBLISHED_HERO),
	'by-heart': { training: byHeartTask(PUBLISHED_BY_HEART.moved, [PUBLISHED_BY_HEART.epoch]) },
	penalty: { boundary: penaltyTask(PUBLISHED_PENALTY) },
	rows: rowsTasks(PUBLISHED_ROWS),
	lab: LAB_TASKS,
};

/** A curve whose points are each made of many trainings, of which only the points are kept. */
interface PublishedCurve {
	values: readonly number[];
	tasks: (value: number) => readonly LiveTask[];
	point: (value: number, outcomes: readonly LiveOutcome[]) => unknown;
}

export const PUBLISHED_CURVES: Readonly<Record<string, PublishedCurve>> = {
	penalty: {
		values: LAMBDAS,
		tasks: curveTasks,
		point: (lambda, outcomes) =>
			curvePoint(
				lambda,
				outcomes.map(({ final }) => final),
			),
	},
	witnesses: {
		values: WITNESSES_STOPS.m,
		tasks: (m) => [witnessesTask({ ...PUBLISHED_WITNESSES, m })],
		point: (m, [outcome]) => {
			const weights = outcome?.looks[0]?.weights;
			if (!outcome || !weights) throw new Error('a balance is weighed at the weights of its network');
			return { m, ...weigh({ weights, sample: outcome.sample }, { ...PUBLISHED_WITNESSES, m }) };
		},
	},
};
