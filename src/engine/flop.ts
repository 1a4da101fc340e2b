import type { Loss } from '../schema/losses.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/**
 * Floating-point operations of what a network is made of: +, −, ×, ÷, √, rounding and comparison
 * count one each. A function counts what it is made of in `fused/kernel/math.ts`.
 */
const EXP = 23;
const LOGISTIC = EXP + 3;
const TANH = EXP + 17;
const LOG = 22;
const LOG_ONE_PLUS = 19;

/** The logistic function of one output. */
export const PROBABILITY_FLOP = LOGISTIC;

/** One hidden unit of one example: the activation, and its slope on the way back. */
export const ACTIVATION_FLOP: Record<RunSpec['network']['activation'], { forward: number; backward: number }> = {
	linear: { forward: 0, backward: 0 },
	relu: { forward: 1, backward: 1 },
	tanh: { forward: TANH, backward: 3 },
	sigmoid: { forward: LOGISTIC, backward: 3 },
};

/** One example of `outputs` outputs: the slope of its loss, and its loss with the class that it is given. */
export const LOSS_FLOP: Record<Loss, (outputs: number) => { slope: number; value: number }> = {
	'binary-cross-entropy': () => ({ slope: LOGISTIC + 2, value: EXP + LOG_ONE_PLUS + 6 }),
	'softmax-cross-entropy': (outputs) => ({
		slope: outputs * (EXP + 6) + 1,
		value: outputs * (EXP + 5) + LOG + 4,
	}),
	'half-squared-error': () => ({ slope: 2, value: 3 }),
	'squared-error': () => ({ slope: 3, value: 2 }),
};

/** One hidden unit of one example under dropout, forward and backward. */
export const DROPOUT_FLOP = { forward: 1, backward: 3 } as const;

/** One number from N(0, 1) that is added to an input. */
export const NOISE_FLOP = LOG + 47;

/** One update of one parameter by the optimizer, the decay of a coupled L2 penalty included. */
export function optimizerFlop({ optimizer }: RunSpec): number {
	if (optimizer.kind === 'adam') return 16;
	if (optimizer.momentum === 0) return 4;
	return optimizer.nesterov ? 8 : 6;
}

/** What else a penalty does to one weight in one update. */
export const PENALTY_FLOP = { l1: 2, shrink: 1, threshold: 3 } as const;
