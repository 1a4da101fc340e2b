/**
 * What may be kept of a λ of λ/2m that was tuned at m examples when there are k times as many: λ itself, its λ/√m, or
 * its coefficient λ/m.
 */
export const RULES = ['keep-lambda', 'keep-over-sqrt-m', 'keep-over-m'] as const;
export type Rule = (typeof RULES)[number];
