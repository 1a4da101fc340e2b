import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/**
 * A spec out of a reader's JSON, unchecked: the schema is asked before anything trains.
 *
 * @throws SyntaxError where the text is not JSON, or not an object
 */
export function specOfJson(text: string): RunSpecInput {
	const spec: unknown = JSON.parse(text);
	if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) throw new SyntaxError('{ … }');
	return spec as RunSpecInput; // an object, of which the schema says the rest
}
