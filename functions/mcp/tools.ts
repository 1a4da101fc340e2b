import type { JsonAnswer } from '../../src/contract/routes.ts';
import { schemaOrReference } from '../../src/openapi/components.ts';
import type { JsonSchema } from '../../src/openapi/jsonSchema.ts';
import { standaloneSchema } from '../../src/openapi/standalone.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import { leanComparison, leanRun } from './leanRun.ts';

/** Asks a route of the API as the caller would, by its path from the root. */
export type AskApi = (path: string, init: RequestInit) => Promise<Response>;

/** A tool of the MCP endpoint: one route of the API, in the words of somebody who chooses among tools. */
export interface Tool {
	name: string;
	title: string;
	description: string;
	/** What it takes, made when it is first asked for. */
	input: () => JsonSchema;
	/** The route, below /api/v1. */
	method: 'GET' | 'POST';
	path: string;
	/** What an assistant needs of the route's answer. @param origin of this deployment */
	pick: (answer: unknown, origin: string) => object;
}

/** A run's spec: the one schema of all kinds, which is a third as long as one a kind. The route checks what goes together. */
const specInput = () => standaloneSchema('RunSpecPart', ['data']);

const LEFT_OUT = 'Only `data` is required; everything left out has a default.';

/** The tools. A route's own schema checks what they are called with. */
export const TOOLS: readonly Tool[] = [
	{
		name: 'convert',
		title: 'Convert an L2 strength between libraries',
		description:
			'What the same L2 penalty (weight decay) is called in 27 machine-learning libraries: λ of λ/2m·‖W‖², PyTorch’s weight_decay, Keras’s l2, scikit-learn’s alpha and C, and others, each with its snippet and caveats; `exact` where that was seen by running the library. With `newM` also what to use when the number of examples changes.',
		input: () => schemaOrReference(convertQuerySchema, 'input'),
		method: 'GET',
		path: '/convert',
		pick: (answer) => answer as JsonAnswer<'GET /convert'>, // as the contract says
	},
	{
		name: 'explain',
		title: 'Explain a training before it runs',
		description: `What a spec implies before anything trains: how fast the penalty shrinks a weight, the prior it stands for, and findings (decay that does nothing, dominates or diverges). ${LEFT_OUT}`,
		input: specInput,
		method: 'POST',
		path: '/explain',
		pick: (answer) => answer as JsonAnswer<'POST /explain'>, // as the contract says
	},
	{
		name: 'train',
		title: 'Train a small network',
		description: `Trains a dense network on generated, measured or inline data under an L2, L1 or elastic penalty with SGD, Adam or AdamW, and answers with losses, accuracies and metrics, in milliseconds. The same spec gives the same result under the same id. ${LEFT_OUT}`,
		input: specInput,
		method: 'POST',
		path: '/runs',
		pick: (answer, origin) => leanRun(answer as JsonAnswer<'POST /runs'>, origin), // as the contract says
	},
	{
		name: 'compare',
		title: 'Train variants of one spec',
		description:
			'Trains up to twelve variants of a base spec side by side; each `patch` holds the fields to change (a JSON merge patch of a spec as `train` takes it).',
		input: () => standaloneSchema('ComparisonRequest'),
		method: 'POST',
		path: '/comparisons',
		pick: (answer, origin) => leanComparison(answer as JsonAnswer<'POST /comparisons'>, origin), // as the contract says
	},
];
