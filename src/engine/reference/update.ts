import { add, keep, mul, type Scalar, type Tensor, type Tensor2D, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import { at } from '../../at.ts';
import { decayCoefficient, l1Coefficient } from '../../penalty.ts';
import type { ResolvedSpec } from '../resolve.ts';
import { learningRateAt } from '../schedule.ts';
import { dropTiny } from '../tiny.ts';
import { dropTinyOf } from './dropTiny.ts';
import { addNoise, dropUnits, type Examples } from './examples.ts';
import { forward } from './forward.ts';
import { losses } from './loss.ts';
import { optimize, type Slot } from './optimizer.ts';
import { toLayers } from './parameters.ts';
import { penaltyTerm, softThreshold } from './penaltyTerm.ts';

/**
 * One update of all parameters on a batch:
 *
 *     shrink, where the penalty is decoupled:    w ← w − η·d·w
 *     the optimizer's step:                      w ← w − η·∂objective/∂w   (sgd)
 *     threshold, where L1 is decoupled:          w ← sign(w)·max(|w| − η·c, 0)
 *
 * @param step counted from 0
 * @returns new tensors, which outlive the `tidy` around the call; the old ones are the caller's to dispose
 */
export function update(resolved: ResolvedSpec, slots: readonly Slot[], batch: () => Examples, step: number): Slot[] {
	const { spec, sizes } = resolved;
	const { penalty, optimizer, regularizers } = spec;
	const learningRate = dropTiny(learningRateAt(resolved, step));
	const coupled = penalty.application === 'loss';
	const beside = penalty.application === 'decoupled' ? learningRate : 1;
	const shrink = 1 - (coupled ? 0 : beside * dropTiny(decayCoefficient(penalty, sizes)));
	const threshold = coupled ? 0 : dropTiny(beside * l1Coefficient(penalty, sizes));
	return tidy(() => {
		const examples = addNoise(batch(), regularizers, step);
		const { grads } = valueAndGrads(objective(resolved, examples, step))(slots.map(({ parameter }) => parameter));
		return slots.map((slot, index) => {
			const penalised = isPenalised(index, penalty.penalizeBiases);
			const shrunk = penalised && shrink !== 1 ? { ...slot, parameter: mul(slot.parameter, shrink) } : slot;
			const stepped = optimize(optimizer, shrunk, dropTinyOf(at(grads, index)), learningRate, step + 1);
			const parameter = penalised && threshold > 0 ? softThreshold(stepped.parameter, threshold) : stepped.parameter;
			return { parameter: keep(dropTinyOf(parameter)), memory: stepped.memory.map(keep) };
		});
	});
}

/** The mean loss over a batch with the dropout of this step, plus the penalty where it goes through the gradient. */
function objective({ spec, sizes }: ResolvedSpec, { X, y }: Examples, step: number) {
	const { loss, network, penalty, regularizers } = spec;
	const drop = (a: Tensor2D, layer: number) => dropUnits(a, regularizers, step, layer);
	return (...parameters: Tensor[]): Scalar => {
		const dataLoss = losses[loss](forward(toLayers(parameters), X, network.activation, drop), y);
		if (penalty.application !== 'loss') return dataLoss;
		const penalised = parameters.filter((_, index) => isPenalised(index, penalty.penalizeBiases));
		return add(dataLoss, penaltyTerm(penalty, sizes, penalised));
	};
}

/** Parameters stand as W, b, W, b …; biases are penalised only where the spec says so. */
const isPenalised = (index: number, penalizeBiases: boolean) => index % 2 === 0 || penalizeBiases;
