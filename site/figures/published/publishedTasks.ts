import type { LiveTask } from '../../training/live/messages.ts';
import { heroTasks, PUBLISHED_HERO } from '../hero/tasks.ts';

/** What the live figures open on, by figure and panel: `npm run precompute` trains them into site/precomputed/live/. */
export const PUBLISHED_TASKS: Readonly<Record<string, Readonly<Record<string, LiveTask>>>> = {
	hero: heroTasks(PUBLISHED_HERO),
};
