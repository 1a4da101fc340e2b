import * as z from 'zod';

/**
 * The least λ or η that most experiments take. What they divide by it is then far above the rounding of their sums;
 * ten powers of ten below, such numbers are 0/0 or leave the bounds of a run.
 */
const LEAST = 1e-6;

/** A λ or an η of an experiment, more than 0. @param least more than usual where float32 drowns the effect sooner */
export const strengthParameter = (most: number, usual: number, description: string, least = LEAST) =>
	z.number().min(least).max(most).default(usual).describe(description);
