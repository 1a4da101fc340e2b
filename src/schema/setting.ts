import * as z from 'zod';
import { DRAWN_DATA } from './data.ts';
import { networkSchema } from './network.ts';
import { APPLICATIONS, NORMS, SCALINGS } from './objective.ts';
import { textSchema } from './text.ts';

const numbers = (what: string) => z.array(z.number()).describe(`${what}, each once and ascending`);
const counts = (what: string) => z.array(z.int()).describe(`${what}, each once and ascending`);

const modelSchema = z
	.object({
		layers: z.array(z.int()).describe('Units of each layer, from the inputs to the outputs: [2, 32, 1]'),
		activation: networkSchema.shape.activation.unwrap().describe('Of the hidden layers; linear where there is none'),
	})
	.describe('A network');

const dataUsedSchema = z
	.object({
		kind: z.enum([...DRAWN_DATA, 'inline']).describe('Kind of the data; inline: rows that the experiment makes itself'),
		noise: z.number().exactOptional().describe('Standard deviation of the noise, for data that are drawn with one'),
	})
	.describe('Data that are learned from');

const optimizerUsedSchema = z
	.object({
		kind: z.enum(['sgd', 'adam']).describe('Which one'),
		learningRates: numbers('η'),
		learningRateDecay: z.enum(['none', 'linear']).describe('linear: η falls to 0 over the run'),
		momentum: z.number().exactOptional().describe('μ; left out where it is 0'),
		nesterov: z.literal(true).exactOptional().describe('Nesterov’s momentum'),
	})
	.describe('An optimizer with every learning rate that it is used at');

const penaltyUsedSchema = z
	.object({
		norm: z.enum(NORMS).describe('Ω'),
		scaling: z.enum(SCALINGS).describe('What stands before Ω'),
		application: z.enum(APPLICATIONS).describe('Through the gradient, or beside the step'),
		lambdas: numbers('λ'),
	})
	.describe('A penalty with every strength that it is used at');

/** What an experiment trained, derived from the specs of its runs: what a caption has to say. */
export const settingSchema = z
	.object({
		models: z.array(modelSchema).describe('Networks, each once'),
		data: z.array(dataUsedSchema).describe('Data, each once'),
		m: counts('Training examples'),
		optimizers: z.array(optimizerUsedSchema).describe('Optimizers, each once'),
		penalties: z.array(penaltyUsedSchema).describe('Penalties, each once; runs without one have λ = 0'),
		dropout: numbers('Rates of dropout'),
		inputNoise: numbers('Standard deviations of noise added to the inputs of a step'),
		batchSizes: z.array(z.union([z.literal('full'), z.int()])).describe('Rows of a batch; full: all m'),
		epochs: counts('Passes over the data'),
		steps: counts('Steps of runs whose batches are listed one by one'),
		seeds: z
			.int()
			.describe('Repetitions: how many seeds draw the data or the initial weights, whichever are more; 0 without runs'),
		runs: z.int().describe('Trainings in all'),
		computed: textSchema.exactOptional().describe('What is computed beside the engine, in float64, in words'),
	})
	.describe('What was trained and computed: model, data, m, optimizer, epochs, seeds');

export type Setting = z.output<typeof settingSchema>;
