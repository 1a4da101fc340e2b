/** Probabilities at which the shading steps. The middle band around ½ stays neutral. */
export const STEPS = [0.05, 0.2, 0.35, 0.65, 0.8, 0.95] as const;
