import type { Language } from '../../../src/language.ts';

interface PenaltyText {
	title: string;
	captionWeak: (of: { lambda: string; training: string; fresh: string; best: string; least: string }) => string;
	captionBest: (of: {
		lambda: string;
		training: string;
		fresh: string;
		/** The least λ of the curve, and the losses there. */
		weakest: string;
		without: string;
		withoutTraining: string;
	}) => string;
	captionStrong: (of: { lambda: string; training: string; fresh: string; best: string; least: string }) => string;
	captionFlat: (of: { lambda: string; fresh: string }) => string;
	lambda: string;
	loss: string;
	training: string;
	fresh: string;
	own: (fresh: string) => string;
	boundary: (lambda: string, fresh: string) => string;
	curve: (lambda: string, training: string, fresh: string) => string;
	mark: string;
	/** The small print: what was trained, and of what the curve is the mean. */
	setting: (trained: string) => string;
	trainAll: (count: string) => string;
	stop: string;
	trained: (done: string, count: string) => string;
	stopped: (done: string) => string;
	same: (duration: string) => string;
	differs: string;
	failed: (message: string) => string;
}

export const PENALTY_TEXT: Record<Language, PenaltyText> = {
	en: {
		title: 'A penalty trades the loss you see for the loss you care about',
		captionWeak: ({ lambda, training, fresh, best, least }) =>
			`With λ = ${lambda} the penalty is too weak: the thirty points are learned to a loss of ${training}, noise included, at the price of a test loss of ${fresh}, where λ = ${best} would give ${least} (means of sixteen samples).`,
		captionBest: ({ lambda, training, fresh, weakest, without, withoutTraining }) =>
			`With λ = ${lambda} the boundary is smooth and the test loss, a mean over sixteen samples, is at its lowest, ${fresh}, against ${without} at λ = ${weakest}; the price is a higher loss on the thirty points, ${training} against ${withoutTraining}.`,
		captionStrong: ({ lambda, training, fresh, best, least }) =>
			`With λ = ${lambda} the penalty is too strong: the network can no longer bend, and both losses rise, to ${training} on the thirty points and ${fresh} on fresh ones, where λ = ${best} would give ${least} (means of sixteen samples).`,
		captionFlat: ({ lambda, fresh }) =>
			`With λ = ${lambda} hardly any weight is left, and the network says about ½ everywhere: both losses are ${fresh}, those of a coin.`,
		lambda: 'strength λ',
		loss: 'loss',
		training: 'the thirty points',
		fresh: 'fresh points',
		own: (fresh) => `this one network: test loss ${fresh}`,
		boundary: (lambda, fresh) => `Decision boundary at λ = ${lambda}; test loss ${fresh}`,
		curve: (lambda, training, fresh) =>
			`Loss over λ, the mean of sixteen samples: at λ = ${lambda}, ${training} on the thirty points and ${fresh} on fresh points`,
		mark: 'λ on the curve',
		setting: (trained) => `Curve: the mean of sixteen samples of thirty points. Picture: one of them. ${trained}`,
		trainAll: (count) => `Train the whole curve here (${count} networks)`,
		stop: 'Stop',
		trained: (done, count) => `${done} of ${count} networks are trained`,
		stopped: (done) => `Stopped after ${done} networks.`,
		same: (duration) => `Trained in ${duration}: the same curve, to the last digit.`,
		differs: 'This browser got another curve. That should not happen: please tell us.',
		failed: (message) => `This browser could not train them: ${message}`,
	},
	zh: {
		title: '加上惩罚：训练损失升高，测试损失下降',
		captionWeak: ({ lambda, training, fresh, best, least }) =>
			`λ = ${lambda} 时惩罚太弱：30 个点连同噪声一起学进去，损失只有 ${training}；代价是测试损失高达 ${fresh}，而 λ = ${best} 时只有 ${least}。`,
		captionBest: ({ lambda, training, fresh, weakest, without, withoutTraining }) =>
			`λ = ${lambda} 时边界变得平滑，测试损失（16 份数据的平均）降到最低：${fresh}，而 λ = ${weakest} 时是 ${without}；代价是训练损失从 ${withoutTraining} 升到 ${training}。`,
		captionStrong: ({ lambda, training, fresh, best, least }) =>
			`λ = ${lambda} 时惩罚太强：网络弯不动了，两个损失都在上升，训练损失为 ${training}，测试损失为 ${fresh}，而 λ = ${best} 时只有 ${least}。`,
		captionFlat: ({ lambda, fresh }) =>
			`λ = ${lambda} 时权重几乎被压没了，网络处处都答 ½ 左右：两个损失都是 ${fresh}，和抛硬币一样。`,
		lambda: '强度 λ',
		loss: '损失',
		training: '训练损失',
		fresh: '测试损失',
		own: (fresh) => `图中这一个网络：测试损失 ${fresh}`,
		boundary: (lambda, fresh) => `λ = ${lambda} 时的决策边界；测试损失为 ${fresh}`,
		curve: (lambda, training, fresh) =>
			`损失随 λ 的变化，16 份数据的平均：λ = ${lambda} 时，训练损失为 ${training}，测试损失为 ${fresh}`,
		mark: '曲线上的 λ',
		setting: (trained) => `曲线是 16 份数据（每份 30 个点）的平均，图中画的是其中一份。${trained}`,
		trainAll: (count) => `在这里训练整条曲线（${count} 个网络）`,
		stop: '停止',
		trained: (done, count) => `已训练 ${done} 个网络，共 ${count} 个`,
		stopped: (done) => `训练了 ${done} 个网络后停止。`,
		same: (duration) => `用时 ${duration}，曲线完全相同，一位不差。`,
		differs: '这个浏览器得到的曲线不一样。这不应该发生，请告诉我们。',
		failed: (message) => `浏览器没能完成训练：${message}`,
	},
};
