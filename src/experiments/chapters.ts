import type { Text } from '../language.ts';

/** A step of the article's argument, and the experiments that it rests on. */
export interface Chapter {
	/** Its anchor in the page. */
	id: string;
	title: Text;
	/** Names, in the order of the argument. */
	experiments: readonly string[];
}

/** Every experiment once. */
export const CHAPTERS: readonly Chapter[] = [
	{
		id: 'the-notebook',
		title: { en: 'The original notebook', zh: '提出问题的笔记本' },
		experiments: ['notebook'],
	},
	{
		id: 'what-a-penalty-does',
		title: { en: 'What a penalty does', zh: '惩罚项的作用' },
		experiments: ['overfitting', 'capacity', 'exact-zeros', 'early-stopping', 'dropout'],
	},
	{
		id: 'a-belief',
		title: { en: 'A belief about the weights', zh: '对权重的信念' },
		experiments: ['posterior-is-objective', 'prior-sets-lambda'],
	},
	{
		id: 'weight-decay',
		title: { en: 'The 2, and weight decay', zh: '那个 2，与权重衰减' },
		experiments: [
			'gradient-factor',
			'decay-under-sgd',
			'decay-under-adam',
			'bowl',
			'unstable-decay',
			'momentum-decay',
			'momentum-network',
			'adamw-timescale',
		],
	},
	{
		id: 'without-a-scale',
		title: { en: 'Weights without a scale', zh: '尺度不变的权重' },
		experiments: ['scale-invariant-weights', 'normalised-weights'],
	},
	{
		id: 'what-an-example-weighs',
		title: { en: 'The m: what one example weighs', zh: '那个 m：一个样本的分量' },
		experiments: ['per-example-decay', 'weight-of-one-example', 'duplicated-data', 'noise-is-ridge', 'augmentation'],
	},
	{
		id: 'when-the-data-grow',
		title: { en: 'When the data grow', zh: '当数据变多' },
		experiments: ['lambda-across-sizes', 'lambda-exponent', 'lambda-size-map', 'moving-lambda'],
	},
];
