import { expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { RandomState } from '../../src/data/randomState.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { LOSSES } from '../../src/schema/losses.ts';
import { SCALINGS } from '../../src/schema/objective.ts';
import type { Weights } from '../../src/schema/run.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { expectClose } from './expectClose.ts';
import { plainObjective } from './plainObjective.ts';

const random = new RandomState(7);
const draw = (...shape: number[]): unknown =>
	shape.length === 0 ? random.gaussian() : Array.from({ length: shape[0] ?? 0 }, () => draw(...shape.slice(1)));

const weights = (outputs: number) =>
	({ W: [draw(4, 3), draw(3, 4), draw(outputs, 3)], b: [draw(4), draw(3), draw(outputs)] }) as Weights; // the shapes above
const X = draw(9, 3) as number[][];

/** Targets, output units and initial weights that suit each loss. */
const problems = {
	'binary-cross-entropy': { y: [0, 1, 1, 0, 1, 0, 0, 1, 1], initial: weights(1) },
	'softmax-cross-entropy': { y: [0, 1, 2, 0, 1, 2, 2, 1, 0], initial: weights(3) },
	'half-squared-error': { y: draw(9) as number[], initial: weights(1) },
	'squared-error': { y: draw(9) as number[], initial: weights(1) },
};

const penalties = [
	...SCALINGS.map((scaling) => ({ norm: 'l2' as const, scaling, penalizeBiases: false })),
	{ norm: 'l2' as const, scaling: 'half' as const, penalizeBiases: true },
	{ norm: 'l1' as const, scaling: 'over-2m' as const, penalizeBiases: false },
	{ norm: 'l1' as const, scaling: 'over-m' as const, penalizeBiases: true },
	{ norm: 'elastic' as const, scaling: 'half' as const, penalizeBiases: false },
];

const cases = (['fused', 'reference'] as const).flatMap((engine) =>
	LOSSES.flatMap((loss) =>
		(['relu', 'tanh', 'sigmoid', 'linear'] as const).flatMap((activation) =>
			penalties.map((penalty) => ({ engine, loss, activation, ...penalty })),
		),
	),
);

/** One step of size 1 from `initial` goes exactly one gradient down. */
async function gradient(spec: RunSpec, initial: Weights): Promise<Weights> {
	const { weights = initial } = await train(spec);
	const difference = (before: number[], after: number[] = []) => before.map((w, i) => w - (after[i] ?? Number.NaN));
	return {
		W: initial.W.map((layer, l) => layer.map((unit, j) => difference(unit, weights.W[l]?.[j]))),
		b: initial.b.map((layer, l) => difference(layer, weights.b[l])),
	};
}

/** Central differences of the float64 objective. */
function numericGradient(spec: RunSpec, initial: Weights): Weights {
	const step = 1e-6;
	const slope = (change: (weights: Weights, by: number) => void) => {
		const at = (by: number) => {
			const moved = structuredClone(initial);
			change(moved, by);
			return plainObjective(spec, moved);
		};
		return (at(step) - at(-step)) / (2 * step);
	};
	const nudge = (values: number[] | undefined, i: number, by: number) => values?.splice(i, 1, (values[i] ?? 0) + by);
	return {
		W: initial.W.map((layer, l) =>
			layer.map((unit, j) => unit.map((_, k) => slope((moved, by) => nudge(moved.W[l]?.[j], k, by)))),
		),
		b: initial.b.map((layer, l) => layer.map((_, j) => slope((moved, by) => nudge(moved.b[l], j, by)))),
	};
}

test.each(cases)('$engine: $loss, $activation, $norm $scaling, biases $penalizeBiases', async (choice) => {
	const { engine, loss, activation, norm, scaling, penalizeBiases } = choice;
	const { y, initial } = problems[loss];
	const spec = canonical({
		data: { kind: 'inline', X, y },
		network: { hidden: [4, 3], activation },
		init: { kind: 'explicit', ...initial },
		loss,
		optimizer: { kind: 'sgd', learningRate: 1 },
		penalty: { lambda: 0.7, norm, scaling, penalizeBiases },
		training: { epochs: 1 },
		engine,
		output: { weights: true },
	});
	const [stated, numeric] = [await gradient(spec, initial), numericGradient(spec, initial)];
	expectClose(stated.W.flat(2), numeric.W.flat(2), 1e-5);
	expectClose(stated.b.flat(), numeric.b.flat(), 1e-5);
	expect(numeric.W.flat(2).some((slope) => Math.abs(slope) > 0.01)).toBe(true);
});
