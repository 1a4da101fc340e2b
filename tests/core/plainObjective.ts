import { norm, penaltyCoefficient } from '../../src/penalty.ts';
import type { Weights } from '../../src/schema/run.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';

const activations: Record<RunSpec['network']['activation'], (z: number) => number> = {
	relu: (z) => Math.max(z, 0),
	tanh: Math.tanh,
	sigmoid: (z) => 1 / (1 + Math.exp(-z)),
	linear: (z) => z,
};

/** log(1 + exp(z)) without overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

const losses: Record<RunSpec['loss'], (z: number[], y: number) => number> = {
	'binary-cross-entropy': ([z = 0], y) => softplus(y === 1 ? -z : z),
	'softmax-cross-entropy': (z, y) => Math.log(z.reduce((sum, other) => sum + Math.exp(other - (z[y] ?? 0)), 0)),
	'half-squared-error': ([z = 0], y) => 0.5 * (z - y) ** 2,
	'squared-error': ([z = 0], y) => (z - y) ** 2,
};

/** The objective of a spec with inline data in float64, written as the formulas stand: what gradients are held against. */
export function plainObjective(spec: RunSpec, { W, b }: Weights): number {
	if (spec.data.kind !== 'inline') throw new RangeError('inline data only');
	const { X, y } = spec.data;
	const outputs = X.map((row) =>
		W.reduce((a, layer, index) => {
			const z = layer.map((unit, j) => unit.reduce((sum, w, k) => sum + w * (a[k] ?? 0), b[index]?.[j] ?? 0));
			return index < W.length - 1 ? z.map(activations[spec.network.activation]) : z;
		}, row),
	);
	const dataLoss = outputs.reduce((sum, z, i) => sum + losses[spec.loss](z, y[i] ?? 0), 0) / X.length;
	const penalised = spec.penalty.penalizeBiases ? [...W.flat(2), ...b.flat()] : W.flat(2);
	return (
		dataLoss + penaltyCoefficient(spec.penalty, { m: X.length, batchSize: X.length }) * norm(spec.penalty, penalised)
	);
}
