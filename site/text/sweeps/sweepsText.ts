import type { Language } from '../../../src/language.ts';
import { formatGiven } from '../../../src/numberFormat.ts';
import { SWEEP_BOUNDS } from '../../../src/schema/sweepBounds.ts';
import type { RuleWords } from '../inChinese.ts';

/** The words of the page of sweeps. */
interface SweepsText {
	title: string;
	description: string;
	introHtml: string;
	ownTitle: string;
	ownHtml: string;
	lambda: string;
	m: string;
	scaling: string;
	seeds: string;
	seedsHint: string;
	base: string;
	/** What λ is where the base has a decoupled penalty, whose step has η or is `raw`. */
	decoupled: (isRaw: boolean) => string;
	start: string;
	stop: string;
	fresh: string;
	cost: (cells: string, gflop: string) => string;
	allowed: (cells: string, gflop: string) => string;
	tooLarge: string;
	/** Whole sentences after each other. */
	paragraph: (sentences: readonly string[]) => string;
	/** What is wrong with a field, or the whole; with a label where a field holds many. */
	problems: (errors: readonly { label: string; message: string }[]) => string;
	/** What a rule between values refuses. */
	rule: RuleWords;
	/** Under a form some of whose fields are wrong. */
	wrong: string;
	/** Of fields that are not filled in as they must be. */
	noValue: string;
	noSpelling: string;
	noCount: (most: number) => string;
	/** Of results that stand below a form which has changed since. */
	stale: string;
	notJson: (message: string) => string;
	noSweeps: string;
	unreachable: string;
	starting: string;
	running: (done: string, total: string, trained: string, diverged: string | null) => string;
	done: (total: string, trained: string, diverged: string | null, failed: string | null) => string;
	stopped: (done: string, total: string, diverged: string | null) => string;
	/** Of a cell whose trainings all did, and of one where some did. */
	diverged: string;
	divergedOf: (some: string, all: string) => string;
	/** What the marks in the maps are. */
	marks: string;
	goesOn: (others: string) => string;
	lost: string;
	gone: string;
	failed: (message: string) => string;
	figureLabel: string;
	best: string;
	worst: string;
	analysis: string;
	results: string;
	csv: string;
	analysisCsv: string;
	json: string;
	precomputedTitle: string;
	precomputedHtml: string;
}

export const SWEEPS_TEXT: Record<Language, SweepsText> = {
	en: {
		title: 'Sweeps',
		description:
			'Grids of runs over λ, m, spelling and seeds as heat maps: the ones behind the article, and your own on the server, with the best λ for each m, its exponent and what moving it costs.',
		introHtml:
			'One training says little of λ; a grid of them over λ, <i>m</i>, spelling and seeds shows where the valley lies.',
		ownTitle: 'Your own grid',
		ownHtml: 'Every combination is trained on the server, once for everyone; you may close the page meanwhile.',
		lambda: 'λ, separated by commas',
		m: 'training examples m',
		scaling: 'spelling',
		seeds: 'seeds',
		seedsHint: 'samples and initial weights from seed 1 on',
		base: 'All other settings of a run, as JSON',
		decoupled: (isRaw) =>
			`The penalty of these settings is decoupled${isRaw ? '' : ', as that of AdamW'}: λ is no term of the objective, but sets a decay d that takes ${isRaw ? 'd·w' : 'η·d·w'} off each weight beside the optimizer’s step. d is λ under λ/2 · Ω, λ/m under λ/2m · Ω, 2λ under λ · Ω${isRaw ? '' : '; PyTorch’s weight_decay is d'}.`,
		start: 'Start the sweep',
		stop: 'Stop',
		fresh: 'Another grid',
		cost: (cells, gflop) => `${cells} cells, ${gflop} GFLOP.`,
		allowed: (cells, gflop) => `This deployment allows ${cells} cells and ${gflop} GFLOP.`,
		tooLarge: 'That is too large: take fewer values, fewer seeds or fewer epochs.',
		paragraph: (sentences) => sentences.join(' '),
		problems: (errors) =>
			`${errors.map(({ label, message }) => (label ? `${label}: ${message}` : message)).join('; ')}.`,
		rule: ({ message }) => message,
		wrong: 'Mend what is marked; until then nothing is sent.',
		noValue: 'At least one value, separated by commas.',
		noSpelling: 'At least one spelling.',
		noCount: (most) => `How many: a whole number from 1 to ${formatGiven(most)}.`,
		stale: 'Below is the grid before this change.',
		notJson: (message) => `This is not JSON: ${message}`,
		noSweeps: 'This deployment runs no sweeps; the grids below are those of the article.',
		unreachable: 'The server cannot be reached: your own grid needs a connection. The grids below work without one.',
		starting: 'The sweep begins …',
		running: (done, total, trained, diverged) =>
			`${done} of ${total} cells, ${trained} of them trained now${diverged === null ? '' : `, ${diverged} diverged`}. You may close the page and come back to this address.`,
		done: (total, trained, diverged, failed) =>
			`Done: ${total} cells${diverged === null ? '' : `, ${diverged} diverged`}, ${trained} trained now${failed === null ? '' : `, ${failed} failed`}.`,
		diverged: 'diverged',
		divergedOf: (some, all) => `${some} of ${all} runs diverged`,
		marks:
			'A ring is the least loss at its m; small rings are what the seeds cannot tell from it, once all cells are there, of six seeds or more: fewer mark none, and cannot tell either. Violet cells, with a word or ×, have runs that diverged.',
		stopped: (done, total, diverged) =>
			`Stopped after ${done} of ${total} cells${diverged === null ? '' : `, ${diverged} diverged`}; the same grid goes on from here.`,
		goesOn: (others) => `You have withdrawn; it goes on for others who began the same grid: ${others}.`,
		lost: 'The connection is lost and made again by itself …',
		gone: 'This sweep has expired, or never was here. Its runs are kept: start the same grid again.',
		failed: (message) => `It did not work: ${message}`,
		figureLabel: 'Mean held-out loss over λ and m, a panel for each spelling',
		best: 'the least loss at its m',
		worst: '% above that',
		analysis: 'What it says',
		results: 'Download:',
		csv: 'Cells as CSV',
		analysisCsv: 'Analysis as CSV',
		json: 'Everything as JSON',
		precomputedTitle: 'All cases at once, and one small grid',
		precomputedHtml:
			'How the best λ moves with the data, on ten tasks: trained as sweeps like yours by <code>npm run study</code>, about an hour on two cores, and committed. In the map a ring is the least test loss at its <i>m</i>; the diamonds of the study above are where the validation loss chooses, and may lie apart. The last grid is small enough to be computed again here, with fewer seeds.',
	},
	zh: {
		title: '参数扫描',
		description:
			'在 λ、m、写法与种子上的训练网格，画成热图：文章背后的那些，以及你自己在服务器上运行的；并给出每个 m 的最佳 λ、它的指数，以及沿用它的代价。',
		introHtml: '一次训练说明不了 λ；在 λ、<i>m</i>、写法与种子上铺开一个网格，才看得出谷底在哪里。',
		ownTitle: '你自己的网格',
		ownHtml: '每种组合都在服务器上训练，对所有人只训练一次；期间可以关掉页面。',
		lambda: 'λ，用逗号分隔',
		m: '训练样本数 m',
		scaling: '写法',
		seeds: '种子数',
		seedsHint: '样本与初始权重，从种子 1 起',
		base: '训练的其余设定，JSON',
		decoupled: (isRaw) =>
			`这些设定的惩罚与优化器解耦${isRaw ? '' : '，如 AdamW'}：λ 不是目标函数中的一项，而是定出衰减系数 d，每步在优化器之外从权重减去 ${isRaw ? 'd·w' : 'η·d·w'}。λ/2 · Ω 下 d 为 λ，λ/2m · Ω 下为 λ/m，λ · Ω 下为 2λ${isRaw ? '' : '；PyTorch 的 weight_decay 就是 d'}。`,
		start: '开始扫描',
		stop: '停止',
		fresh: '换一个网格',
		cost: (cells, gflop) => `${cells} 个格子，${gflop} GFLOP。`,
		allowed: (cells, gflop) => `这台服务器最多接受 ${cells} 个格子、${gflop} GFLOP。`,
		tooLarge: '太大了：请减少取值、种子或轮数。',
		paragraph: (sentences) => sentences.join(''),
		problems: (errors) =>
			`${errors.map(({ label, message }) => (label ? `${label}：${message}` : message)).join('；')}。`,
		rule: ({ path, given }) => {
			if (path === 'axes') return '至少要有一条轴：λ、m、写法或种子';
			return path === 'base'
				? `太长：JSON 至多 ${formatGiven(SWEEP_BOUNDS.sweepBase)} 个字符`
				: `${given} 在这条轴上出现了两次`;
		},
		wrong: '先改正标出的地方，才会发送。',
		noValue: '至少填一个值，用逗号分隔。',
		noSpelling: '至少选一种写法。',
		noCount: (most) => `种子的个数：1 到 ${formatGiven(most)} 的整数。`,
		stale: '下面仍是改动之前的网格。',
		notJson: (message) => `这不是 JSON：${message}`,
		noSweeps: '这台服务器不运行扫描；下面是文章中的网格。',
		unreachable: '连不上服务器：运行自己的网格需要联网。下面的网格不需要。',
		starting: '扫描正在开始……',
		running: (done, total, trained, diverged) =>
			`已完成 ${done} / ${total} 个格子，其中 ${trained} 个是现在训练的${diverged === null ? '' : `，${diverged} 个发散`}。可以关掉页面，再回到这个地址。`,
		done: (total, trained, diverged, failed) =>
			`完成：${total} 个格子${diverged === null ? '' : `，${diverged} 个发散`}，现在训练了 ${trained} 个${failed === null ? '' : `，${failed} 个失败`}。`,
		diverged: '发散',
		divergedOf: (some, all) => `${all} 次训练中有 ${some} 次发散`,
		marks:
			'圆环是该 m 下的最低损失；全部格子完成后，小圆环是这些种子与它分不出高下的；种子少于 6 个时不标，那也分不出高下。紫色的格子（写有“发散”或 ×）有训练发散。',
		stopped: (done, total, diverged) =>
			`已停止，完成了 ${done} / ${total} 个格子${diverged === null ? '' : `，${diverged} 个发散`}；再次提交同样的网格会从这里继续。`,
		goesOn: (others) => `你已撤回；还有其他人启动了同样的网格（${others}），它会继续进行。`,
		lost: '连接断了，正在自动重连……',
		gone: '这次扫描已过期，或从未在这里。各次训练的结果仍在：再次开始同样的网格即可。',
		failed: (message) => `没有成功：${message}`,
		figureLabel: 'λ 与 m 上的平均留出损失，每种写法一幅',
		best: '该 m 下的最低损失',
		worst: '高出它的 %',
		analysis: '它说明什么',
		results: '下载：',
		csv: '各格子，CSV',
		analysisCsv: '分析，CSV',
		json: '全部，JSON',
		precomputedTitle: '全部合看，与一个小网格',
		precomputedHtml:
			'最佳 λ 如何随数据移动，共 10 个任务：由 <code>npm run study</code> 像你的扫描一样训练，双核约需一小时，结果已随代码提交。热图中的圆环是该 <i>m</i> 下最低的测试损失；上面研究里的菱形按验证损失选出，两者可以相距较远。最后一个网格较小，可以用较少的种子在这里重算。',
	},
};
