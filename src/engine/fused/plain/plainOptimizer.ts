import { decayCoefficient, l1Coefficient } from '../../../penalty.ts';
import type { RunSpec } from '../../../schema/runSpec.ts';
import { optimizerFlop, PENALTY_FLOP } from '../../flop.ts';
import type { ResolvedSpec } from '../../resolve.ts';
import { learningRateAt } from '../../schedule.ts';
import { dropTiny, TINY_SQUARE } from '../../tiny.ts';
import { read, type Tally } from './plainLayers.ts';

/** Parameters, the gradient of a batch, and what the optimizer remembers of each parameter. */
export interface PlainRange {
	w: Float32Array;
	gradient: Float32Array;
	first: Float32Array;
	second: Float32Array;
	penalised: boolean;
}

/** One update of a range: the penalty, the optimizer, the proximal step. `step` counts from 0. */
export function update(resolved: ResolvedSpec, range: PlainRange, step: number, tally: Tally): void {
	const { spec, sizes } = resolved;
	const { penalty } = spec;
	const { w, gradient, penalised } = range;
	const rate = dropTiny(learningRateAt(resolved, step));
	const coupled = penalty.application === 'loss';
	const beside = penalty.application === 'decoupled' ? rate : 1;
	const d = penalised ? dropTiny(decayCoefficient(penalty, sizes)) : 0;
	const l1 = penalised ? dropTiny(l1Coefficient(penalty, sizes)) : 0;
	for (let i = 0; i < w.length; i++) {
		const before = read(w, i);
		const slope = dropTiny(read(gradient, i) + (coupled ? d * before + l1 * Math.sign(before) : 0));
		const shrunk = coupled ? before : before * (1 - beside * d);
		const after = shrunk - rate * direction(spec, range, i, slope, step + 1);
		w[i] = dropTiny(coupled ? after : Math.sign(after) * Math.max(Math.abs(after) - beside * l1, 0));
	}
	tally.flop += w.length * optimizerFlop(spec);
	if (l1 !== 0) tally.flop += w.length * (coupled ? PENALTY_FLOP.l1 : PENALTY_FLOP.threshold);
	if (d !== 0 && !coupled) tally.flop += w.length * PENALTY_FLOP.shrink;
}

/** What the learning rate multiplies in the `t`-th update of one parameter. */
function direction({ optimizer }: RunSpec, range: PlainRange, i: number, slope: number, t: number): number {
	const { first, second } = range;
	if (optimizer.kind === 'sgd') {
		const velocity = dropTiny(optimizer.momentum * read(first, i) + slope);
		first[i] = velocity;
		return optimizer.nesterov ? slope + optimizer.momentum * velocity : velocity;
	}
	const { beta1, beta2, epsilon } = optimizer;
	first[i] = dropTiny(beta1 * read(first, i) + (1 - beta1) * slope);
	second[i] = dropTiny(beta2 * read(second, i) + (1 - beta2) * slope * slope, TINY_SQUARE);
	return read(first, i) / (1 - beta1 ** t) / (Math.sqrt(read(second, i) / (1 - beta2 ** t)) + epsilon);
}
