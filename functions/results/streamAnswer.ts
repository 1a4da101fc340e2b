import type { Context } from 'hono';
import { EVENT_STREAM, writeEvent } from '../http/eventStream.ts';
import { asProblem } from '../http/problem.ts';
import type { AppEnv } from '../http/route.ts';
import type { Listener } from '../trainers/sharedTraining.ts';

/**
 * A result while it is made, as events: `progress` as often as there is something new and the reader takes it, then one
 * `result` or `problem`. A reader who goes away is told no more, so that a training that nobody else wants ends.
 *
 * @param compute gives the text of the result, and tells how its trainings stand
 */
export function streamAnswer(context: Context<AppEnv>, compute: (tell: Listener) => Promise<string>): Response {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const writer = writable.getWriter();
	const encoder = new TextEncoder();
	const send = (name: string, data: string) => writer.write(encoder.encode(writeEvent(name, data)));
	const tell: Listener = (news) => send('progress', news);
	const outcome = async (): Promise<[string, string]> => {
		try {
			return ['result', await compute(tell)];
		} catch (error) {
			return ['problem', JSON.stringify(asProblem(error, context.req).document)];
		}
	};
	const work = outcome()
		.then(([name, data]) => send(name, data))
		.then(() => writer.close())
		.catch(() => {}); // the reader has gone
	context.executionCtx.waitUntil(work);
	return new Response(readable, { headers: EVENT_STREAM });
}
