import type { Language } from '../../../src/language.ts';

/** What stands around a figure of an experiment. */
interface ExperimentFigureText {
	run: string;
	/** What a run in the browser has fewer of, by the name of its parameter. */
	part: Record<'seeds' | 'draws' | 'copies', (count: number) => string>;
	runShort: (part: string) => string;
	cancel: string;
	reset: string;
	starting: string;
	progressLabel: string;
	progress: (done: number, total: number) => string;
	cancelled: string;
	same: string;
	other: string;
	failed: (message: string) => string;
	table: string;
	interval: string;
	low: string;
	high: string;
	savePicture: string;
	saveTable: string;
	copyCurl: string;
	copied: string;
	notCopied: (command: string) => string;
	lab: string;
	best: string;
	worst: string;
	valley: string;
}

export const EXPERIMENT_FIGURE_TEXT: Record<Language, ExperimentFigureText> = {
	en: {
		run: 'Run it here',
		part: {
			seeds: (count) => `${count} seeds`,
			draws: (count) => `${count} draws`,
			copies: (count) => `${count} copies`,
		},
		runShort: (part) => `Run here with ${part}`,
		cancel: 'Cancel',
		reset: 'Back to the committed result',
		starting: 'The engine is starting',
		progressLabel: 'Trainings done',
		progress: (done, total) => (total === 0 ? 'A closed form is computed' : `${done} of ${total} trainings`),
		cancelled: 'Cancelled.',
		same: 'Trained in your browser: the same numbers, to the last digit.',
		other: 'Trained in your browser.',
		failed: (message) => `This did not work: ${message}`,
		table: 'The numbers behind it',
		interval: '95% interval',
		low: 'from',
		high: 'to',
		savePicture: 'Save as PNG',
		saveTable: 'Save as CSV',
		copyCurl: 'Copy as curl',
		copied: 'Copied',
		notCopied: (command) => `The browser does not allow copying. The command: ${command}`,
		lab: 'Open in the Lab',
		best: 'best λ of its m',
		worst: 'worst',
		valley: 'The rings are the valley.',
	},
	zh: {
		run: '在此运行',
		part: {
			seeds: (count) => `${count} 个种子`,
			draws: (count) => `${count} 次抽样`,
			copies: (count) => `${count} 份副本`,
		},
		runShort: (part) => `在此运行（${part}）`,
		cancel: '取消',
		reset: '回到已提交的结果',
		starting: '引擎正在启动',
		progressLabel: '已完成的训练',
		progress: (done, total) => (total === 0 ? '正在计算闭式解' : `已训练 ${done} / ${total}`),
		cancelled: '已取消。',
		same: '在您的浏览器里训练：与已提交的结果逐位相同。',
		other: '在您的浏览器里训练。',
		failed: (message) => `没有成功：${message}`,
		table: '图背后的数字',
		interval: '95% 区间',
		low: '从',
		high: '到',
		savePicture: '存为 PNG',
		saveTable: '存为 CSV',
		copyCurl: '复制 curl 命令',
		copied: '已复制',
		notCopied: (command) => `浏览器不允许复制。命令：${command}`,
		lab: '在实验室打开',
		best: '同一 m 中最好的 λ',
		worst: '最差',
		valley: '圆圈连起来就是谷底。',
	},
};
