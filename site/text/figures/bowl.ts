import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';

interface BowlText {
	title: string;
	ways: Record<'sgd-l2' | 'sgd-decay' | 'adam-l2' | 'adamw', string>;
	choice: string;
	decay: string;
	steps: string;
	start: string;
	startAt: (w1: string, w2: string) => string;
	ridge: string;
	low: string;
	box: (wall: number) => string;
	play: string;
	pause: string;
	awayRidge: (distance: string) => string;
	awayLow: (distance: string) => string;
	awayWall: (distance: string) => string;
	there: string;
	captions: {
		tight: (of: { decay: string; wall: string; gap: string }) => string;
		wide: (of: { decay: string; wall: string; gap: string }) => string;
		sgd: (of: { steps: string; away: string }) => string;
		adam: (of: { apart: string; away: string; steps: string }) => string;
		begin: string;
		/** AdamW, before it is where it ends. */
		onItsWay: (of: { decay: string; wall: string; steps: string; away: string }) => string;
	};
	setting: string;
	label: (caption: string) => string;
}

/** After a Chinese character, a number has a space before it, and a word has none. */
const spaced = (said: string) => (/^[\d−]/.test(said) ? ` ${said}` : said);

export const BOWL_TEXT: Record<Language, BowlText> = {
	en: {
		title: 'Four ways to train, three paths, two destinations: only AdamW ends elsewhere',
		ways: { 'sgd-l2': 'SGD + L2', 'sgd-decay': 'SGD + decay', 'adam-l2': 'Adam + L2', adamw: 'AdamW' },
		choice: 'Follow',
		decay: 'decay d',
		steps: 'steps walked',
		start: 'start',
		startAt: (w1, w2) => `w₁ = ${w1}, w₂ = ${w2}`,
		ridge: 'ridge',
		low: 'lowest point',
		box: (wall) => `|w| ≤ ${formatInProse(wall, { digits: 2 })}`,
		play: 'Play',
		pause: 'Pause',
		awayRidge: (distance) => `${distance} from ridge`,
		awayLow: (distance) => `${distance} from the lowest point`,
		awayWall: (distance) => `${distance} from the lowest place in the box`,
		there: 'less than 0.01',
		captions: {
			tight: ({ decay, wall, gap }) =>
				`Follow AdamW: with d = ${decay} the wall of its box |w| ≤ ${wall} stops it, while the other three go to ridge, ${gap} away.`,
			wide: ({ decay, wall, gap }) =>
				`Follow AdamW: its box |w| ≤ ${wall} holds the lowest point, so d = ${decay} does not change where it ends; the other three go to ridge, ${gap} away.`,
			sgd: ({ steps, away }) =>
				`Follow SGD: whether d is in the loss or decoupled, it is one path, and after ${steps} steps it is ${away} from ridge.`,
			adam: ({ apart, away, steps }) =>
				`Follow Adam + L2: its path strays up to ${apart} from SGD’s and yet leads to the same ridge point, ${away} away after ${steps} steps.`,
			begin: 'All four begin here: move the steps, or press Play.',
			onItsWay: ({ decay, wall, steps, away }) =>
				`Follow AdamW: with d = ${decay} its box is |w| ≤ ${wall}. After ${steps} ${steps === '1' ? 'step' : 'steps'} it is ${away} from the lowest place in the box, where it will end.`,
		},
		setting:
			'Computed in your browser: a linear model with two weights on four examples, half squared error, full batches; SGD with η = 0.1, Adam and AdamW with η = 0.02, β₂ = 0.99; d is λ of λ/2 · ‖w‖².',
		label: (caption) => `A bowl seen from above, over two weights, and four paths through it. ${caption}`,
	},
	zh: {
		title: '四种训练，三条路，两个终点：只有 AdamW 去了别处',
		ways: { 'sgd-l2': 'SGD + L2', 'sgd-decay': 'SGD + 解耦衰减', 'adam-l2': 'Adam + L2', adamw: 'AdamW' },
		choice: '跟着看',
		decay: '衰减 d',
		steps: '走过的步数',
		start: '起点',
		startAt: (w1, w2) => `w₁ = ${w1}，w₂ = ${w2}`,
		ridge: '岭回归的解',
		low: '碗底',
		box: (wall) => `|w| ≤ ${formatInProse(wall, { digits: 2 })}`,
		play: '播放',
		pause: '暂停',
		awayRidge: (distance) => `距岭回归解：${distance}`,
		awayLow: (distance) => `距碗底：${distance}`,
		awayWall: (distance) => `距盒内最低处：${distance}`,
		there: '不到 0.01',
		captions: {
			tight: ({ decay, wall, gap }) =>
				`看 AdamW：d = ${decay} 时，它被盒子 |w| ≤ ${wall} 的壁挡住；另外三条路通向岭回归解，与它的终点相距 ${gap}。`,
			wide: ({ decay, wall, gap }) =>
				`看 AdamW：碗底就在盒子 |w| ≤ ${wall} 里，所以 d = ${decay} 改变不了它的终点；另外三条路通向岭回归解，与这个终点相距 ${gap}。`,
			sgd: ({ steps, away }) =>
				`看 SGD：d 放在损失里也好，放在更新步之外也好，走的是同一条路；${steps} 步之后，距岭回归解${spaced(away)}。`,
			adam: ({ apart, away, steps }) =>
				`看 Adam + L2：它的路离 SGD 的路最远有 ${apart}，却通向同一个岭回归解；${steps} 步之后，距它${spaced(away)}。`,
			begin: '四条路都从这里出发：拖动步数，或者按“播放”。',
			onItsWay: ({ decay, wall, steps, away }) =>
				`看 AdamW：d = ${decay} 时，它的盒子是 |w| ≤ ${wall}。走了 ${steps} 步，距盒内最低处还有 ${away}，那里就是它的终点。`,
		},
		setting:
			'在你的浏览器里计算：两个权重的线性模型，四个样本，平方误差的一半，全批量训练；SGD 的 η = 0.1，Adam 与 AdamW 的 η = 0.02，β₂ = 0.99；d 就是 λ/2 · ‖w‖² 里的 λ。',
		label: (caption) => `从上方看两个权重上的一只碗，以及穿过它的四条路。${caption}`,
	},
};
