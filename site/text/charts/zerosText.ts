import type { Language } from '../../../src/language.ts';

/** What stands at a drawing of weights, and at the count of those that are exactly 0. */
export const ZEROS_TEXT: Record<
	Language,
	{ each: string; count: (all: number) => string; of: (name: string, zeros: number) => string }
> = {
	en: {
		each: 'Every weight',
		count: (all) => `Exactly 0, of ${all} weights`,
		of: (name, zeros) => `${name}: ${zeros}`,
	},
	zh: {
		each: '每个权重',
		count: (all) => `${all} 个权重中恰好为 0 的个数`,
		of: (name, zeros) => `${name}：${zeros}`,
	},
};
