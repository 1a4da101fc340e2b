import type { Measurement } from '../../../src/schema/run.ts';
import type { LiveTask } from '../../training/live/messages.ts';
import { byHeartTask, PUBLISHED_BY_HEART } from '../byHeart/tasks.ts';
import { heroTasks, PUBLISHED_HERO } from '../hero/tasks.ts';
import { curvePoint, curveTasks, LAMBDAS, PUBLISHED_PENALTY, penaltyTask } from '../penalty/tasks.ts';

/** What the live figures open on, by figure and panel: `npm run precompute` trains them into site/precomputed/live/. */
export const PUBLISHED_TASKS: Readonly<Record<string, Readonly<Record<string, LiveTask>>>> = {
	hero: heroTasks(PUBLISHED_HERO),
	'by-heart': { training: byHeartTask(PUBLISHED_BY_HEART.moved, [PUBLISHED_BY_HEART.epoch]) },
	penalty: { boundary: penaltyTask(PUBLISHED_PENALTY) },
};

/** A curve whose points are each made of many trainings, of which only the points are kept. */
interface PublishedCurve {
	values: readonly number[];
	tasks: (value: number) => readonly LiveTask[];
	point: (value: number, finals: readonly Measurement[]) => unknown;
}

export const PUBLISHED_CURVES: Readonly<Record<string, PublishedCurve>> = {
	penalty: { values: LAMBDAS, tasks: curveTasks, point: curvePoint },
};
