import type { Text } from '../../language.ts';

/** The update of a decay beside an adaptive optimizer's step, whose direction is that optimizer's own function of g. */
export const besideStep = (optimizer: string, decay: string): string => `w ← w − η·${optimizer}(g) − η·${decay}·w`;

/** The same of SGD with momentum μ, whose buffer v is g without; where weights rest, (1 − μ) of the decay is a penalty. */
export const besideSgd = (decay: string): string =>
	`w ← w − η·v − η·${decay}·w; min (1/m)·ΣL + ((1 − μ)·${decay}/2)·‖w‖²`;

export const NOT_THROUGH_MOMENTUM: Text = {
	en: 'The decay does not go through momentum μ: the value goes with 1/(1 − μ).',
	zh: '衰减不经过动量 μ：该值与 1/(1 − μ) 成正比。',
};
