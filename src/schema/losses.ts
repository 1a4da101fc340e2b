export const LOSSES = ['binary-cross-entropy', 'softmax-cross-entropy', 'half-squared-error', 'squared-error'] as const;

export type Loss = (typeof LOSSES)[number];

/** Whether a loss is a regression's, with the ½ or without. */
export const isSquaredError = (loss: Loss): boolean => loss.endsWith('squared-error');
