import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { LOSSES } from './losses.ts';

export const lossSchema = z
	.enum(LOSSES)
	.describe(
		inDocument('Mean over the examples of −log p (cross-entropies), ½(ŷ−y)² or (ŷ−y)²; the default follows the data'),
	);

export const SCALINGS = ['full', 'half', 'over-m', 'over-2m', 'over-2b', 'over-2sqrt-m'] as const;
export const NORMS = ['l2', 'l1', 'elastic'] as const;
export const APPLICATIONS = ['loss', 'decoupled', 'decoupled-raw'] as const;

export const penaltySchema = z
	.strictObject({
		norm: z.enum(NORMS).default('l2').describe(inDocument('Ω: Σw² (l2), Σ|w| (l1) or ρ·Σ|w| + (1−ρ)·Σw² (elastic)')),
		lambda: z
			.number()
			.min(0)
			.max(BOUNDS.lambda)
			.default(0)
			.describe(
				inDocument(
					'λ, the strength of the penalty: with norm l2 and scaling over-2m the objective is the data loss + λ/2m·Σw²',
				),
			),
		scaling: z
			.enum(SCALINGS)
			.default('over-2m')
			.describe(
				inDocument(
					'What stands before Ω in the objective: λ (full), λ/2 (half), λ/m (over-m), λ/2m (over-2m), λ/2B (over-2b) or λ/2√m (over-2sqrt-m)',
				),
			),
		application: z
			.enum(APPLICATIONS)
			.default('loss')
			.describe(
				inDocument(
					'Through the gradient (loss), or beside the step: w ← w − η·d·w (decoupled), w ← w − d·w (decoupled-raw)',
				),
			),
		penalizeBiases: z.boolean().default(false).describe(inDocument('Whether biases are penalized as the weights are')),
		l1Ratio: z.number().min(0).max(1).default(0.5).describe(inDocument('ρ, the share of L1 in the elastic norm')),
	})
	.describe(inDocument('The penalty that is added to the data loss'));

export type Penalty = z.output<typeof penaltySchema>;
export type Scaling = Penalty['scaling'];
