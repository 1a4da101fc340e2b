import type { Language } from '../../../src/language.ts';

interface ByHeartText {
	title: string;
	/** How many of the thirty points it has right. */
	right: (count: number) => string;
	/** Before the first step. */
	captionStart: (of: { right: number; test: string }) => string;
	/** Before its loss on fresh points turns. */
	captionBefore: (of: { epoch: string; right: string; test: string }) => string;
	/** After it has turned. */
	captionAfter: (of: { epoch: string; right: string; test: string; best: string; bestEpoch: string }) => string;
	diverged: string;
	epoch: string;
	loss: string;
	training: string;
	fresh: string;
	boundary: (epoch: string, right: string) => string;
	losses: (epoch: string, training: string, test: string) => string;
	mark: string;
	point: string;
	pointAt: (of: { number: string; label: string; x: string; y: string }) => string;
	hint: string;
	classes: readonly [string, string];
}

export const BY_HEART_TEXT: Record<Language, ByHeartText> = {
	en: {
		title: 'Given time, a network learns thirty points by heart, the noise included',
		right: (count) =>
			count === 30 ? 'all thirty points right, noise included' : `${count} of its thirty points right`,
		captionStart: ({ right, test }) =>
			`Untrained, it is guessing: ${right} of 30 right, and a loss of ${test} on fresh points.`,
		captionBefore: ({ epoch, right, test }) =>
			`At epoch ${epoch} the network has ${right}, and what it has learned so far holds for fresh points as well: their loss, ${test}, has not turned yet.`,
		captionAfter: ({ epoch, right, test, best, bestEpoch }) =>
			`At epoch ${epoch} the network has ${right}; its loss on fresh points has climbed from ${best} at epoch ${bestEpoch} to ${test}.`,
		diverged: 'This training went off to infinity.',
		epoch: 'epoch',
		loss: 'loss',
		training: 'the thirty points',
		fresh: 'fresh points',
		boundary: (epoch, right) => `Decision boundary after ${epoch} epochs, with ${right}`,
		losses: (epoch, training, test) =>
			`Loss over the epochs: on the thirty points ${training} at epoch ${epoch}, on fresh points ${test}`,
		mark: 'Epoch on the chart',
		point: 'Point on the plane',
		pointAt: ({ number, label, x, y }) => `point ${number} of 30, a ${label}, at ${x}, ${y}`,
		hint: 'Drag any point, and the network learns again. On a keyboard, [ and ] choose a point and the arrow keys move it.',
		classes: ['circle', 'triangle'],
	},
	zh: {
		title: '只要时间够长，网络会把 30 个点背下来，连噪声也不放过',
		right: (count) => (count === 30 ? '30 个点连同噪声全部答对' : `30 个点答对 ${count} 个`),
		captionStart: ({ right, test }) =>
			`第 0 轮，还没开始学：30 个点答对 ${right} 个，新点上的损失是 ${test}，和抛硬币差不多。`,
		captionBefore: ({ epoch, right, test }) =>
			`第 ${epoch} 轮，${right}；到这时为止，学到的东西在新点上也管用：新点上的损失是 ${test}，还没有掉头。`,
		captionAfter: ({ epoch, right, test, best, bestEpoch }) =>
			`第 ${epoch} 轮，${right}；新点上的损失却从第 ${bestEpoch} 轮的 ${best} 升到了 ${test}。`,
		diverged: '这次训练发散了。',
		epoch: '训练轮次',
		loss: '损失',
		training: '这 30 个点',
		fresh: '新点',
		boundary: (epoch, right) => `训练 ${epoch} 轮之后的决策边界，${right}`,
		losses: (epoch, training, test) =>
			`损失随训练轮次的变化：第 ${epoch} 轮，30 个点上为 ${training}，新点上为 ${test}`,
		mark: '图上的训练轮次',
		point: '平面上的点',
		pointAt: ({ number, label, x, y }) => `第 ${number} 个点，共 30 个，${label}，位于 ${x}，${y}`,
		hint: '拖动任意一个点，网络就重新学一遍。用键盘时，按 [ 和 ] 选点，按方向键移动。',
		classes: ['圆点', '三角'],
	},
};
