/** The factors that the reader follows from line to line, and the derivations that have them. */

export const KINDS = ['gaussian', 'log-loss', 'ridge'] as const;
export type Kind = (typeof KINDS)[number];

export const FACTORS = ['half-data', 'half-prior', 'sigma', 'tau', 'm', 'lambda'] as const;
type Factor = (typeof FACTORS)[number];

/** What a factor is where a formula has it; a half may also stand as the 2 of a denominator. */
export const FACTOR_TEX: Record<Factor, string> = {
	'half-data': String.raw`\tfrac12`,
	'half-prior': String.raw`\tfrac12`,
	sigma: String.raw`\sigma^2`,
	tau: String.raw`\tau^2`,
	m: 'm',
	lambda: String.raw`\lambda`,
};

/** The factor as a named part of a formula, `data-factor="…"`. */
export const part = (factor: Factor, tex = FACTOR_TEX[factor]): string => `\\data{factor=${factor}}{${tex}}`;

/** The factors that a piece of TeX names. */
export const factorsIn = (tex: string): Factor[] =>
	FACTORS.filter((factor) => tex.includes(`\\data{factor=${factor}}`));
