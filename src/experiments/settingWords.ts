import type { Language } from '../language.ts';
import { COEFFICIENT_FORMULA } from '../penalty.ts';
import type { Setting } from '../schema/setting.ts';

type Of<Key extends 'models' | 'data' | 'optimizers' | 'penalties'> = Setting[Key][number];

/** What `describeSetting` puts together. */
interface SettingWords {
	trained: (parts: string) => string;
	computed: (what: string) => string;
	betweenSentences: string;
	semicolon: string;
	/** What is said of something, in brackets. */
	with: (what: string, details: readonly string[]) => string;
	list: (parts: readonly string[]) => string;
	manyValues: (name: string, count: number, from: string, to: string) => string;
	/** @param to with its unit */
	manyLengths: (from: string, to: string, count: number) => string;
	activations: Record<Of<'models'>['activation'], string>;
	kinds: Record<Of<'data'>['kind'], string>;
	noise: (value: string) => string;
	optimizers: Record<Of<'optimizers'>['kind'], string>;
	fallingToZero: string;
	momentum: (value: string, isNesterov: boolean) => string;
	norms: Record<Of<'penalties'>['norm'], string>;
	/** What stands before Ω. */
	coefficients: Record<Of<'penalties'>['scaling'], string>;
	applications: Record<Exclude<Of<'penalties'>['application'], 'loss'>, string>;
	noPenalty: string;
	inputNoise: string;
	fullBatches: string;
	batches: (rows: number) => string;
	epochs: (count: string) => string;
	steps: (count: string) => string;
	seeds: (count: string) => string;
	runs: (count: string) => string;
}

/** Between two Chinese characters there is no space. */
const HAN_AT_END = /[\u4e00-\u9fff]$/;

const isOne = (count: string) => count === '1';

export const SETTING_WORDS: Record<Language, SettingWords> = {
	en: {
		trained: (parts) => `Trained: ${parts}.`,
		computed: (what) => `Computed in float64: ${what}.`,
		betweenSentences: ' ',
		semicolon: '; ',
		with: (what, details) => `${what} (${details.join(', ')})`,
		list: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`),
		manyValues: (name, count, from, to) => `${count} values of ${name} from ${from} to ${to}`,
		manyLengths: (from, to, count) => `from ${from} to ${to} (${count} lengths)`,
		activations: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid', linear: 'linear' },
		kinds: {
			moons: 'two moons',
			circles: 'two circles',
			spirals: 'two spirals',
			blobs: 'two blobs',
			xor: 'xor',
			'linear-teacher': 'linear teacher',
			'network-teacher': 'network teacher',
			'breast-cancer': 'breast cancer',
			diabetes: 'diabetes',
			digits: 'handwritten digits',
			wine: 'wine',
			mnist: 'MNIST',
			diamonds: 'diamonds',
			inline: 'the experiment’s own rows',
		},
		noise: (value) => `noise ${value}`,
		optimizers: { sgd: 'SGD', adam: 'Adam' },
		fallingToZero: ' falling to 0',
		momentum: (value, isNesterov) => `${isNesterov ? 'Nesterov momentum' : 'momentum'} ${value}`,
		norms: { l2: 'L2', l1: 'L1', elastic: 'elastic net' },
		coefficients: COEFFICIENT_FORMULA,
		applications: { decoupled: 'decoupled', 'decoupled-raw': 'decoupled, without η' },
		noPenalty: 'no penalty',
		inputNoise: 'input noise',
		fullBatches: 'full batches',
		batches: (rows) => `batches of ${rows}`,
		epochs: (count) => `${count} ${isOne(count) ? 'epoch' : 'epochs'}`,
		steps: (count) => `${count} ${isOne(count) ? 'step' : 'steps'}`,
		seeds: (count) => `${count} ${count === '1' ? 'seed' : 'seeds'}`,
		runs: (count) => `${count} ${isOne(count) ? 'run' : 'runs'}`,
	},
	zh: {
		trained: (parts) => `训练设置：${parts}。`,
		computed: (what) => `双精度计算：${what}。`,
		betweenSentences: '',
		semicolon: '；',
		with: (what, details) => `${what}（${details.join('，')}）`,
		list: (parts) => parts.join('、'),
		manyValues: (name, count, from, to) =>
			`${name}${HAN_AT_END.test(name) ? '' : ' '}取 ${from} 到 ${to} 的 ${count} 个值`,
		manyLengths: (from, to, count) => `${from} 到 ${to}（${count} 种长度）`,
		activations: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid', linear: '线性' },
		kinds: {
			moons: '双月牙',
			circles: '双圆环',
			spirals: '双螺旋',
			blobs: '两团',
			xor: '异或',
			'linear-teacher': '线性教师模型',
			'network-teacher': '教师网络',
			'breast-cancer': '乳腺癌',
			diabetes: '糖尿病',
			digits: '手写数字 8 × 8',
			wine: '葡萄酒',
			mnist: 'MNIST',
			diamonds: '钻石',
			inline: '实验自备的数据',
		},
		noise: (value) => `噪声 ${value}`,
		optimizers: { sgd: 'SGD', adam: 'Adam' },
		fallingToZero: '，线性降到 0',
		momentum: (value, isNesterov) => `${isNesterov ? 'Nesterov 动量' : '动量'} ${value}`,
		norms: { l2: 'L2', l1: 'L1', elastic: '弹性网' },
		coefficients: COEFFICIENT_FORMULA,
		applications: { decoupled: '解耦', 'decoupled-raw': '解耦，不乘 η' },
		noPenalty: '无惩罚',
		inputNoise: '输入噪声',
		fullBatches: '全批量',
		batches: (rows) => `每批 ${rows} 个样本`,
		epochs: (count) => `${count} 轮`,
		steps: (count) => `${count} 步`,
		seeds: (count) => `${count} 个种子`,
		runs: (count) => `共 ${count} 次训练`,
	},
};
