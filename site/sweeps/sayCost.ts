import type { Language } from '../../src/language.ts';
import { formatInProse } from '../../src/numberFormat.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** The most that a deployment takes of one sweep. */
export interface SweepLimits {
	cells: number;
	gflop: number;
}

/** What a sweep would take. */
interface SweepCost {
	cells: number;
	gflop: number;
}

/** Whether a deployment does not take it. @param limits null where the deployment has not said them */
export const isTooLarge = ({ cells, gflop }: SweepCost, limits: SweepLimits | null): boolean =>
	limits !== null && (cells > limits.cells || gflop > limits.gflop);

/** What a sweep takes beside what the deployment allows, in words. */
export function sayCost(cost: SweepCost, limits: SweepLimits | null, language: Language): string {
	const text = SWEEPS_TEXT[language];
	const write = (value: number) => formatInProse(value, { language });
	return text.paragraph([
		text.cost(write(cost.cells), write(cost.gflop)),
		...(limits ? [text.allowed(write(limits.cells), write(limits.gflop))] : []),
		...(isTooLarge(cost, limits) ? [text.tooLarge] : []),
	]);
}
