import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, OWN_ENGINE, WRITTEN_BY_THE_USER } from '../library.ts';

const BESIDE_A_MEAN: Text = {
	en: 'Beside the mean of the loss. Beside the sum it is m times weaker.',
	zh: '配损失的平均值。若配损失之和，惩罚就弱到 1/m。',
};

const code = (factor: string) => (value: string) =>
	`loss = data_loss + ${value}${factor} * sum((w**2).sum() for w in weights)`;

/** The penalty as papers, courses and code of one's own write it: no library, but a number that somebody has. */
export const formulas = {
	'lambda-norm-squared': {
		name: 'λ·‖w‖²',
		parameter: 'λ',
		default: null,
		objective: '(1/m)·ΣL + λ·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'full',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'No ½: the weights decay by 2λ, with which this λ is half of the next row’s and 1/2m of that of λ/2m.',
				zh: '没有 ½：权重的衰减系数是 2λ；因此这个 λ 是下一行的一半，是 λ/2m 那个 λ 的 1/2m。',
			},
			BESIDE_A_MEAN,
		],
		source: 'https://cs231n.github.io/linear-classify/',
		checked: { how: 'run', version: OWN_ENGINE },
		snippet: code(''),
	},
	'lambda-over-2': {
		name: 'λ/2·‖w‖²',
		parameter: 'λ',
		default: null,
		objective: '(1/m)·ΣL + (λ/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The ½ cancels the 2 of the derivative: this λ is the decay coefficient d, PyTorch’s weight_decay.',
				zh: '½ 与求导带出的 2 相消：这个 λ 就是衰减系数 d，即 PyTorch 的 weight_decay。',
			},
			BESIDE_A_MEAN,
		],
		source: 'https://cs231n.github.io/neural-networks-2/',
		checked: { how: 'run', version: OWN_ENGINE },
		snippet: code(' / 2'),
	},
	'lambda-over-m': {
		name: 'λ/m·‖w‖²',
		parameter: 'λ',
		default: null,
		objective: '(1/m)·(ΣL + λ·‖w‖²)',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'over-m',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Also the λ of ΣL + λ·‖w‖², a sum without ½: half of that of λ/2m, beside the same loss.',
				zh: '也就是 ΣL + λ·‖w‖²（求和、不带 ½）的 λ：配同一个损失时，是 λ/2m 那个 λ 的一半。',
			},
		],
		source: 'https://hastie.su.domains/ElemStatLearn/',
		checked: { how: 'run', version: OWN_ENGINE },
		snippet: code(' / m'),
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
