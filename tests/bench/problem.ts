import { host } from '../../scripts/nodeHost.ts';
import { drawDataSet } from '../../src/data/registry.ts';
import { flatten } from '../../src/engine/flatParameters.ts';
import { initialWeights } from '../../src/engine/initialWeights.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { selfContainedDataSchema } from '../../src/schema/data.ts';
import type { RunSpec, RunSpecInput } from '../../src/schema/runSpec.ts';

/** One training that every contestant does: ReLU, full-batch gradient descent, L2. */
export interface Problem {
	name: string;
	/** As the engine and the API take it; `withEpochs` says for how long. */
	spec: RunSpec;
	widths: number[];
	m: number;
	/** [m][features] and [m], rounded to float32. */
	X: Float32Array;
	y: Float32Array;
	/** W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]. */
	parameters: Float32Array;
	softmax: boolean;
	learningRate: number;
	/** What multiplies w in the gradient of the penalty. */
	decay: number;
}

function problem(name: string, input: RunSpecInput): Problem {
	const spec = canonical(input);
	const resolved = resolve(spec);
	const { X, y } = drawDataSet(selfContainedDataSchema.parse(spec.data)).train;
	return {
		name,
		spec,
		widths: [...resolved.widths],
		m: y.length,
		X: Float32Array.from(X.flat()),
		y: Float32Array.from(y),
		parameters: flatten(initialWeights(resolved)),
		softmax: spec.loss === 'softmax-cross-entropy',
		learningRate: spec.optimizer.learningRate,
		decay: resolved.derived.decayCoefficient,
	};
}

/** The spec with that many epochs of its schedule, measured before the first and after the last. */
export function withEpochs(spec: RunSpec, epochs: number): RunSpec {
	if ('batches' in spec.training) throw new Error('explicit batches have no epochs to set');
	return { ...spec, training: { ...spec.training, epochs, recordEvery: epochs } };
}

/** The notebook's net on m moons: 2-16-8-4-2-1, λ = 0.2 over 2m. */
export function notebook(m: number, change: Omit<RunSpecInput, 'data'> = {}): Problem {
	return problem(`notebook's net, m = ${m}`, {
		data: { kind: 'moons', m, test: null },
		penalty: { lambda: 0.2 },
		...change,
	});
}

const DIGITS = await host.tables.rows('digits');

/** The first `m` rows of the handwritten digits, scaled to 0 … 1, as inline data. */
export function digits(name: string, hidden: number[], m: number): Problem {
	const { X, y } = DIGITS;
	return problem(name, {
		data: { kind: 'inline', X: X.slice(0, m).map((row) => row.map((pixel) => pixel / 16)), y: y.slice(0, m) },
		network: { hidden },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		penalty: { lambda: 1 },
	});
}
