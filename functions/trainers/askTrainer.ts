import { Problem } from '../http/problem.ts';
import { isChargeError, refuseForToday } from '../quota/chargeDay.ts';
import type { Charge } from '../quota/dayQuota.ts';
import type { Listener } from './sharedTraining.ts';
import type { Task } from './task.ts';
import type { Trained } from './trainer.ts';

/** What a trainer is asked for. */
interface Asked {
	/** The id of the result, which names the trainer. */
	id: string;
	task: Task;
	charge: Charge;
	listener?: Listener;
	/** A smaller job to offer where the platform ends this one for its CPU. */
	shrink: () => object | null;
}

const MAX_ATTEMPTS = 3;
const BACKOFF_MS = 250;

/**
 * The result of a task from its trainer. When the trainer is lost in the middle, with its machine or by a new
 * deployment, it is asked again, and begins again.
 *
 * @throws Problem 429 for the day's quota, 422 with a smaller job when the platform has ended it for its CPU, 503 when
 * there is no trainer to be had
 */
export async function askTrainer(env: Env, { id, task, charge, listener, shrink }: Asked): Promise<Trained> {
	for (let attempt = 1; ; attempt++) {
		try {
			// A lost trainer has been charged for: it is not again.
			const answer = await env.TRAINERS.getByName(id).train(task, attempt === 1 ? charge : null, listener);
			if ('text' in answer) return answer;
			if ('refusal' in answer) throw refuseForToday(env, answer.refusal, charge.charged);
			throw new Problem('unavailable', 'the reader of the events has gone'); // who would have read this
		} catch (error) {
			if (error instanceof Problem) throw error;
			console.error({ message: 'a trainer fails', id, attempt, error: String(error) });
			if (isOutOfCpu(error)) throw tooMuchCpu(shrink());
			if (isChargeError(error)) throw unavailable();
			if (isFault(error)) throw error;
			if (attempt === MAX_ATTEMPTS || isOverloaded(error)) throw unavailable();
			await scheduler.wait(BACKOFF_MS * attempt);
		}
	}
}

/** The platform's message for an object that used more CPU than one request may. */
const isOutOfCpu = (error: unknown) => /exceeded.*CPU|CPU time limit/i.test(String(error));

/** Thrown by our own code in the object, so that it would be thrown again. */
const isFault = (error: unknown) => (error as { remote?: boolean } | null)?.remote === true;

const isOverloaded = (error: unknown) => (error as { overloaded?: boolean } | null)?.overloaded === true;

const tooMuchCpu = (fits: object | null) =>
	new Problem(
		'over-budget',
		`the platform ended this job, which took more CPU than was estimated: ${fits ? 'a smaller one may fit, see "fits"' : 'make it smaller'}`,
		{ members: fits ? { fits } : {} },
	);

/** 503, for what may succeed in a moment. */
export const unavailable = (): Problem =>
	new Problem('unavailable', 'what trains this result does not answer: the same request may succeed in a moment', {
		headers: { 'Retry-After': '5' },
	});
