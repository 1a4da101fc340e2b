import type { Text } from '../language.ts';
import type { Axis } from '../schema/figure.ts';
import { type Estimate, finiteOrNull } from '../statistics.ts';

/** Symbols that need no translation. */
export const same = (symbol: string): Text => ({ en: symbol, zh: symbol });

export const axis = (label: Text | string, scale: Axis['scale'] = 'linear', unit?: string): Axis => ({
	label: typeof label === 'string' ? same(label) : label,
	scale,
	...(unit && { unit }),
});

/** Axes that many experiments share. */
export const AXES = {
	m: axis({ en: 'training examples m', zh: '训练样本数 m' }, 'logarithmic'),
	lambda: axis('λ', 'logarithmic'),
	testLoss: axis({ en: 'test loss', zh: '测试损失' }),
	validationLoss: axis({ en: 'validation loss', zh: '验证损失' }),
	epoch: axis({ en: 'epoch', zh: '训练轮次' }),
	step: axis({ en: 'step', zh: '更新步数' }),
} as const;

/** Estimates as the columns that a series holds; null where one is not finite. */
export const columnsOf = (estimates: readonly Estimate[]) => ({
	y: estimates.map(({ value }) => finiteOrNull(value)),
	low: estimates.map(({ low, value }) => finiteOrNull(low ?? value)),
	high: estimates.map(({ high, value }) => finiteOrNull(high ?? value)),
});
