import { convertQuerySchema } from '../schema/convertQuery.ts';
import { LIBRARY_IDS } from '../schema/libraryIds.ts';
import { schemaOrReference } from './components.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { standaloneSchema } from './standalone.ts';

/** A tool for assistants as the Model Context Protocol lists it. */
interface ListedTool {
	name: string;
	title: string;
	description: string;
	inputSchema: JsonSchema;
	annotations: { readOnlyHint: true; idempotentHint: true; openWorldHint: false };
}

/** What somebody who chooses among tools reads of one. */
interface Described {
	title: string;
	description: string;
	/** What it takes. The route checks it, and what goes together. */
	inputSchema: JsonSchema;
}

/** The names of the tools: each asks a route of the API. */
export type ToolName = 'convert' | 'read_code' | 'explain' | 'train' | 'compare' | 'predict';

const LEFT_OUT = 'Only `data` is required; everything left out has a default.';

/** The tools of /mcp, whose list is a file of the site: the Worker makes no schemas. */
export function listTools(): ListedTool[] {
	// One schema of all kinds, which is a third as long as one a kind.
	const spec = standaloneSchema('RunSpecPart', ['data']);
	const predictions = standaloneSchema('PredictionRequest');
	const described: Record<ToolName, Described> = {
		convert: {
			title: 'Convert an L2 strength between libraries',
			description: `What the same L2 penalty (weight decay) is called in ${LIBRARY_IDS.length} machine-learning libraries: λ of λ/2m·‖W‖², PyTorch’s weight_decay, Keras’s l2, scikit-learn’s alpha and C, and others: name and value, and for the libraries named in \`to\` also snippet, caveats and source; \`exact\` where that was seen by running the library. With \`newM\` also what to use when the number of examples changes.`,
			inputSchema: schemaOrReference(convertQuerySchema, 'input'),
		},
		read_code: {
			title: 'Read the L2 penalty off training code',
			description:
				'What decays in lines of training code or a configuration (Python, R, YAML, JSON), which is parsed and never run: the strength, the layers that have it, λ of λ/2m·‖W‖² and how it follows, what other libraries call it, and findings; `missing` names what the code does not say and may be sent beside it.',
			inputSchema: standaloneSchema('CodeRequest'),
		},
		explain: {
			title: 'Explain a training before it runs',
			description: `What a spec implies before anything trains: how fast the penalty shrinks a weight, the prior it stands for, and findings (decay that does nothing, dominates or diverges). ${LEFT_OUT}`,
			inputSchema: spec,
		},
		train: {
			title: 'Train a small network',
			description: `Trains a dense network on generated, measured or inline data under an L2, L1 or elastic penalty with SGD, Adam or AdamW, and answers with losses, accuracies and metrics, in milliseconds. The same spec gives the same result under the same id. ${LEFT_OUT}`,
			inputSchema: spec,
		},
		compare: {
			title: 'Train variants of one spec',
			description:
				'Trains up to twelve variants of a base spec side by side; each `patch` holds the fields to change (a JSON merge patch of a spec as `train` takes it).',
			inputSchema: standaloneSchema('ComparisonRequest'),
		},
		predict: {
			title: 'Ask a trained network about new rows',
			description:
				'What the network of a run says of rows: probabilities and classes, or values. `run` is the id that `train` or `compare` answered with.',
			inputSchema: {
				...predictions,
				properties: { run: { type: 'string', description: 'Id of a run' }, ...predictions.properties },
				required: ['run', ...(predictions.required ?? [])],
			},
		},
	};
	return Object.entries(described).map(([name, { title, description, inputSchema }]) => ({
		name,
		title,
		description,
		inputSchema: { ...inputSchema, type: 'object' },
		annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
	}));
}
