import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { KIND, kindByDefault } from './kind.ts';

const learningRate = z
	.number()
	.positive()
	.max(BOUNDS.learningRate)
	.default(0.005)
	.describe(inDocument('η, the learning rate'));
const fraction = z.number().min(0).lt(1);

export const optimizerSchema = z
	.discriminatedUnion('kind', [
		z
			.strictObject({
				kind: kindByDefault('sgd'),
				learningRate,
				momentum: fraction.default(0).describe(inDocument('μ')),
				nesterov: z
					.boolean()
					.default(false)
					.describe(inDocument('Nesterov’s momentum: w ← w − η(g + μv); needs μ > 0')),
			})
			.describe(inDocument("PyTorch's SGD: v ← μv + g, w ← w − ηv")),
		z
			.strictObject({
				kind: z.literal('adam').describe(KIND),
				learningRate,
				beta1: fraction.default(0.9).describe(inDocument('β₁, decay of the mean of the gradients')),
				beta2: fraction.default(0.999).describe(inDocument('β₂, decay of the mean of their squares')),
				epsilon: z.number().positive().max(1).default(1e-8).describe(inDocument('ε, added outside the root')),
			})
			.describe(inDocument('Adam with bias correction; with application "decoupled" it is AdamW')),
	])
	.describe(inDocument('How a gradient becomes a step'));

/** Fields that a spec by epochs and a spec by explicit batches share. */
const schedule = {
	recordEvery: z
		.int()
		.min(1)
		.max(BOUNDS.epochs)
		.default(10)
		.describe(inDocument('Epochs between two points of the trace')),
	learningRateDecay: z
		.enum(['none', 'linear'])
		.default('none')
		.describe(inDocument('linear: η falls to 0 over the run')),
};

// Exclusive: a plain union reports a mistake in `batches` as an unknown field of a training by epochs.
export const trainingSchema = z
	.xor([
		z.strictObject({
			epochs: z.int().min(1).max(BOUNDS.epochs).default(1000).describe(inDocument('Passes over the data')),
			batchSize: z
				.union([z.literal('full'), z.int().min(1).max(BOUNDS.examples)])
				.default('full')
				.describe(inDocument('B; "full" = all m examples in their order')),
			shuffleSeed: z
				.int()
				.min(0)
				.max(BOUNDS.seed)
				.default(0)
				.describe(inDocument('Seed of the shuffle before each epoch of minibatches')),
			...schedule,
		}),
		z.strictObject({
			batches: z
				.array(
					z
						.array(
							z
								.int()
								.min(0)
								.max(BOUNDS.examples - 1),
						)
						.min(1)
						.max(BOUNDS.examples),
				)
				.min(1)
				.max(BOUNDS.epochs)
				.describe(inDocument('The exact rows of every step, [steps][rows]; one step counts as one epoch of the trace')),
			...schedule,
		}),
	])
	.describe(inDocument('How long, and on which rows at a time'));

export const regularizersSchema = z
	.strictObject({
		dropout: fraction.default(0).describe(inDocument('Share of hidden units dropped in a step (inverted dropout)')),
		inputNoise: z
			.number()
			.min(0)
			.max(BOUNDS.noise)
			.default(0)
			.describe(inDocument('Standard deviation of noise added to the inputs of a step')),
		seed: z.int().min(0).max(BOUNDS.seed).default(0).describe(inDocument('Draws masks and noise')),
		earlyStopping: z
			.strictObject({
				patience: z
					.int()
					.min(1)
					.max(BOUNDS.epochs)
					.default(200)
					.describe(inDocument('Epochs without a lower test loss, or validation loss where there is one')),
			})
			.nullable()
			.default(null)
			.describe(
				inDocument(
					'Ends the run when the test loss, or the validation loss where there is one, has stopped falling; null = never',
				),
			),
	})
	.describe(inDocument('Regularizers other than the penalty'));

export const outputSchema = z
	.strictObject({
		boundary: z
			.strictObject({
				resolution: z
					.int()
					.min(2)
					.max(BOUNDS.resolution)
					.default(60)
					.describe(inDocument('Grid points along each side')),
			})
			.nullable()
			.default(null)
			.describe(inDocument('Probability on a grid, for inputs of two features')),
		weights: z.boolean().default(false).describe(inDocument('Weights and biases after the last update')),
	})
	.describe(inDocument('What the result holds beside traces and final values'));

export type Optimizer = z.output<typeof optimizerSchema>;
