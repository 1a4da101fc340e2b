/** How often of 100 a percentile bootstrap that should hold 95 holds the mean of so many normal draws (`tests/core/sweeps/coverage.test.ts`). */
export const COVERAGE = { six: 86, sixteen: 92 } as const;
