import type { ApiRoute, JsonAnswer, QueryInput } from '../../src/contract/routes.ts';
import type { ToolName } from '../../src/openapi/tools.ts';
import { leanComparison, leanRun } from './leanRun.ts';

/** Asks a route of the API as the caller would, by its path from the root. */
export type AskApi = (path: string, init: RequestInit) => Promise<Response>;

/**
 * How a tool of the MCP endpoint is answered: by one route of the API, whose `{id}` is the tool's `run`. `src/openapi/tools.ts`
 * says what it takes.
 */
export interface Tool {
	route: ApiRoute;
	/** What an assistant needs of the route's answer. @param given what the route took @param origin of this deployment */
	pick: (answer: unknown, given: unknown, origin: string) => object;
}

const toolOf = <Key extends ApiRoute>(
	route: Key,
	pick: (answer: JsonAnswer<Key>, given: unknown, origin: string) => object,
): Tool => ({ route, pick: (answer, given, origin) => pick(answer as JsonAnswer<Key>, given, origin) }); // as the contract says

/** The tools by name. A route's own schema checks what they are called with. */
export const TOOLS: Readonly<Record<ToolName, Tool>> = {
	convert: toolOf(
		'GET /convert',
		(answer, given) => ((given as QueryInput<'GET /convert'>).to ? answer : leanConversion(answer)), // the route has checked it
	),
	read_code: toolOf('POST /convert/code', (answer) => ({ ...answer, decays: answer.decays.map(leanDecay) })),
	explain: toolOf('POST /explain', (answer) => answer),
	train: toolOf('POST /runs', (run, _, origin) => leanRun(run, origin)),
	compare: toolOf('POST /comparisons', (comparison, _, origin) => leanComparison(comparison, origin)),
	predict: toolOf('POST /runs/{id}/predictions', (answer) => answer),
};

/** All libraries by name and value: everything of them is some 40,000 characters. */
const leanConversion = ({ equivalents, ...conversion }: JsonAnswer<'GET /convert'>) => ({
	...conversion,
	equivalents: equivalents.map(({ library, parameter, value, exact }) => ({ library, parameter, value, exact })),
});

/** Of what decays in code the same. */
const leanDecay = ({ meaning, ...decay }: JsonAnswer<'POST /convert/code'>['decays'][number]) => ({
	...decay,
	meaning: meaning && { ...meaning, conversion: leanConversion(meaning.conversion) },
});
