/**
 * A network 2-h-1 of tanh whose weights have no scale: each layer's are divided by their norm before use,
 *
 *     z = γ₂·v̂·tanh(γ₁·Ŵx + b) + c,    Ŵ = W/‖W‖, v̂ = v/‖v‖,
 *
 * as weight normalization does (Salimans & Kingma, arXiv 1602.07868) with gains γ that stay. The gradient by such weights
 * is at a right angle to them, and its length goes as 1/norm. Trained by plain SGD on log-loss in minibatches drawn at
 * random; the weights decay, w ← w − η·(g + λw), and the biases do not. Float64.
 */
import { at } from '../../at.ts';
import { dot } from '../../convex/vectors.ts';
import { RandomState } from '../../data/randomState.ts';
import type { Sample } from '../../data/sample.ts';

/** γ₁ and γ₂. */
const GAINS = [8, 8] as const;
const INPUTS = 2;

interface NormalisedTraining {
	hidden: number;
	batchSize: number;
	learningRate: number;
	lambda: number;
	steps: number;
	/** Draws the first weights, and the rows of every batch. */
	seed: number;
	/** ‖W‖ and ‖v‖ at the start. */
	norm: number;
}

/** What one step did to the weights of a layer. */
export interface Turn {
	/** Before the step. */
	norm: number;
	/** The angle between the weights before and after, in radians. */
	angle: number;
	/** ‖g‖·‖w‖: how long the gradient would be at norm 1. */
	gradient: number;
}

/** Trains, and says what each step did to W and to v; `losses` are those of the batches. */
export function trainNormalised(
	{ X, y }: Sample,
	training: NormalisedTraining,
): { hidden: Turn[]; output: Turn[]; losses: number[] } {
	const { hidden: units, batchSize, learningRate, lambda, steps, seed, norm } = training;
	const random = new RandomState(seed);
	const draw = (count: number) => {
		const drawn = Array.from({ length: count }, () => random.gaussian());
		const size = Math.sqrt(dot(drawn, drawn));
		return drawn.map((value) => (value * norm) / size);
	};
	let [W, v] = [draw(units * INPUTS), draw(units)];
	let [b, c] = [Array.from({ length: units }, () => 0), 0];
	const turns = { hidden: [] as Turn[], output: [] as Turn[], losses: [] as number[] };
	for (let step = 0; step < steps; step++) {
		const rows = Array.from({ length: batchSize }, () => Math.floor(random.random() * X.length));
		const g = gradients(
			{ W, v, b, c },
			rows.map((row) => at(X, row)),
			rows.map((row) => at(y, row)),
		);
		const [nextW, nextV] = [decayStep(W, g.W, learningRate, lambda), decayStep(v, g.v, learningRate, lambda)];
		turns.hidden.push(turnOf(W, nextW, g.W));
		turns.output.push(turnOf(v, nextV, g.v));
		turns.losses.push(g.loss);
		W = nextW;
		v = nextV;
		b = b.map((value, j) => value - learningRate * at(g.b, j));
		c -= learningRate * g.c;
	}
	return turns;
}

const decayStep = (w: readonly number[], g: readonly number[], learningRate: number, lambda: number) =>
	w.map((value, k) => value - learningRate * (at(g, k) + lambda * value));

function turnOf(before: readonly number[], after: readonly number[], gradient: readonly number[]): Turn {
	const norm = Math.sqrt(dot(before, before));
	const cosine = dot(before, after) / (norm * Math.sqrt(dot(after, after)));
	return { norm, angle: Math.acos(Math.min(1, cosine)), gradient: norm * Math.sqrt(dot(gradient, gradient)) };
}

interface Parameters {
	W: readonly number[];
	v: readonly number[];
	b: readonly number[];
	c: number;
}

/** ∂loss/∂(W, v, b, c), a mean over the batch. */
export function gradients({ W, v, b, c }: Parameters, X: readonly (readonly number[])[], y: readonly number[]) {
	const [sizeW, sizeV] = [Math.sqrt(dot(W, W)), Math.sqrt(dot(v, v))];
	const [unitW, unitV] = [W.map((value) => value / sizeW), v.map((value) => value / sizeV)];
	const [byW, byV, byB] = [W.map(() => 0), v.map(() => 0), b.map(() => 0)];
	let [byC, loss] = [0, 0];
	X.forEach((x, i) => {
		const [x0 = 0, x1 = 0] = x;
		const h = b.map((bias, j) => Math.tanh(GAINS[0] * (at(unitW, 2 * j) * x0 + at(unitW, 2 * j + 1) * x1) + bias));
		const z = GAINS[1] * dot(unitV, h) + c;
		const delta = (1 / (1 + Math.exp(-z)) - at(y, i)) / X.length;
		loss += Math.log1p(Math.exp(at(y, i) === 1 ? -z : z)) / X.length;
		byC += delta;
		h.forEach((value, j) => {
			const back = delta * GAINS[1] * at(unitV, j) * (1 - value * value);
			byV[j] = at(byV, j) + delta * GAINS[1] * value;
			byB[j] = at(byB, j) + back;
			byW[2 * j] = at(byW, 2 * j) + GAINS[0] * back * x0;
			byW[2 * j + 1] = at(byW, 2 * j + 1) + GAINS[0] * back * x1;
		});
	});
	return { W: throughNorm(byW, unitW, sizeW), v: throughNorm(byV, unitV, sizeV), b: byB, c: byC, loss };
}

/** The gradient by w from that by ŵ = w/‖w‖: (g − ŵ(ŵ·g))/‖w‖. */
function throughNorm(gradient: readonly number[], unit: readonly number[], size: number): number[] {
	const along = dot(unit, gradient);
	return gradient.map((value, k) => (value - along * at(unit, k)) / size);
}
