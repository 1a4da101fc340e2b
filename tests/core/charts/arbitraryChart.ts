import fc from 'fast-check';
import type { ChartAxis, CurvesChart } from '../../../site/charts/chart.ts';
import { categoricalColour } from '../../../site/charts/colours.ts';
import { formatInProse } from '../../../src/numberFormat.ts';

const WORDS = {
	en: ['λ/2m', 'λ', 'm = 300', 'relu,', 'one', 'layers', 'decay', 'not', 'rescaled', '√(2ηλ)', 'over-2sqrt-m', '‖W‖²'],
	zh: ['λ/2m', '每样本', '训练损失', 'm = 300', '未换算', '（', '种子', '）', '×10', '整批', 'tanh，', '一层'],
};

const words = (language: 'en' | 'zh', most: number) =>
	fc
		.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: most })
		.map((all) => all.join(language === 'en' ? ' ' : ''));

/** Numbers that a measurement may have, of every size that an axis writes without a power of ten or with one. */
const value = fc
	.tuple(fc.integer({ min: 100, max: 999 }), fc.integer({ min: -8, max: 5 }))
	.map(([mantissa, exponent]) => Number(`${mantissa}e${exponent}`));

/** A chart of lines, points or bars that an experiment may draw. */
export const arbitraryChart = fc
	.constantFrom('en' as const, 'zh' as const)
	.chain((language) =>
		fc.record({
			language: fc.constant(language),
			draw: fc.constantFrom('line' as const, 'points' as const, 'bars' as const),
			names: fc.array(words(language, 5), { minLength: 1, maxLength: 9 }),
			categories: fc.option(fc.array(words(language, 3), { minLength: 1, maxLength: 7 })),
			count: fc.integer({ min: 1, max: 9 }),
			heights: fc.array(value, { minLength: 81, maxLength: 81 }),
			isLogarithmic: fc.boolean(),
			xTitle: words(language, 5),
			yTitle: words(language, 5),
		}),
	)
	.map(({ language, draw, names, categories, count, heights, isLogarithmic, xTitle, yTitle }): CurvesChart => {
		const x: ChartAxis = categories
			? { title: xTitle, scale: 'category', categories }
			: { title: xTitle, scale: isLogarithmic ? 'logarithmic' : 'linear' };
		const points = (index: number) =>
			Array.from({ length: categories ? categories.length : count }, (_, i) => {
				const y = heights[(index * 9 + i) % heights.length] ?? 1;
				return { x: categories ? i : 3 ** i, y, interval: i % 2 === 0 ? ([y / 2, y * 2] as const) : null };
			});
		return {
			kind: 'curves',
			x,
			y: { title: yTitle, scale: isLogarithmic ? 'logarithmic' : 'linear' },
			series: names.map((name, index) => ({
				name,
				draw,
				points: points(index),
				colour: categoricalColour(index),
				dash: [],
				isNamed: true,
			})),
			formatNumber: (number, notation) => formatInProse(number, { language, ...notation }),
		};
	});
