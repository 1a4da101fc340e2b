import type { Language } from '../../../src/language.ts';
import type { Verdict } from '../../../src/schema/judged.ts';

/** What stands around a figure of an experiment. */
export interface ExperimentFigureText {
	here: string;
	edge: string;
	/** The same of what analyses trainings that are committed. */
	analysisHere: string;
	analysisOnEdge: string;
	cancel: string;
	reset: string;
	starting: string;
	progressLabel: string;
	progress: (done: number, total: number) => string;
	asking: string;
	cancelled: string;
	inBrowser: string;
	onEdge: string;
	/** @param where `inBrowser` or `onEdge` */
	same: (where: string) => string;
	/** @param names what came out otherwise */
	other: (where: string, names: string) => string;
	/** Computed with other settings than the committed result. */
	chosen: (where: string) => string;
	/** Beside expectations where a result has other parameters. @param parameters those of the published result that it does not have */
	ofPublished: (parameters: string) => string;
	/** Beside verdicts where nothing but the seed is another. */
	withSeeds: string;
	/** Whether a row of what was expected passes. */
	verdict: Record<Verdict, string>;
	/** The same where a result has other parameters than the published ones. */
	notJudged: string;
	/** Why the server is not asked. @param gflop of the job and of what one request may take */
	tooMuchToAsk: (gflop: number, limit: number) => string;
	/** The server answered with what is committed. */
	tooMuch: string;
	failed: (message: string) => string;
	table: string;
	published: string;
	ours: string;
	difference: string;
	low: string;
	high: string;
	savePicture: string;
	saveTable: string;
	copyCurl: string;
	copied: string;
	notCopied: (command: string) => string;
	/** Opens runs of the experiment itself. */
	lab: (opened: number, total: number) => string;
	/** What the Lab says of them. @param seeds of the published values */
	inLab: (title: string, seeds: number) => string;
	/** Opens others. @param what their data and m */
	similarInLab: (what: string) => string;
	/** Data that no generator of the Lab draws. */
	ownRows: string;
	best: string;
	worst: string;
	valley: string;
}

export const EXPERIMENT_FIGURE_TEXT: Record<Language, ExperimentFigureText> = {
	en: {
		here: 'Run it here',
		edge: 'Run it on the server',
		analysisHere: 'Count the committed cases again here',
		analysisOnEdge: 'Count them again on the server',
		cancel: 'Cancel',
		reset: 'Back to the committed result',
		starting: 'The engine is starting',
		progressLabel: 'Trainings done',
		progress: (done, total) =>
			total === 0
				? 'Computing; nothing is trained by the engine'
				: `${done} of ${total} ${total === 1 ? 'training' : 'trainings'}`,
		asking: 'The server is computing',
		cancelled: 'Cancelled.',
		inBrowser: 'in your browser',
		onEdge: 'on the server',
		same: (where) => `Computed ${where}: the same numbers as committed, to all five digits that are committed.`,
		other: (where, names) => `Computed ${where}: other numbers than committed, in ${names}.`,
		chosen: (where) => `Computed ${where} with your choice, which has no committed numbers to compare with.`,
		ofPublished: (parameters) =>
			`Measured with your choice. What is expected, and where it passes, is stated for the published parameters only (${parameters}); only a row whose expectation your choice does not change has a verdict.`,
		withSeeds: 'Measured with your seeds, and judged by the same rules.',
		verdict: {
			passes: 'passes',
			fails: 'does not pass',
			'not-replicated': 'not replicated',
			open: 'open',
			'control-failed': 'no verdict: its control failed',
		},
		notJudged: 'no verdict',
		tooMuchToAsk: (gflop, limit) =>
			`Too much for the server: about ${gflop} GFLOP, and one request may take ${limit}. Run it here.`,
		tooMuch:
			'The server did not compute it: this takes more than one request may ask for. It has the committed numbers. Run it here instead.',
		failed: (message) => `This did not work: ${message}`,
		table: 'The numbers behind it',
		published: 'published',
		ours: 'ours',
		difference: 'difference (relative)',
		low: '95% from',
		high: '95% to',
		savePicture: 'Save as PNG',
		saveTable: 'Save as CSV',
		copyCurl: 'Copy as curl',
		copied: 'Copied',
		notCopied: (command) => `The browser does not allow copying. The command: ${command}`,
		lab: (opened, total) => `Open ${opened === total ? 'its' : `${opened} of its`} ${total} runs in the Lab`,
		inLab: (title, seeds) =>
			`${title}.${seeds > 1 ? ` These are runs of one seed; the published values are of ${seeds} seeds.` : ''}`,
		similarInLab: (what) => `Similar runs in the Lab: ${what}`,
		ownRows: 'rows of their own',
		best: 'the least loss at its m',
		worst: '% above that',
		valley: 'Rings: the λ of the least test loss at each m.',
	},
	zh: {
		here: '在此运行',
		edge: '在服务器上运行',
		analysisHere: '在此重新统计已提交的情形',
		analysisOnEdge: '在服务器上重新统计',
		cancel: '取消',
		reset: '回到已提交的结果',
		starting: '引擎正在启动',
		progressLabel: '已完成的训练',
		progress: (done, total) => (total === 0 ? '正在计算；引擎没有训练任何网络' : `已训练 ${done} / ${total}`),
		asking: '服务器正在计算',
		cancelled: '已取消。',
		inBrowser: '在你的浏览器里',
		onEdge: '在服务器上',
		same: (where) => `${where}算出：与已提交的数字相同，已提交的五位有效数字位位一致。`,
		other: (where, names) => `${where}算出：与已提交的数字不同，见 ${names}。`,
		chosen: (where) => `${where}按你的选择算出，没有已提交的数字可以对照。`,
		ofPublished: (parameters) =>
			`测得的数字按你的选择算出；预期与通过范围只针对已发布的参数（${parameters}）；只有预期不受你的选择影响的行才有判定。`,
		withSeeds: '测得的数字出自你的种子，按同样的规则判定。',
		verdict: {
			passes: '通过',
			fails: '未通过',
			'not-replicated': '未能复现',
			open: '未定',
			'control-failed': '不作判定：对照未通过',
		},
		notJudged: '不作判定',
		tooMuchToAsk: (gflop, limit) => `服务器算不了：约 ${gflop} GFLOP，而一个请求至多 ${limit}。请在此运行。`,
		tooMuch: '服务器没有计算：一个请求不能要求这么多运算，它手里只有已提交的数字。请在此运行。',
		failed: (message) => `没有成功：${message}`,
		table: '图背后的数字',
		published: '已发表',
		ours: '我们',
		difference: '相对偏差',
		low: '95% 下限',
		high: '95% 上限',
		savePicture: '存为 PNG',
		saveTable: '存为 CSV',
		copyCurl: '复制 curl 命令',
		copied: '已复制',
		notCopied: (command) => `浏览器不允许复制。命令：${command}`,
		lab: (opened, total) =>
			opened === total ? `在实验室打开这 ${total} 次训练` : `在实验室打开 ${total} 次训练中的 ${opened} 次`,
		inLab: (title, seeds) => `${title}。${seeds > 1 ? `这里是一个种子的训练；已发布的数值来自 ${seeds} 个种子。` : ''}`,
		similarInLab: (what) => `实验室里类似的训练：${what}`,
		ownRows: '自带的数据',
		best: '该 m 下的最低损失',
		worst: '高出它的 %',
		valley: '圆圈：每个 m 下测试损失最低的 λ。',
	},
};
