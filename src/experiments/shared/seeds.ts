import * as z from 'zod';
import { inDocument } from '../../inDocument.ts';

const firstSeed = z
	.int()
	.min(1)
	.max(1_000_000)
	.default(1)
	.describe(
		inDocument('The first seed; the others follow it. Another one repeats the experiment on other samples and weights'),
	);

/** How many seeds an experiment trains on, and from which on. */
export const seedParameters = (least: number, most: number, usual: number, description: string) => ({
	seeds: z.int().min(least).max(most).default(usual).describe(description),
	firstSeed,
});

/** The same for experiments that draw teachers and solve them in closed form. */
export const drawParameters = (least: number, most: number, usual: number, description: string) => ({
	draws: z.int().min(least).max(most).default(usual).describe(description),
	firstSeed,
});
