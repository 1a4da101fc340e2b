import type { Language } from '../../../src/language.ts';

/** The words of the figures that train a network on thirty moons. */
interface LiveFigureText {
	overfitTitle: string;
	regularizeTitle: string;
	free: string;
	penalised: string;
	lambda: string;
	train: string;
	cancel: string;
	/** What the bar counts. */
	progressLabel: string;
	reset: string;
	epoch: string;
	loss: string;
	training: string;
	test: string;
	boundaryLabel: (lambda: string) => string;
	lossLabel: string;
	numbers: (epoch: string, training: string, test: string) => string;
	overfitCaption: (training: string, test: string, least: string, leastEpoch: string) => string;
	regularizeCaption: (lambda: string, training: string, test: string, freeTest: string) => string;
	failed: (message: string) => string;
}

export const LIVE_FIGURE_TEXT: Record<Language, LiveFigureText> = {
	en: {
		overfitTitle: 'A network without a penalty learns thirty points',
		regularizeTitle: 'The same network, without and with a penalty',
		free: 'no penalty',
		penalised: 'λ/2m · ‖W‖²',
		lambda: 'strength λ',
		train: 'Train here',
		cancel: 'Stop',
		progressLabel: 'Epochs shown',
		reset: 'Back to the committed result',
		epoch: 'epoch',
		loss: 'loss',
		training: 'training',
		test: 'test',
		boundaryLabel: (lambda) => `Decision boundary of the network on thirty moons, λ = ${lambda}`,
		lossLabel: 'Training and test loss over the epochs',
		numbers: (epoch, training, test) => `Epoch ${epoch}: training loss ${training}, test loss ${test}`,
		overfitCaption: (training, test, least, leastEpoch) =>
			`After 2,000 epochs the training loss is ${training} and the test loss ${test}. Its best was ${least}, at epoch ${leastEpoch}. The islands of colour are noise, learned by heart.`,
		regularizeCaption: (lambda, training, test, freeTest) =>
			`With λ = ${lambda} the boundary is smooth. The training loss is ${training}, the test loss ${test}; without a penalty it is ${freeTest}.`,
		failed: (message) => `The training did not work: ${message}`,
	},
	zh: {
		overfitTitle: '没有惩罚的网络在学三十个点',
		regularizeTitle: '同一个网络，没有惩罚与有惩罚',
		free: '无惩罚',
		penalised: 'λ/2m · ‖W‖²',
		lambda: '强度 λ',
		train: '在此训练',
		cancel: '停止',
		progressLabel: '已显示的轮次',
		reset: '回到已提交的结果',
		epoch: '训练轮次',
		loss: '损失',
		training: '训练',
		test: '测试',
		boundaryLabel: (lambda) => `网络在三十个点上的决策边界，λ = ${lambda}`,
		lossLabel: '训练损失和测试损失随轮次的变化',
		numbers: (epoch, training, test) => `第 ${epoch} 轮：训练损失 ${training}，测试损失 ${test}`,
		overfitCaption: (training, test, least, leastEpoch) =>
			`2,000 轮之后，训练损失是 ${training}，测试损失是 ${test}；测试损失在第 ${leastEpoch} 轮最好，是 ${least}。那些颜色的小岛就是背下来的噪声。`,
		regularizeCaption: (lambda, training, test, freeTest) =>
			`λ = ${lambda} 时边界平滑。训练损失是 ${training}，测试损失是 ${test}；没有惩罚时测试损失是 ${freeTest}。`,
		failed: (message) => `训练没有成功：${message}`,
	},
};
