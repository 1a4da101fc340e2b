import type { Context } from 'hono';
import { choosePreferred } from '../http/negotiate.ts';
import type { AppEnv } from '../http/route.ts';
import type { Listener } from '../trainers/sharedTraining.ts';
import type { Answer } from './findOrCompute.ts';
import { streamAnswer } from './streamAnswer.ts';

/** A result that a POST asks for, in each of its forms. */
interface Posted {
	resource: 'runs' | 'comparisons';
	/** Finds or computes it; a listener hears how its trainings stand. */
	answer: (listener?: Listener) => Promise<Answer>;
	/** Its table, from its text. */
	csv: (text: string) => string;
	/** When the request came, in milliseconds. */
	start: number;
}

const FORMS = [{ type: 'application/json' }, { type: 'text/csv' }, { type: 'text/event-stream' }] as const;

/**
 * The response to a POST that trains something or finds its result: as JSON, as a table, or as events while it is
 * made. The first two say where the result stays and how it came about (RFC 9211, Server-Timing).
 */
export async function respondToPost(
	context: Context<AppEnv>,
	{ resource, answer, csv, start }: Posted,
): Promise<Response> {
	const { type } = choosePreferred(context.req.raw, FORMS);
	if (type === 'text/event-stream') return streamAnswer(context, async (tell) => (await answer(tell)).text);
	const { id, text, cacheStatus } = await answer();
	// A Worker's clock stands still while it computes. A timer moves it on, so Server-Timing counts the training too.
	await new Promise((resolve) => setTimeout(resolve, 0));
	const isTable = type === 'text/csv';
	return new Response(isTable ? csv(text) : text, {
		headers: {
			'Content-Type': isTable ? 'text/csv; charset=utf-8; header=present' : type,
			'Cache-Control': 'no-store', // an answer to a POST; what may be cached is at its own address
			Vary: 'Accept',
			ETag: isTable ? `"${id}.csv"` : `"${id}"`,
			Link: `</api/v1/${resource}/${id}>; rel="canonical"`,
			'Cache-Status': cacheStatus,
			'Server-Timing': `total;dur=${Date.now() - start}`,
		},
	});
}
