import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { KIND, kindByDefault } from './kind.ts';

const weight = z.number().min(-BOUNDS.magnitude).max(BOUNDS.magnitude);
const widest = Math.max(BOUNDS.features, BOUNDS.units);

export const networkSchema = z
	.strictObject({
		hidden: z
			.array(z.int().min(1).max(BOUNDS.units))
			.max(BOUNDS.hiddenLayers)
			.default([16, 8, 4, 2])
			.describe(inDocument('Units of each hidden layer; [] = a linear model')),
		activation: z
			.enum(['relu', 'tanh', 'sigmoid', 'linear'])
			.default('relu')
			.describe(inDocument('Of the hidden layers; without any it is "linear", whatever was sent')),
	})
	.describe(inDocument('A dense network; the loss decides the output layer'));

const seed = z.int().min(0).max(BOUNDS.seed).default(2).describe(inDocument("Seed of NumPy's RandomState"));
const drawn = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind).describe(KIND), seed });

export const initSchema = z
	.discriminatedUnion('kind', [
		z.strictObject({ kind: kindByDefault('lecun-normal'), seed }).describe(inDocument('w ~ N(0, 1/fan_in), b = 0')),
		drawn('he-normal').describe(inDocument('w ~ N(0, 2/fan_in), b = 0')),
		drawn('glorot-normal').describe(inDocument('w ~ N(0, 2/(fan_in + fan_out)), b = 0')),
		z
			.strictObject({
				kind: z.literal('explicit').describe(KIND),
				W: z
					.array(z.array(z.array(weight).min(1).max(widest)).min(1).max(BOUNDS.units))
					.min(1)
					.describe(inDocument('Weights, [layer][out][in]')),
				b: z.array(z.array(weight).min(1).max(BOUNDS.units)).min(1).describe(inDocument('Biases, [layer][out]')),
			})
			.describe(inDocument('The weights and biases themselves')),
	])
	.describe(inDocument("Initial weights, drawn layer by layer as NumPy's randn(out, in) times the standard deviation"));

export type Network = z.output<typeof networkSchema>;
export type Init = z.output<typeof initSchema>;
